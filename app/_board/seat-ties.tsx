"use client";
import { useTranslations } from "next-intl";
import type { Candidate } from "@/server/panel/reads/candidates";
import type { Ties } from "@/server/panel/reads/ties";
import styles from "./seat-panel.module.css";
import { TieForm } from "./tie-form";
import { TieList } from "./tie-list";

interface SeatTiesProps {
  disputeId: string;
  ties: Ties;
  people: readonly Candidate[];
  now: Date;
}

/** Ties of this seat's people as they were written down, and the form for one more. */
export function SeatTies({ disputeId, ties, people, now }: SeatTiesProps) {
  const t = useTranslations("panel.ties");
  const isHere = ({ personId }: { personId: string }) => people.some((one) => one.personId === personId);
  const here = { recorded: ties.recorded.filter(isHere), waivers: ties.waivers.filter(isHere) };
  const count = here.recorded.length + here.waivers.length;
  const canRecord = ties.allowed.includes("tie.record") && people.length > 0;
  if (count === 0 && !canRecord) return null;
  return (
    <section className={styles.gap} aria-label={t("title")}>
      <h3>{t("title")}</h3>
      {count > 0 ? (
        <TieList disputeId={disputeId} ties={here} canRemove={ties.allowed.includes("tie.remove")} now={now} />
      ) : null}
      {canRecord ? (
        <details className={styles.more}>
          <summary>{t("open")}</summary>
          <TieForm disputeId={disputeId} people={people} parties={ties.parties} />
        </details>
      ) : null}
    </section>
  );
}
