import { useTranslations } from "next-intl";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { RoutesWords } from "@/app/_status/routes-words";
import type { SessionResult } from "@/db/vocabulary";
import type { Session } from "./session";
import styles from "./sessions.module.css";

interface RecordWordsProps {
  record: Session["records"][number];
  result: SessionResult | null;
}

/** One version of a joint record: what each party stated, the facts, how it went, what came of it, other ways told. */
export function RecordWords({ record, result }: RecordWordsProps) {
  const t = useTranslations("sessions.parts");
  const { statements, facts, text, outcome, routesTold } = record;
  return (
    <>
      {statements.map((one) => (
        <p key={one.partyId} className={styles.words}>
          <b>
            <SideStamp index={one.side - 1} small /> {t("statement", { name: one.name })}
          </b>
          {"\n"}
          {one.text}
        </p>
      ))}
      {facts ? (
        <p className={styles.words}>
          <b>{t("facts")}</b>
          {"\n"}
          {facts}
        </p>
      ) : null}
      <p className={styles.words}>{text}</p>
      {outcome ? (
        <p className={styles.words}>
          <b>{t(`outcome.${result ?? "none"}`)}</b>
          {"\n"}
          {outcome}
        </p>
      ) : null}
      {routesTold.length > 0 ? (
        <p className={styles.words}>
          <RoutesWords routes={routesTold} />
        </p>
      ) : null}
    </>
  );
}
