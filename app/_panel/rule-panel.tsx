"use client";
import { useLocale, useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { Stack } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { SidePanel } from "@/app/_ui/layout/side-panel";
import { Timeline, type TimelineItem } from "@/app/_ui/lists/timeline";
import type { RuleSheet, RuleSheetForce, WrittenRule } from "@/server/panel/reads/rules";
import { RuleForm } from "./rule-form";
import { rulePath } from "./rule-path";
import { useNeedWords, useWhyWords } from "./use-rule-words";

interface RulePanelProps {
  sheet: RuleSheet;
  force: RuleSheetForce;
  /** The area of the row; "" = everywhere. */
  area: string;
}

/** One force in one type of dispute: the rule in force, the head's form, later and earlier rules. */
export function RulePanel({ sheet, force, area }: RulePanelProps) {
  const t = useTranslations("panel.rules");
  const types = useTranslations("vocabulary.disputeTypes");
  const locale = useLocale();
  const needs = useNeedWords();
  const why = useWhyWords();
  const f = useFormat();
  const own = area ? force.areas.find((rule) => rule.area === area) : force.own;
  const now = own ?? force.own ?? { ...force.standard, area: "" };
  const item = (rule: WrittenRule, tone?: TimelineItem["tone"]): TimelineItem => ({
    id: `${rule.area} ${rule.validFrom} ${rule.writtenAt}`,
    at: f.day(rule.validFrom),
    dateTime: rule.validFrom,
    words: t("line", {
      need: needs(rule),
      where: rule.area || t("everywhere"),
      reason: rule.reason,
      by: rule.by,
    }),
    tone,
  });
  const holding = [...(force.own ? [force.own] : []), ...force.areas];
  return (
    <SidePanel
      title={t("panelTitle", { force: locale === "en" ? force.nameEn : force.nameZh, type: types(sheet.type) })}
      closeHref={rulePath(sheet.type)}
    >
      <p>{t("defaultLine", { need: needs(force.standard), why: why({ why: force.standard.why, reason: "" }) })}</p>
      {sheet.canSet ? (
        <RuleForm
          key={`${sheet.type} ${force.code} ${area}`}
          type={sheet.type}
          forceCode={force.code}
          now={{ need: now.need, seats: now.seats, area }}
          rules={[...(force.own ? [force.own] : []), ...force.areas, ...force.coming]}
          today={sheet.today}
        />
      ) : null}
      <Stack gap={8}>
        {force.coming.length > 0 ? (
          <>
            <SectionHead level={3} title={t("coming")} />
            <Timeline wide items={force.coming.map((rule) => item(rule))} />
          </>
        ) : null}
        {holding.length > 0 ? (
          <>
            <SectionHead level={3} title={t("holding")} />
            <Timeline wide items={holding.map((rule) => item(rule, "strong"))} />
          </>
        ) : null}
        <SectionHead level={3} title={t("history")} />
        {force.past.length > 0 ? (
          <Timeline wide items={force.past.map((rule) => item(rule))} />
        ) : (
          <p>{t("noHistory")}</p>
        )}
      </Stack>
    </SidePanel>
  );
}
