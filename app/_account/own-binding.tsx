"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { signInByProvider } from "@/app/_frame/send-sign-in";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { PasswordField } from "@/app/_ui/fields/password-field";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { OwnBinding as Binding } from "@/server/account/reads/own-account";
import styles from "./account.module.css";

/** Binds one's account to the single sign-on provider, after the password, or ends that. */
export function OwnBinding({ binding: { name, isBound } }: { binding: Binding }) {
  const t = useTranslations("account.binding");
  const factor = useTranslations("account.factor");
  const trpc = useTRPC();
  const [password, setPassword] = useState("");
  const begin = useAct(trpc.account.beginBinding.mutationOptions(), {
    refresh: false,
    onDone: () => void signInByProvider(),
  });
  const end = useAct(trpc.account.endBinding.mutationOptions());
  const problem = begin.problem ?? end.problem;
  function submit(event: FormEvent) {
    event.preventDefault();
    if (password) void begin.run({ password });
  }
  return (
    <section className={styles.part} aria-labelledby="binding">
      <SectionHead id="binding" title={t("title", { name })} note={isBound ? t("bound") : t("unbound")} />
      <Sheet>
        <form method="dialog" className={styles.form} onSubmit={submit} noValidate>
          {problem ? <ProblemNote problem={problem} /> : null}
          {isBound ? (
            <Button variant="stop" busy={end.isBusy} onClick={() => void end.run({})}>
              {t("end")}
            </Button>
          ) : (
            <>
              <p>{t("hint", { name })}</p>
              <PasswordField
                label={factor("password")}
                showLabel={factor("showPassword")}
                autoComplete="current-password"
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
              />
              <Button type="submit" busy={begin.isBusy}>
                {t("begin", { name })}
              </Button>
            </>
          )}
        </form>
      </Sheet>
    </section>
  );
}
