"use client";
import { Modal } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button, ButtonLink } from "@/app/_ui/actions/button";
import dialog from "@/app/_ui/dialogs/dialog.module.css";
import { ErrorNote } from "@/app/_ui/feedback/error-note";
import { PasswordField } from "@/app/_ui/fields/password-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { Kit } from "@/app/_ui/theme/kit";
import { type SignInRefusal, sendSignIn, wantsCode } from "./send-sign-in";
import styles from "./sign-in-again.module.css";

/** Asks for the password of `username`, over the whole page. */
export function AgainDialog({ username, onDone }: { username: string; onDone: () => void }) {
  const t = useTranslations("frame.again");
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<SignInRefusal | "missing" | null>(null);
  const [asksCode, setAsksCode] = useState(false);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // A dialog is drawn elsewhere, but to React it stays inside the form it may have been opened from.
    event.stopPropagation();
    const fields = new FormData(event.currentTarget);
    const password = String(fields.get("password") ?? "");
    if (!password) return setRefusal("missing");
    setBusy(true);
    const refused = await sendSignIn(username, password, String(fields.get("code") ?? "").trim());
    setBusy(false);
    setRefusal(refused);
    if (wantsCode(refused)) setAsksCode(true);
    if (!refused) onDone();
  }
  const words =
    refusal === null || refusal === "missing"
      ? null
      : refusal.code === "delayed"
        ? t("delayed", { seconds: refusal.seconds })
        : t(refusal.code);
  return (
    <Kit>
      <Modal.Root
        opened
        onClose={() => undefined}
        closeOnEscape={false}
        closeOnClickOutside={false}
        size={380}
        centered
        zIndex={1_000}
        transitionProps={{ duration: 0 }}
        classNames={{ content: dialog.content }}
      >
        <Modal.Overlay backgroundOpacity={1} color="var(--canvas)" />
        <Modal.Content>
          <div className={dialog.head}>
            <Modal.Title className={dialog.title}>{t("title")}</Modal.Title>
          </div>
          <Modal.Body className={dialog.body}>
            <form method="dialog" className={styles.form} onSubmit={submit} noValidate>
              <p>{t("text")}</p>
              {words ? <ErrorNote>{words}</ErrorNote> : null}
              <input type="hidden" name="username" autoComplete="username" value={username} />
              <PasswordField
                label={t("password", { username })}
                showLabel={t("showPassword")}
                name="password"
                autoComplete="current-password"
                data-autofocus
                error={refusal === "missing" ? t("missing") : undefined}
              />
              {asksCode ? (
                <TextField label={t("code")} name="code" autoComplete="one-time-code" spellCheck={false} autoFocus />
              ) : null}
              <div className={dialog.actions}>
                <ButtonLink href="/sign-in">{t("leave")}</ButtonLink>
                <Button type="submit" variant="go" busy={isBusy}>
                  {isBusy ? t("busy") : t("submit")}
                </Button>
              </div>
            </form>
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
    </Kit>
  );
}
