import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { withWords } from "@/app/_i18n/client-words";
import { MissingYear } from "@/app/_settings/missing-year";
import { RuleTable } from "@/app/_settings/rule-table";
import { YearSection } from "@/app/_settings/year-section";
import { api, orNotFound, requestTime, requireSignIn } from "@/app/_trpc/server";
import { Stack } from "@/app/_ui/layout/columns";
import { PageHead } from "@/app/_ui/layout/page-head";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

/** Where the page is opened from, for those who have it in no navigation. */
const backOf: Partial<Record<string, string>> = { committeeHead: "/committee", admin: "/admin/sign-in" };
const noteOf = { committeeHead: "noteCommittee", admin: "noteAdmin" } as const;

/** 规则与放假: clocks and settings with their history, days off by year; each changes what is theirs. */
async function RulesPage() {
  const t = await getTranslations("settings");
  const [{ actor }, trpc] = await Promise.all([requireSignIn(), api()]);
  const [rules, { years, canSet }] = await Promise.all([
    orNotFound(trpc.settings.rules({})),
    orNotFound(trpc.settings.years({})),
  ]);
  const now = requestTime().toISOString();
  const back = backOf[actor.role];
  return (
    <Stack>
      <PageHead
        title={t("title")}
        note={t(noteOf[actor.role as keyof typeof noteOf] ?? "noteCounty")}
        back={back ? { href: back, label: t("back") } : undefined}
      />
      {canSet ? <MissingYear /> : null}
      <SectionHead title={t("years.title")} />
      {years.map((year) => (
        <YearSection key={year.year} year={year} canSet={canSet} />
      ))}
      <SectionHead title={t("rules.title")} />
      <Sheet flush>
        <RuleTable rules={rules} now={now} />
      </Sheet>
    </Stack>
  );
}

export default withWords("(office)/rules/page", RulesPage);
