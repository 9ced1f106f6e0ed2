"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Tag } from "@/app/_ui/text/tag";
import type { TownHallCard, TownHallChoices } from "@/server/town-halls/queries";
import { MeetingRow } from "./meeting-row";
import styles from "./town-halls.module.css";

interface SeriesCardProps {
  series: TownHallCard;
  /** Null for readers who may change nothing. */
  rooms: TownHallChoices["rooms"] | null;
  now: string;
}

const firstShown = 6;

/** A weekly series with its meetings: those still to be recorded first, then the coming ones. */
export function SeriesCard({ series, rooms, now }: SeriesCardProps) {
  const t = useTranslations("townHalls");
  const f = useFormat();
  const [isWhole, setWhole] = useState(false);
  const isAhead = ({ startsAt }: { startsAt: string }) => Date.parse(startsAt) > Date.parse(now);
  const booked = series.meetings.filter(({ status }) => status === "booked");
  const toWrite = booked.filter((meeting) => !isAhead(meeting));
  const ahead = booked.filter(isAhead);
  const rest = series.meetings.filter((meeting) => !toWrite.includes(meeting) && !ahead.includes(meeting)).reverse();
  const shown = [...toWrite, ...(isWhole ? [...ahead, ...rest] : ahead.slice(0, firstShown))];
  const hidden = toWrite.length + ahead.length + rest.length - shown.length;
  return (
    <section className={styles.card} aria-labelledby={series.id}>
      <SectionHead
        id={series.id}
        title={series.title}
        note={t("facts", {
          weekday: t(`plan.days.${series.weekday as 1}`),
          time: series.time,
          minutes: f.minutes(series.minutes),
          room: `${series.point} ${series.room}`,
          chair: series.chair,
          until: f.day(series.untilDay),
        })}
        end={
          series.cancelledAt ? (
            <Tag tone="line">{t("ended", { day: f.day(series.cancelledAt) })}</Tag>
          ) : rooms ? (
            <EndSeries series={series} left={ahead.length} />
          ) : null
        }
      />
      <Sheet flush>
        <ul className={styles.rows}>
          {shown.map((meeting) => (
            <MeetingRow key={meeting.id} meeting={meeting} rooms={rooms} now={now} />
          ))}
        </ul>
        {shown.length === 0 ? <p className={styles.note}>{t("noneAhead")}</p> : null}
        {hidden > 0 ? (
          <div className={styles.note}>
            <Button small onClick={() => setWhole(true)}>
              {t("more", { count: hidden })}
            </Button>
          </div>
        ) : null}
      </Sheet>
    </section>
  );
}

function EndSeries({ series, left }: { series: TownHallCard; left: number }) {
  const t = useTranslations("townHalls.end");
  const trpc = useTRPC();
  const [isOpen, setOpen] = useState(false);
  const cancel = useAct(trpc.townHalls.cancel.mutationOptions(), { onDone: () => setOpen(false) });
  return (
    <>
      <Button small variant="stop" onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      <ActDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t("title", { title: series.title })}
        verb={t("submit", { count: left })}
        tone="stop"
        leave={t("back")}
        act={cancel}
        refusal="own"
        onGo={() => cancel.run({ townHallId: series.id })}
      >
        <p>{t("text", { count: left, chair: series.chair })}</p>
        {cancel.problem ? <ProblemNote problem={cancel.problem} /> : null}
      </ActDialog>
    </>
  );
}
