import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DutyGaps } from "@/app/_consultations/duty-gaps";
import { DutyWeek } from "@/app/_consultations/duty-week";
import { ShiftForm } from "@/app/_consultations/shift-form";
import { withWords } from "@/app/_i18n/client-words";
import { api, orNotFound, requestTime, requireSignIn } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { formatFor } from "@/app/_ui/format/format-for";
import { Columns, Line } from "@/app/_ui/layout/columns";
import { PageHead } from "@/app/_ui/layout/page-head";
import { SidePanel } from "@/app/_ui/layout/side-panel";
import { dutyWeekInput } from "@/server/consultations/inputs";

interface DutyProps {
  searchParams: Promise<{ day?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("consultations.roster"))("title") };
}

const shift = (day: string, by: number) => new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);

/** Who answers legal questions, hour by hour of a week; the committee's head plans it. */
async function DutyPage({ searchParams }: DutyProps) {
  const { actor } = await requireSignIn();
  const now = requestTime();
  const today = now.toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });
  const asked = dutyWeekInput.safeParse({ day: (await searchParams).day });
  const week = await orNotFound((await api()).consultations.dutyWeek(asked.success ? asked.data : { day: today }));
  const t = await getTranslations("consultations.roster");
  const title = await getTranslations("consultations");
  const place = await getTranslations("frame.places");
  const f = formatFor(await getLocale(), now);
  const [monday = today] = week.days;
  const sunday = week.days.at(-1) ?? monday;
  const back =
    actor.role === "committeeHead"
      ? { href: "/committee", label: place("committee") }
      : { href: "/consultations", label: title("title") };
  return (
    <>
      <PageHead
        back={back}
        title={t("title")}
        note={t("note", { from: f.day(monday), until: f.day(sunday) })}
        end={
          <Line>
            <ButtonLink small href={`/committee/duty?day=${shift(monday, -7)}`}>
              {t("previous")}
            </ButtonLink>
            <ButtonLink small href="/committee/duty">
              {t("this")}
            </ButtonLink>
            <ButtonLink small href={`/committee/duty?day=${shift(monday, 7)}`}>
              {t("next")}
            </ButtonLink>
          </Line>
        }
      />
      <Columns
        shape="list"
        right={
          <>
            <DutyGaps gaps={week.gaps} isPast={sunday < today} />
            {week.mayChange && sunday >= today ? (
              <SidePanel isFixed title={t("add")}>
                <ShiftForm key={monday} days={week.days.filter((day) => day >= today)} lawyers={week.lawyers} />
              </SidePanel>
            ) : null}
          </>
        }
      >
        <DutyWeek week={week} today={today} now={now.toISOString()} />
      </Columns>
    </>
  );
}

export default withWords("(office)/committee/duty/page", DutyPage);
