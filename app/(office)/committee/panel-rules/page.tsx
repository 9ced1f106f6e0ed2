import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { withWords } from "@/app/_i18n/client-words";
import { RulePanel } from "@/app/_panel/rule-panel";
import { rulePath } from "@/app/_panel/rule-path";
import { RuleTable } from "@/app/_panel/rule-table";
import { api, orNotFound } from "@/app/_trpc/server";
import { Columns } from "@/app/_ui/layout/columns";
import { PageHead } from "@/app/_ui/layout/page-head";
import { FilterPills } from "@/app/_ui/lists/filter-pills";
import { disputeTypes } from "@/db/vocabulary";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("panel.rules"))("title") };
}

type Search = Partial<Record<"type" | "force" | "area", string>>;

/** Which forces each type of dispute asks for: the committee's head changes it, other staff read it. */
async function PanelRulesPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { type: asked, force: code, area = "" } = await searchParams;
  const t = await getTranslations("panel.rules");
  const types = await getTranslations("vocabulary.disputeTypes");
  const type = disputeTypes.find((one) => one === asked) ?? disputeTypes[0];
  const sheet = await orNotFound((await api()).panel.rules({ type }));
  const force = sheet.forces.find((one) => one.code === code);
  return (
    <Columns
      shape="admin"
      right={force ? <RulePanel key={`${type} ${force.code} ${area}`} sheet={sheet} force={force} area={area} /> : null}
    >
      <PageHead
        title={t("title")}
        note={sheet.committee}
        back={sheet.canSet ? { href: "/committee", label: t("back") } : undefined}
      />
      <p>{sheet.canSet ? t("intro") : t("introReader")}</p>
      <FilterPills
        label={t("types")}
        pills={disputeTypes.map((one) => ({
          label: types(one),
          href: rulePath(one),
          count: sheet.written[one],
          isChosen: one === type,
        }))}
      />
      <RuleTable sheet={sheet} chosen={force && { force: force.code, area }} />
    </Columns>
  );
}

export default withWords("(office)/committee/panel-rules/page", PanelRulesPage);
