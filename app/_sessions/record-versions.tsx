import { useTranslations } from "next-intl";
import { LaneChip } from "@/app/_lanes/lane-chip";
import { useFormat } from "@/app/_ui/format/use-format";
import { Line } from "@/app/_ui/layout/columns";
import { RecordWords } from "./record-words";
import type { Session } from "./session";
import styles from "./sessions.module.css";

type Version = Session["records"][number];

/** The newest version of a record; earlier ones can be read below it. */
export function RecordVersions({ session }: { session: Session }) {
  const t = useTranslations("sessions.versions");
  const [latest, ...older] = session.records;
  if (session.kind === "caucus") return session.status === "ended" ? <p className={styles.quiet}>{t("none")}</p> : null;
  if (!latest) return null;
  return (
    <>
      <OneVersion version={latest} result={session.result} />
      {older.length > 0 ? (
        <details>
          <summary>{t("older", { count: older.length })}</summary>
          {older.map((version) => (
            <OneVersion key={version.version} version={version} result={session.result} isOld />
          ))}
        </details>
      ) : null}
    </>
  );
}

interface OneVersionProps {
  version: Version;
  result: Session["result"];
  isOld?: boolean;
}

function OneVersion({ version, result, isOld }: OneVersionProps) {
  const t = useTranslations("sessions.versions");
  const f = useFormat();
  return (
    <div className={`${styles.version} ${isOld ? styles.old : ""}`}>
      <Line>
        {isOld ? null : <LaneChip lane="joint" />}
        <b>{t("current", { version: version.version })}</b>
        <span className={styles.quiet}>{t("by", { name: version.writtenBy, time: f.dayTime(version.writtenAt) })}</span>
      </Line>
      {version.correctionReason ? (
        <p className={styles.quiet}>{t("reason", { reason: version.correctionReason })}</p>
      ) : null}
      <RecordWords record={version} result={result} />
    </div>
  );
}
