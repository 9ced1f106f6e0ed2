import { useTranslations } from "next-intl";
import { RoutesWords } from "@/app/_status/routes-words";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Facts } from "@/app/_ui/text/facts";
import type { DisputePage } from "@/server/disputes/reads/dispute-page";
import { ChangeList } from "./change-list";
import styles from "./overview.module.css";

/** What is said to have happened, what invitees are told, and which proceedings there were before. */
export function WhatHappened({ dispute, now }: { dispute: DisputePage; now: Date }) {
  const t = useTranslations("disputes.overview");
  const track = useTranslations("vocabulary.tracks");
  const outcome = useTranslations("vocabulary.outcomes");
  const f = useFormat(now);
  const { facts, proceeding } = dispute;
  const earlier = dispute.proceedings.filter((one) => one.id !== proceeding?.id);
  return (
    <section className={styles.happened}>
      <SectionHead
        title={t("facts")}
        note={<Facts items={[dispute.place, dispute.startedOn ? `${t("began")} ${f.day(dispute.startedOn)}` : null]} />}
      />
      <p className={styles.prose}>{facts ? facts.facts : t("hidden")}</p>
      {facts ? (
        <>
          {facts.requests ? (
            <>
              <h3>{t("requests")}</h3>
              <p className={styles.prose}>{facts.requests}</p>
            </>
          ) : null}
          <h3>{t("summary")}</h3>
          <p className={styles.prose}>{facts.neutralSummary || t("noSummary")}</p>
        </>
      ) : null}
      {dispute.changes ? <ChangeList changes={dispute.changes} now={now} /> : null}
      {proceeding && proceeding.routesTold.length > 0 ? (
        <p className={styles.quiet}>
          <RoutesWords routes={proceeding.routesTold} />
        </p>
      ) : null}
      {earlier.length > 0 ? (
        <>
          <h3>{t("earlier")}</h3>
          <ul className={styles.earlier}>
            {earlier.map((one) => (
              <li key={one.id}>
                {t("earlierLine", {
                  ordinal: one.ordinal,
                  track: track(one.track),
                  outcome: one.outcome ? outcome(one.outcome) : "",
                })}
                {one.endedAt ? <time dateTime={one.endedAt}>{f.day(one.endedAt)}</time> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
