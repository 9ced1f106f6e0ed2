"use client";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { useFirstUse } from "@/app/_ui/actions/use-first-use";
import { LaterFailed } from "@/app/_ui/feedback/later-failed";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { OwnCalendar } from "@/server/availability/queries";
import styles from "./availability.module.css";

/** Calendars kept elsewhere: only their busy times are read, never what the entries are about. */
export function Calendars({ calendars }: { calendars: readonly OwnCalendar[] }) {
  const t = useTranslations("availability.calendars");
  return (
    <section className={styles.part} aria-labelledby="calendars">
      <SectionHead id="calendars" title={t("title")} note={t("hint")} />
      {calendars.length > 0 ? (
        <Sheet flush>
          <ul className={styles.rows}>
            {calendars.map((calendar) => (
              <CalendarRow key={calendar.id} calendar={calendar} />
            ))}
          </ul>
        </Sheet>
      ) : null}
      <Sheet>
        <NewCalendar />
      </Sheet>
    </section>
  );
}

const loadForm = () => import("./calendar-form").then(({ CalendarForm }) => CalendarForm);

/** Few connect a calendar, and once: the form is fetched when somebody is about to. */
function NewCalendar() {
  const t = useTranslations("availability.calendars");
  const { part: CalendarForm, isLoading, hasFailed, prepare, use } = useFirstUse(loadForm);
  if (CalendarForm) return <CalendarForm />;
  return (
    <div className={styles.tools}>
      <Button busy={isLoading} onPointerEnter={prepare} onFocus={prepare} onClick={use}>
        {t("add")}
      </Button>
      {hasFailed ? <LaterFailed /> : null}
    </div>
  );
}

/** "20261202T090000" as a day and a time of day, in whatever zone the calendar means. */
const writtenStart = (start: string): string =>
  start.replace(/^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d).*)?$/, (_, year, month, day, hour, minute) =>
    hour ? `${year}-${month}-${day} ${hour}:${minute}` : `${year}-${month}-${day}`,
  );

function CalendarRow({ calendar }: { calendar: OwnCalendar }) {
  const t = useTranslations("availability.calendars");
  const why = useTranslations("availability.calendarProblems");
  const f = useFormat();
  const trpc = useTRPC();
  const remove = useAct(trpc.availability.removeCalendar.mutationOptions());
  const read = useAct(trpc.availability.readCalendar.mutationOptions());
  const problem = remove.problem ?? read.problem;
  const name = calendar.label || calendar.host;
  return (
    <li className={styles.row}>
      <div>
        <b>{name}</b>
        <p className={styles.faint}>
          {calendar.label ? `${calendar.host}　` : ""}
          {calendar.readAt ? t("read", { time: f.dateTime(calendar.readAt), count: calendar.spans }) : t("unread")}
        </p>
        {calendar.problem ? (
          <p className={styles.warn}>
            {why(calendar.problem as Parameters<typeof why>[0])}
            {calendar.readAt && calendar.problem !== "partly" ? ` ${t("kept")}` : ""}
            {calendar.problem === "partly" && calendar.unread.length > 0
              ? ` ${t("unreadEntries", { starts: calendar.unread.map((start) => writtenStart(start) || t("noStart")).join(t("between")) })}`
              : ""}
          </p>
        ) : null}
        {problem ? <ProblemNote problem={problem} /> : null}
      </div>
      <div className={styles.rowActs}>
        <Button
          small
          busy={read.isBusy}
          aria-label={t("againWhat", { name })}
          onClick={() => read.run({ calendarId: calendar.id })}
        >
          {t("again")}
        </Button>
        <Button
          small
          busy={remove.isBusy}
          aria-label={t("removeWhat", { name })}
          onClick={() => remove.run({ calendarId: calendar.id })}
        >
          {t("remove")}
        </Button>
      </div>
    </li>
  );
}
