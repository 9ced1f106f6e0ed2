"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { TextField } from "@/app/_ui/fields/text-field";
import { createAccountLimits } from "@/app/_ui/limits/people";
import { usernameShape } from "@/server/people/choices";
import styles from "./admin.module.css";
import type { NewPassword } from "./person";

/** A name for the account; the password is generated here and shown once. */
export function OpenAccountForm({
  personId,
  onPassword,
}: {
  personId: string;
  onPassword: (newPassword: NewPassword) => void;
}) {
  const t = useTranslations("admin.account");
  const trpc = useTRPC();
  const [username, setUsername] = useState("");
  const [isWrong, setWrong] = useState(false);
  const open = useAct(trpc.people.createAccount.mutationOptions(), { onDone: onPassword });
  function submit(event: FormEvent) {
    event.preventDefault();
    const asStored = username.trim().toLowerCase();
    const isRight = usernameShape.test(asStored);
    setWrong(!isRight);
    if (isRight) void open.run({ personId, username: asStored });
  }
  return (
    <form method="dialog" className={styles.form} onSubmit={submit} noValidate>
      {open.problem ? <ProblemNote problem={open.problem} code={open.problem.reference} /> : null}
      <TextField
        label={t("username")}
        hint={t("usernameHint")}
        error={isWrong ? t("usernameWrong") : undefined}
        value={username}
        maxLength={createAccountLimits.username}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => setUsername(event.currentTarget.value)}
      />
      <div className={styles.foot}>
        <Button type="submit" busy={open.isBusy}>
          {t("open")}
        </Button>
      </div>
    </form>
  );
}
