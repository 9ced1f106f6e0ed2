"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { copyText } from "@/app/_ui/actions/copy-text";
import { Banner } from "@/app/_ui/feedback/banner";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Facts } from "@/app/_ui/text/facts";
import { AccountButtons } from "./account-buttons";
import styles from "./admin.module.css";
import { OpenAccountForm } from "./open-account-form";
import type { NewPassword, Person } from "./person";

/** The account of one person: open it, reset its password, close it. */
export function AccountSection({ person }: { person: Person }) {
  const t = useTranslations("admin.account");
  const format = useFormat();
  const [newPassword, setNewPassword] = useState<NewPassword | null>(null);
  const { account } = person;
  return (
    <section className={styles.section}>
      <SectionHead title={t("title")} note={account?.username} level={3} />
      {newPassword ? (
        <OneTimePassword newPassword={newPassword} name={person.name} onHide={() => setNewPassword(null)} />
      ) : null}
      {account ? (
        <p className={styles.facts}>
          <Facts
            items={[
              account.disabledAt && t("state.disabled"),
              account.mustChangePassword && t("mustChange"),
              account.lastSeenAt ? t("lastSeen", { at: format.nearDay(account.lastSeenAt) }) : t("never"),
              account.hasFactor && t("hasFactor"),
              account.signIns > 0 && t("signIns", { count: account.signIns }),
            ]}
          />
        </p>
      ) : newPassword ? null : (
        <p className={styles.facts}>{t("none")}</p>
      )}
      {account?.disabledAt ? <Reopen personId={person.id} /> : null}
      {account && !account.disabledAt ? (
        <AccountButtons person={person} signIns={account.signIns} onPassword={setNewPassword} />
      ) : null}
      {!account && !newPassword && !person.disabledAt ? (
        <OpenAccountForm personId={person.id} onPassword={setNewPassword} />
      ) : null}
    </section>
  );
}

function OneTimePassword({
  newPassword,
  name,
  onHide,
}: {
  newPassword: NewPassword;
  name: string;
  onHide: () => void;
}) {
  const t = useTranslations("admin.account");
  const { username, password } = newPassword;
  if (password === null) return <Banner tone="amber">{t("toldBefore")}</Banner>;
  return (
    <div className={styles.newPassword} role="status">
      <p>{t("newPassword", { username })}</p>
      <p className={styles.password} translate="no">
        {password}
      </p>
      <p className={styles.facts}>{t("tell", { name })}</p>
      <div className={styles.foot}>
        <Button
          small
          onClick={() => void copyText(password).then((isDone) => isDone && showToast({ message: t("copied") }))}
        >
          {t("copy")}
        </Button>
        <Button small variant="text" onClick={onHide}>
          {t("hide")}
        </Button>
      </div>
    </div>
  );
}

function Reopen({ personId }: { personId: string }) {
  const t = useTranslations("admin.account");
  const trpc = useTRPC();
  const enable = useAct(trpc.people.enableAccount.mutationOptions(), {
    onDone: () => showToast({ message: t("enabled") }),
  });
  return (
    <>
      {enable.problem ? <ProblemNote problem={enable.problem} code={enable.problem.reference} /> : null}
      <div className={styles.foot}>
        <Button small busy={enable.isBusy} onClick={() => enable.run({ personId })}>
          {t("enable")}
        </Button>
      </div>
    </>
  );
}
