"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { copyText } from "@/app/_ui/actions/copy-text";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { Strip } from "@/app/_ui/feedback/strip";
import { showToast } from "@/app/_ui/feedback/toasts";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Facts } from "@/app/_ui/text/facts";
import { AccountButtons } from "./account-buttons";
import styles from "./admin.module.css";
import { OpenAccountForm } from "./open-account-form";
import type { Person, Told } from "./person";

/** The account of one person: open it, reset its password, close it. */
export function AccountSection({ person }: { person: Person }) {
  const t = useTranslations("admin.account");
  const format = useFormat();
  const [told, setTold] = useState<Told | null>(null);
  const { account } = person;
  return (
    <section className={styles.section}>
      <SectionHead title={t("title")} note={account?.username} level={3} />
      {told ? <OneTimePassword told={told} name={person.name} onHide={() => setTold(null)} /> : null}
      {account ? (
        <p className={styles.facts}>
          <Facts
            items={[
              account.disabledAt && t("state.disabled"),
              account.mustChangePassword && t("mustChange"),
              account.lastSeenAt ? t("lastSeen", { at: format.nearDay(account.lastSeenAt) }) : t("never"),
              account.signIns > 0 && t("signIns", { count: account.signIns }),
            ]}
          />
        </p>
      ) : told ? null : (
        <p className={styles.facts}>{t("none")}</p>
      )}
      {account?.disabledAt ? <Reopen personId={person.id} /> : null}
      {account && !account.disabledAt ? (
        <AccountButtons person={person} signIns={account.signIns} onTold={setTold} />
      ) : null}
      {!account && !told && !person.disabledAt ? <OpenAccountForm personId={person.id} onTold={setTold} /> : null}
    </section>
  );
}

function OneTimePassword({ told, name, onHide }: { told: Told; name: string; onHide: () => void }) {
  const t = useTranslations("admin.account");
  const { username, password } = told;
  if (password === null) return <Strip tone="amber">{t("toldBefore")}</Strip>;
  return (
    <div className={styles.told} role="status">
      <p>{t("told", { username })}</p>
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
