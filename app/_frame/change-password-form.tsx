"use client";
import { useMounted } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button, ButtonLink } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import type { ProblemWords } from "@/app/_ui/feedback/problem-text";
import { PasswordField } from "@/app/_ui/fields/password-field";
import { type PasswordFault, passwordFault } from "@/server/account/choices";
import styles from "./change-password-form.module.css";

interface ChangePasswordFormProps {
  /** At the first sign-in: says why, and there is no way to skip it. */
  isForced?: boolean;
  /** Changes the password; resolves to whether it was changed. */
  submit: (passwords: { current: string; next: string }) => Promise<boolean>;
  /** Why it was refused. */
  problem: ProblemWords | null;
}

type Field = "next" | "again";
type Fault = PasswordFault | "different" | "same";

/** Checked here to save a round trip; the server decides. */
export function ChangePasswordForm({ isForced, submit, problem }: ChangePasswordFormProps) {
  const t = useTranslations("signIn.change");
  const sign = useTranslations("signIn");
  // Until the script has loaded, the browser would submit the form natively, with the passwords.
  const isReady = useMounted();
  const [state, setState] = useState<"idle" | "busy" | "done">("idle");
  const [faults, setFaults] = useState<Partial<Record<Field, Fault>>>({});

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const [current, next, again] = ["current", "next", "again"].map((name) => String(fields.get(name) ?? ""));
    const found = faultsOf(current ?? "", next ?? "", again ?? "");
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    setState("busy");
    const isChanged = await submit({ current: current ?? "", next: next ?? "" });
    setState(isChanged ? "done" : "idle");
  }

  if (state === "done") {
    return (
      <div className={styles.sheet} role="status">
        <p>{t("done")}</p>
        <ButtonLink href="/" variant="go" wide>
          {t("back")}
        </ButtonLink>
      </div>
    );
  }
  const errorOf = (field: Field) => {
    const fault = faults[field];
    return fault ? t(fault) : undefined;
  };
  return (
    <form method="dialog" className={styles.sheet} onSubmit={send} noValidate>
      <h1>{t("title")}</h1>
      {isForced ? <p className={styles.why}>{t("why")}</p> : null}
      {problem ? <ProblemNote problem={problem} /> : null}
      <PasswordField
        label={t("current")}
        name="current"
        autoComplete="current-password"
        showLabel={sign("showPassword")}
      />
      <PasswordField
        label={t("next")}
        hint={t("nextHint")}
        error={errorOf("next")}
        name="next"
        autoComplete="new-password"
        showLabel={sign("showPassword")}
      />
      <PasswordField
        label={t("again")}
        error={errorOf("again")}
        name="again"
        autoComplete="new-password"
        showLabel={sign("showPassword")}
      />
      <Button type="submit" variant="go" wide busy={state === "busy"} disabled={!isReady}>
        {state === "busy" ? t("busy") : t("submit")}
      </Button>
    </form>
  );
}

function faultsOf(current: string, next: string, again: string): Partial<Record<Field, Fault>> {
  const fault = passwordFault(next);
  if (fault) return { next: fault };
  if (next === current) return { next: "same" };
  return next === again ? {} : { again: "different" };
}
