import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import styles from "@/app/_calendar/calendar.module.css";
import { DayList } from "@/app/_calendar/day-list";
import { addDays, dayFrom, dayOf, weekOf } from "@/app/_calendar/days";
import { type TimeColumn, TimeGrid } from "@/app/_calendar/time-grid";
import { api, orNotFound } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/button";
import { FilterPills } from "@/app/_ui/filter-pills";
import { formatFor } from "@/app/_ui/format-for";
import { PageHead } from "@/app/_ui/page-head";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calendar"))("title") };
}

interface CalendarPageProps {
  searchParams: Promise<{ view?: string; day?: string; scope?: string }>;
}

/** A week of days or a day of rooms; the sessions one may know, or all time taken in the station's rooms. */
export default async function CalendarPage({ searchParams }: CalendarPageProps) {
  const now = new Date();
  const params = await searchParams;
  const view = params.view === "day" ? "day" : "week";
  const scope = params.scope === "rooms" ? "rooms" : "mine";
  const day = dayFrom(params.day, now);
  const days = view === "week" ? weekOf(day) : [day];
  const t = await getTranslations("calendar");
  const f = formatFor(await getLocale(), now);
  const { rooms, blocks: all } = await orNotFound(
    (await api()).sessions.calendar({ from: days[0] ?? day, to: days.at(-1) ?? day }),
  );
  const blocks = scope === "rooms" ? all : all.filter((block) => block.session || block.isMine);
  const href = (change: { view?: string; day?: string; scope?: string }) =>
    `?${new URLSearchParams({ view, scope, day, ...change })}`;
  const step = view === "week" ? 7 : 1;
  const elsewhere = blocks.filter((block) => !rooms.some((room) => room.id === block.roomId));
  const columns: TimeColumn[] =
    view === "week"
      ? days.map((one) => ({
          key: one,
          head: f.date(one),
          isToday: one === dayOf(now),
          blocks: blocks.filter((block) => dayOf(block.startsAt) === one),
        }))
      : [
          ...rooms.map((room) => ({
            key: room.id,
            head: (
              <>
                {room.name} <span>{room.point}</span>
              </>
            ),
            blocks: blocks.filter((block) => block.roomId === room.id),
          })),
          ...(elsewhere.length > 0 ? [{ key: "elsewhere", head: t("elsewhere"), blocks: elsewhere }] : []),
        ];
  const range = view === "week" ? t("range", { from: f.day(days[0] ?? day), to: f.day(days[6] ?? day) }) : f.date(day);
  return (
    <>
      <PageHead
        title={t("title")}
        note={range}
        end={
          <div className={styles.steps}>
            <ButtonLink href={href({ day: addDays(day, -step) })}>
              {view === "week" ? t("previousWeek") : t("previousDay")}
            </ButtonLink>
            <ButtonLink href={href({ day: dayOf(now) })}>{t("today")}</ButtonLink>
            <ButtonLink href={href({ day: addDays(day, step) })}>
              {view === "week" ? t("nextWeek") : t("nextDay")}
            </ButtonLink>
          </div>
        }
      />
      <div className={styles.bar}>
        <FilterPills
          label={t("views")}
          pills={[
            { label: t("week"), href: href({ view: "week" }), isChosen: view === "week" },
            { label: t("day"), href: href({ view: "day" }), isChosen: view === "day" },
          ]}
        />
        <FilterPills
          label={t("scopes")}
          pills={[
            { label: t("mine"), href: href({ scope: "mine" }), isChosen: scope === "mine" },
            { label: t("rooms"), href: href({ scope: "rooms" }), isChosen: scope === "rooms" },
          ]}
        />
      </div>
      <TimeGrid columns={columns} label={range} hasRoom={view === "week" || elsewhere.length > 0} />
      <DayList days={days} blocks={blocks} />
    </>
  );
}
