import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { withWords } from "@/app/_i18n/client-words";
import { MissingYear } from "@/app/_settings/missing-year";
import { groupRules } from "@/app/_settings/rule-groups";
import { RuleSheet } from "@/app/_settings/rule-sheet";
import { YearSection } from "@/app/_settings/year-section";
import { api, orNotFound, requestTime, requireSignIn } from "@/app/_trpc/server";
import { TextField } from "@/app/_ui/fields/text-field";
import { Stack } from "@/app/_ui/layout/columns";
import { PageHead } from "@/app/_ui/layout/page-head";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { FilterPills } from "@/app/_ui/lists/filter-pills";
import { SearchForm } from "@/app/_ui/lists/search-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

/** Where the page is opened from, for those who have it in no navigation. */
const backOf: Partial<Record<string, string>> = { committeeHead: "/committee", admin: "/admin/sign-in" };
const noteOf = { committeeHead: "noteCommittee", admin: "noteAdmin" } as const;

const wordsMax = 40;

/** 规则与放假: clocks and settings with their history, days off by year; each changes what is theirs. */
async function RulesPage({ searchParams }: { searchParams: Promise<{ find?: string | string[] }> }) {
  const t = await getTranslations("settings");
  const [{ actor }, trpc, asked] = await Promise.all([requireSignIn(), api(), searchParams]);
  const [rules, { years, canSet }] = await Promise.all([
    orNotFound(trpc.settings.rules({})),
    orNotFound(trpc.settings.years({})),
  ]);
  const find = typeof asked.find === "string" ? asked.find.trim().slice(0, wordsMax) : "";
  const back = backOf[actor.role];
  return (
    <Stack>
      <PageHead
        title={t("title")}
        note={t(noteOf[actor.role as keyof typeof noteOf] ?? "noteCounty")}
        back={back ? { href: back, label: t("back") } : undefined}
      />
      {canSet ? <MissingYear /> : null}
      <SearchForm action="/rules" label={t("rules.find")} verb={t("rules.findVerb")}>
        <TextField label={t("rules.find")} name="find" type="search" defaultValue={find} maxLength={wordsMax} />
      </SearchForm>
      <FilterPills
        label={t("rules.jump")}
        pills={
          find
            ? [{ label: t("rules.all"), href: "/rules" }]
            : [
                ...groupRules(rules).map(({ group, rules }) => ({
                  label: t(`rules.groups.${group}`),
                  count: rules.length,
                  href: `#rules-${group}`,
                })),
                { label: t("years.title"), href: "#years" },
              ]
        }
      />
      <RuleSheet rules={rules} now={requestTime().toISOString()} find={find} />
      {find ? null : (
        <>
          <SectionHead id="years" title={t("years.title")} />
          {years.map((year) => (
            <YearSection key={year.year} year={year} canSet={canSet} />
          ))}
        </>
      )}
    </Stack>
  );
}

export default withWords("(office)/rules/page", RulesPage);
