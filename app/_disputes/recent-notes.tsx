import { useTranslations } from "next-intl";
import { LaneChip } from "@/app/_lanes/lane-chip";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import type { DisputePage } from "@/server/disputes/reads/dispute-page";
import styles from "./overview.module.css";

/** The newest notes; those of private lanes stay covered here. */
export function RecentNotes({ notes, now }: { notes: NonNullable<DisputePage["notes"]>; now: Date }) {
  const t = useTranslations("disputes.overview");
  const f = useFormat(now);
  return (
    <section>
      <SectionHead title={t("notes")} />
      {notes.length === 0 ? <p className={styles.quiet}>{t("noNotes")}</p> : null}
      {notes.map((note) => (
        <article key={note.id} className={styles.note}>
          <LaneChip lane={note.lane} sideIndex={(note.side ?? 1) - 1} />
          <time dateTime={note.writtenAt}>{f.dayTime(note.writtenAt)}</time>
          <p>{note.text ?? t("covered")}</p>
        </article>
      ))}
    </section>
  );
}
