import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import styles from "@/app/_calendar/calendar.module.css";
import { CalendarBar } from "@/app/_calendar/calendar-bar";
import { blocksOf, columnsOf } from "@/app/_calendar/columns-of";
import { DayList } from "@/app/_calendar/day-list";
import { dayWords } from "@/app/_calendar/day-words";
import { dayOf } from "@/app/_calendar/days";
import { Feeds } from "@/app/_calendar/feeds";
import { MonthGrid } from "@/app/_calendar/month-grid";
import { TimeGrid } from "@/app/_calendar/time-grid";
import { type CalendarParams, daysOf, hrefOf, stepFrom, wantedFrom } from "@/app/_calendar/view";
import { withWords } from "@/app/_i18n/client-words";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { formatFor } from "@/app/_ui/format/format-for";
import { Columns } from "@/app/_ui/layout/columns";
import { PageHead } from "@/app/_ui/layout/page-head";
import { SidePanel } from "@/app/_ui/layout/side-panel";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calendar"))("title") };
}

interface CalendarPageProps {
  searchParams: Promise<CalendarParams>;
}

/** A day, a week or a month: what one may know, the station's rooms, or its people. */
async function CalendarPage({ searchParams }: CalendarPageProps) {
  const now = requestTime();
  const wanted = wantedFrom(await searchParams, now);
  const { view, scope, day } = wanted;
  const days = daysOf(wanted);
  const [first = day, last = day] = [days[0], days.at(-1)];
  const t = await getTranslations("calendar");
  const f = formatFor(await getLocale(), now);
  const today = dayOf(now);
  const heading = (one: string) =>
    dayWords(one, { date: f.date, weekday: (n) => t(`weekdays.${n}`), far: (parts) => t("farDay", parts), today });
  const trpc = await api();
  const found = await orNotFound(trpc.sessions.calendar({ from: first, to: last, people: scope === "people" }));
  const feeds = wanted.isFeedsOpen ? await orNotFound(trpc.calendars.ownFeeds({})) : [];
  const blocks = blocksOf(view === "day" ? { ...wanted, of: "" } : wanted, found);
  const range =
    view === "month"
      ? t("month", { year: day.slice(0, 4), month: String(Number(day.slice(5, 7))) })
      : view === "week"
        ? t("range", { from: f.day(first), to: f.day(last) })
        : heading(day);
  return (
    <>
      <PageHead
        title={t("title")}
        note={range}
        end={
          <div className={styles.steps}>
            <ButtonLink href={hrefOf(wanted, { day: stepFrom(wanted, -1) })}>{t(`previous.${view}`)}</ButtonLink>
            <ButtonLink href={hrefOf(wanted, { day: today })}>{t("today")}</ButtonLink>
            <ButtonLink href={hrefOf(wanted, { day: stepFrom(wanted, 1) })}>{t(`next.${view}`)}</ButtonLink>
          </div>
        }
      />
      <CalendarBar wanted={wanted} rooms={found.rooms} people={found.people} />
      <Columns
        shape="list"
        right={
          wanted.isFeedsOpen ? (
            <SidePanel title={t("feeds.title")} closeHref={`/calendar${hrefOf(wanted, { isFeedsOpen: false })}`}>
              <Feeds feeds={feeds} rooms={found.rooms} isPanel />
            </SidePanel>
          ) : undefined
        }
      >
        {view === "month" ? (
          <MonthGrid
            days={found.days}
            month={day.slice(0, 7)}
            today={today}
            blocks={blocks}
            hrefs={Object.fromEntries(days.map((one) => [one, hrefOf(wanted, { view: "day", day: one })]))}
          />
        ) : (
          <TimeGrid
            columns={columnsOf(wanted, found, now, { date: heading, elsewhere: t("elsewhere") })}
            label={range}
            hasRoom={view === "week" || scope === "people"}
            isFixedColumn={view === "day" && scope === "people"}
          />
        )}
        <DayList days={found.days} blocks={blocks} today={today} />
      </Columns>
    </>
  );
}

export default withWords("(office)/calendar/page", CalendarPage);
