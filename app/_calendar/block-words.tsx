import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import type { CalendarBlock as Block } from "@/server/sessions/reads/calendar";
import styles from "./calendar.module.css";
import { CalendarBlock } from "./calendar-block";

interface BlockWordsProps {
  block: Block;
  hasRoom: boolean;
  day?: string;
}

/** A session the reader may see with title and room, a town hall, their own absence; anything else only as "busy". */
export function BlockWords({ block, hasRoom, day }: BlockWordsProps) {
  const t = useTranslations("calendar");
  const kind = useTranslations("vocabulary.absenceKinds");
  const modes = useTranslations("vocabulary.sessionModes");
  const f = useFormat();
  const isWholeDay = f.time(block.startsAt) === "00:00" && f.time(block.endsAt) === "23:59";
  const time = [day, isWholeDay ? t("allDay") : f.timeSpan(block.startsAt, block.endsAt)].filter(Boolean).join(" ");
  const room = hasRoom ? block.room : null;
  const facts = (words: readonly (string | null)[]) => words.filter(Boolean).join(" · ");
  const { session, meeting, absence } = block;
  const held = block.heldUntil ? t("heldUntil", { time: f.dayTime(block.heldUntil) }) : null;
  if (session)
    return (
      <div className={styles.block} title={session.title}>
        <CalendarBlock
          state={session.status === "ended" ? "ended" : held ? "held" : "confirmed"}
          time={time}
          title={session.title}
          line={facts([
            room,
            held,
            session.mode === "video" ? modes("video") : null,
            session.kind === "caucus" ? t("caucus") : null,
            t("lead", { name: session.lead }),
            session.status === "ended" ? t("ended") : null,
          ])}
          href={`/disputes/${session.disputeId}/sessions`}
        />
      </div>
    );
  if (meeting)
    return (
      <div className={styles.block} title={meeting.title}>
        <CalendarBlock
          state="confirmed"
          time={time}
          title={meeting.title}
          line={facts([t("meeting"), room])}
          href="/town-halls"
        />
      </div>
    );
  return (
    <div className={styles.block}>
      <CalendarBlock
        state={absence ? "away" : "busy"}
        time={time}
        line={facts([absence ? kind(absence) : block.isMine ? t("busyMine") : t("busy"), room, held])}
      />
    </div>
  );
}
