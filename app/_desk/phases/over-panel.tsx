"use client";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { ButtonLink } from "@/app/_ui/actions/button";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { useConnection, useUnsentWords } from "../outbox/use-connection";
import { useServerState } from "../use-desk-state";
import styles from "./start.module.css";
import { UnsentWords } from "./unsent-words";

/** After the end: the next step with its button. Once nothing is left to save, this device's stored copy is deleted. */
export function OverPanel() {
  const t = useTranslations("desk.over");
  const { state, disputeId } = useServerState();
  const { forget } = useConnection();
  const left = useUnsentWords();
  const { session } = state;
  const isNothingLeft = left?.length === 0;
  useEffect(() => {
    if (isNothingLeft) forget();
  }, [isNothingLeft, forget]);
  const isAgreed = session.proceeding.status === "agreed";
  return (
    <main id="content" tabIndex={-1} className={styles.over} data-region>
      <Sheet labelledBy="desk-over">
        <SectionHead id="desk-over" title={session.status === "ended" ? t("ended") : t("cancelled")} />
        <p>{session.status !== "ended" ? t("cancelledWhat") : isAgreed ? t("agreed") : t("open")}</p>
        <div className={styles.next}>
          {isAgreed ? (
            <ButtonLink variant="go" href={`/disputes/${disputeId}/agreement`}>
              {t("draft")}
            </ButtonLink>
          ) : (
            <ButtonLink variant="go" href={`/disputes/${disputeId}/sessions`}>
              {t("book")}
            </ButtonLink>
          )}
          {isAgreed ? null : <ButtonLink href={`/disputes/${disputeId}`}>{t("stop")}</ButtonLink>}
          <ButtonLink href={`/disputes/${disputeId}/records`}>{t("record")}</ButtonLink>
        </div>
        {isNothingLeft ? <p className={styles.quiet}>{t("wiped")}</p> : null}
      </Sheet>
      <UnsentWords />
    </main>
  );
}
