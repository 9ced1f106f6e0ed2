import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { dayOf } from "@/app/_calendar/days";
import { LeaderForm } from "@/app/_duty/leader-form";
import { LeaderWeek } from "@/app/_duty/leader-week";
import { withWords } from "@/app/_i18n/client-words";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { formatFor } from "@/app/_ui/format/format-for";
import { Columns, Line } from "@/app/_ui/layout/columns";
import { PageHead } from "@/app/_ui/layout/page-head";
import { SidePanel } from "@/app/_ui/layout/side-panel";
import { leaderWeekInput } from "@/server/duty-leaders/inputs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("consultations.leaders"))("title") };
}

const shift = (day: string, by: number) => new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);

/** Who leads the station when: whom amber risks are told, and red ones beside the head, who plans it. */
async function DutyLeadersPage({ searchParams }: { searchParams: Promise<{ day?: string }> }) {
  const now = requestTime();
  const today = dayOf(now);
  const asked = leaderWeekInput.safeParse({ fromDay: (await searchParams).day });
  const week = await orNotFound((await api()).dutyLeaders.week(asked.success ? asked.data : { fromDay: today }));
  const t = await getTranslations("consultations.leaders");
  const roster = await getTranslations("consultations.roster");
  const numbers = await getTranslations("numbers");
  const f = formatFor(await getLocale(), now);
  const [first = today] = week.days;
  const last = week.days.at(-1) ?? first;
  const open = week.days.filter((day) => day >= today);
  return (
    <>
      <PageHead
        title={t("title")}
        note={t("note", { from: f.day(first), until: f.day(last) })}
        end={
          <Line>
            {week.mayChange ? (
              <ButtonLink small href="/numbers">
                {numbers("title")}
              </ButtonLink>
            ) : null}
            <ButtonLink small href={`/duty-leaders?day=${shift(first, -7)}`}>
              {roster("previous")}
            </ButtonLink>
            <ButtonLink small href="/duty-leaders">
              {roster("this")}
            </ButtonLink>
            <ButtonLink small href={`/duty-leaders?day=${shift(first, 7)}`}>
              {roster("next")}
            </ButtonLink>
          </Line>
        }
      />
      <Columns
        shape="list"
        right={
          <SidePanel isFixed title={week.mayChange ? t("add") : t("link")}>
            <p>{week.now ? t("now", { name: week.now }) : t("nobodyNow")}</p>
            {week.mayChange && open.length > 0 ? <LeaderForm key={first} days={open} leaders={week.leaders} /> : null}
          </SidePanel>
        }
      >
        <LeaderWeek week={week} now={now.toISOString()} />
      </Columns>
    </>
  );
}

export default withWords("(office)/duty-leaders/page", DutyLeadersPage);
