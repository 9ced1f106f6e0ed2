"use client";
import { useMounted } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Mark } from "@/app/_frame/mark";
import { beginOwnTab, endOwnTab } from "@/app/_frame/own-tab";
import { type SignInRefusal, sendSignIn, signInByProvider, wantsCode } from "@/app/_frame/send-sign-in";
import { doorCodeIn } from "@/app/_sessions/door-code";
import { Button } from "@/app/_ui/actions/button";
import { ErrorNote } from "@/app/_ui/feedback/error-note";
import { PasswordField } from "@/app/_ui/fields/password-field";
import { TextField } from "@/app/_ui/fields/text-field";
import styles from "./sign-in.module.css";

interface SignInFormProps {
  /** The name of the single sign-on provider, if there is one. */
  provider: string | null;
  /** Whose system it is, where it is one county's. */
  place: string | null;
  /** The provider knew the person, but no account here is bound to them. */
  isUnbound: boolean;
}

/** Posts to next-auth's credentials; turns each of its answers into a sentence. */
export function SignInForm({ provider, place, isUnbound }: SignInFormProps) {
  const t = useTranslations("signIn");
  // Before the script has come nothing can be sent: the form says so by its button.
  const isReady = useMounted();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<SignInRefusal | null>(null);
  const [asksCode, setAsksCode] = useState(false);
  const [missing, setMissing] = useState<{ name?: boolean; password?: boolean }>({});

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const name = String(fields.get("name") ?? "").trim();
    const password = String(fields.get("password") ?? "");
    setMissing({ name: !name, password: !password });
    if (!name || !password) return;
    setBusy(true);
    setRefusal(null);
    const refused = await sendSignIn(name, password, String(fields.get("code") ?? "").trim());
    if (!refused) {
      // A whole new document: this page stays in view until the first page of the role has come, and nothing is kept of whoever
      // was signed in before.
      beginOwnTab(name);
      window.location.replace(placeAfter());
      return;
    }
    setBusy(false);
    setRefusal(refused);
    if (wantsCode(refused)) setAsksCode(true);
  }

  return (
    <>
      <div className={styles.brand}>
        <Mark size={48} />
        <div>
          <h1>{t("product")}</h1>
          <p>{t("motto")}</p>
          {place ? <p>{place}</p> : null}
        </div>
      </div>
      <form method="dialog" className={styles.sheet} onSubmit={submit} noValidate>
        {isUnbound && !refusal ? <ErrorNote>{t("unbound")}</ErrorNote> : null}
        {refusal ? (
          <ErrorNote>
            {refusal.code === "delayed" ? t("delayed", { seconds: refusal.seconds }) : t(refusal.code)}
          </ErrorNote>
        ) : null}
        <TextField
          label={t("name")}
          name="name"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          error={missing.name ? t("nameMissing") : undefined}
        />
        <PasswordField
          label={t("password")}
          showLabel={t("showPassword")}
          name="password"
          autoComplete="current-password"
          error={missing.password ? t("passwordMissing") : undefined}
        />
        {asksCode ? <CodeField /> : null}
        <Button type="submit" variant="go" wide busy={isBusy} disabled={!isReady}>
          {isBusy ? t("busy") : t("submit")}
        </Button>
        {provider ? <ProviderButton name={provider} /> : null}
        <p className={styles.logged}>{t("forgotten")}</p>
        <p className={styles.logged}>{t("logged")}</p>
      </form>
    </>
  );
}

function ProviderButton({ name }: { name: string }) {
  const t = useTranslations("signIn");
  function go() {
    // Who comes back is not known yet.
    endOwnTab();
    void signInByProvider();
  }
  return (
    <Button wide onClick={go}>
      {t("byProvider", { name })}
    </Button>
  );
}

function CodeField() {
  const t = useTranslations("signIn");
  return (
    <TextField
      label={t("code")}
      hint={t("codeHint")}
      name="code"
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      autoFocus
    />
  );
}

/** A person who scanned a check-in code before signing in goes on to check in; everyone else to their first page. */
function placeAfter(): string {
  const { hash } = window.location;
  return doorCodeIn(hash) ? `/my-sessions/check-in${hash}` : "/";
}
