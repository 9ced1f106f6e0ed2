"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import type { Recusal, Ties } from "@/server/panel/reads/ties";
import styles from "./seat-panel.module.css";
import { TieWaiver } from "./tie-waiver";
import { distinctTies, useTieWords } from "./use-tie-words";

const kinds = ["facts", "notes", "cards", "files", "opinions", "records", "videoLinks"] as const;
const acts = {
  "window.read": "windowRead",
  "note.read": "noteRead",
  "file.read": "fileRead",
  "opinion.read": "opinionRead",
  "party.reveal": "partyReveal",
} as const;

interface RecusalCardProps {
  disputeId: string;
  recusal: Recusal;
  ties: Ties;
  now: Date;
}

/** Somebody who steps aside: since when, which ties, what they had read, and every party's consent to keep them. */
export function RecusalCard({ disputeId, recusal, ties, now }: RecusalCardProps) {
  const t = useTranslations("panel.late");
  const comma = useTranslations("board")("listComma");
  const audit = useTranslations("audit.acts");
  const tieWords = useTieWords();
  const f = useFormat(now);
  const { person, isLead, at, by, read, open, leftSessions } = recusal;
  const words = distinctTies(recusal.ties).map(tieWords).join(comma);
  const wasOpen = kinds.flatMap((kind) => {
    const found = open.find(({ what }) => what === kind);
    return found ? [t(`kinds.${kind}`, { count: found.count })] : [];
  });
  const lines = read.flatMap(({ action, at: when }) => {
    const act = Object.entries(acts).find(([name]) => name === action)?.[1];
    return act ? [t("readLine", { at: f.dayTime(when), what: audit(act) })] : [];
  });
  const mayWaive = ties.allowed.includes("tie.waive") && recusal.personId !== ties.me;
  return (
    <section className={styles.gap} aria-label={person}>
      <p>
        <b>{t(isLead ? "lead" : "recused", { name: person, ties: words })}</b>
      </p>
      <p className={styles.foot}>
        {by ? t("since", { at: f.dayTime(at), by }) : t("bySystem", { at: f.dayTime(at) })}
        {leftSessions > 0 ? ` ${t("seats", { count: leftSessions })}` : ""}
      </p>
      {isLead ? <p>{t("changeLead")}</p> : null}
      <details className={styles.more}>
        <summary>{t("readTitle")}</summary>
        {wasOpen.length > 0 ? <p>{t("open", { list: wasOpen.join(comma) })}</p> : null}
        {lines.length === 0 ? <p>{t("noRead")}</p> : null}
        <ul className={styles.ties}>
          {lines.map((line, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown.
            <li key={`${line} ${place}`}>{line}</li>
          ))}
        </ul>
      </details>
      {mayWaive && ties.track ? (
        <details className={styles.more}>
          <summary>{t("waive")}</summary>
          <TieWaiver
            disputeId={disputeId}
            person={{ personId: recusal.personId, name: person, ties: recusal.ties }}
            parties={ties.parties}
            track={ties.track}
          />
        </details>
      ) : null}
    </section>
  );
}
