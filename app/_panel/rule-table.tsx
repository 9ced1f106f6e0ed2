"use client";
import { useLocale, useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { Sheet } from "@/app/_ui/layout/sheet";
import { type Column, DataTable } from "@/app/_ui/lists/data-table";
import { Tag } from "@/app/_ui/text/tag";
import type { RuleSheet, RuleSheetForce, WrittenRule } from "@/server/panel/reads/rules";
import { rulePath } from "./rule-path";
import { useNeedWords, useWhyWords } from "./use-rule-words";

interface Row {
  force: RuleSheetForce;
  /** Null for the built-in default. */
  rule: WrittenRule | null;
  isComing: boolean;
}

const rowsOf = (force: RuleSheetForce): Row[] => [
  { force, rule: force.own, isComing: false },
  ...force.areas.map((rule) => ({ force, rule, isComing: false })),
  ...force.coming.map((rule) => ({ force, rule, isComing: true })),
];

/** What each force is asked for in a type of dispute; below, areas with a rule of their own, and rules that start later. */
export function RuleTable({ sheet, chosen }: { sheet: RuleSheet; chosen?: { force: string; area: string } }) {
  const t = useTranslations("panel.rules");
  const types = useTranslations("vocabulary.disputeTypes");
  const locale = useLocale();
  const needs = useNeedWords();
  const why = useWhyWords();
  const f = useFormat();
  const rows = sheet.forces.flatMap(rowsOf);
  const nameOf = ({ force }: Row) => (locale === "en" ? force.nameEn : force.nameZh);
  const columns: Column<Row>[] = [
    { key: "force", head: t("force"), label: t("force"), width: 150, cell: nameOf },
    {
      key: "need",
      head: t("need"),
      label: t("need"),
      width: 132,
      cell: ({ rule, force }) => needs(rule ?? force.standard),
    },
    { key: "area", head: t("where"), label: t("where"), width: 110, cell: ({ rule }) => rule?.area || t("everywhere") },
    {
      key: "from",
      head: t("from"),
      label: t("from"),
      width: 112,
      cell: ({ rule, isComing }) =>
        !rule ? (
          t("always")
        ) : isComing ? (
          <Tag tone="line">{t("fromDay", { day: f.day(rule.validFrom) })}</Tag>
        ) : (
          f.day(rule.validFrom)
        ),
    },
    {
      key: "source",
      head: t("source"),
      label: t("source"),
      width: 96,
      cell: ({ rule }) => t(rule === null ? "default" : rule.area ? "area" : "own"),
    },
    {
      key: "why",
      head: t("reason"),
      label: t("reason"),
      cell: ({ rule, force }) => why({ reason: rule?.reason ?? "", why: rule ? null : force.standard.why }),
    },
  ];
  return (
    <Sheet flush>
      <DataTable
        caption={t("caption", { type: types(sheet.type) })}
        columns={columns}
        rows={rows}
        keyOf={({ force, rule }) => `${force.code} ${rule?.area ?? ""} ${rule?.validFrom ?? ""}`}
        hrefOf={({ force, rule }) => rulePath(sheet.type, force.code, rule?.area)}
        chosenKey={chosenKeyOf(rows, chosen)}
      />
    </Sheet>
  );
}

function chosenKeyOf(rows: readonly Row[], chosen?: { force: string; area: string }): string | undefined {
  const row = rows.find(({ force, rule }) => force.code === chosen?.force && (rule?.area ?? "") === chosen.area);
  return row && `${row.force.code} ${row.rule?.area ?? ""} ${row.rule?.validFrom ?? ""}`;
}
