import { useTranslations } from "next-intl";
import { CalendarBlock } from "@/app/_ui/calendar-block";
import { useFormat } from "@/app/_ui/use-format";
import type { CalendarBlock as Block } from "@/server/sessions/calendar";
import styles from "./calendar.module.css";

/** A session one may know with title and room; any other as busy time, by the room at most. */
export function SessionBlock({ block, hasRoom, day }: { block: Block; hasRoom: boolean; day?: string }) {
  const t = useTranslations("calendar");
  const f = useFormat();
  const time = [day, f.timeSpan(block.startsAt, block.endsAt)].filter(Boolean).join(" ");
  const { session } = block;
  const room = hasRoom ? block.room : null;
  if (!session) {
    return (
      <div className={styles.block}>
        <CalendarBlock
          state="busy"
          time={time}
          line={[block.isMine ? t("busyMine") : t("busy"), room].filter(Boolean).join(" · ")}
        />
      </div>
    );
  }
  const facts = [
    room,
    session.kind === "caucus" ? t("caucus") : null,
    t("lead", { name: session.lead }),
    session.status === "ended" ? t("ended") : null,
  ];
  return (
    <div className={styles.block} title={session.title}>
      <CalendarBlock
        state="confirmed"
        time={time}
        title={session.title}
        line={facts.filter(Boolean).join(" · ")}
        href={`/disputes/${session.disputeId}/sessions`}
      />
    </div>
  );
}
