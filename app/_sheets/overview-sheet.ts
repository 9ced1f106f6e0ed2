import { getLocale, getTranslations } from "next-intl/server";
import { plainFormatFor } from "@/app/_ui/format/format-for";
import { riskLevels } from "@/db/vocabulary";
import type { SheetTable } from "@/server/sheets/parts/workbook";
import type { ExportedOverview } from "@/server/statistics/reads/export-figures";
import type { Days } from "@/server/statistics/reads/measure-span";
import { figureTable, shareCell } from "./figure-rows";
import { type Made, madeNote } from "./made";

/** The overview as a workbook: its figures, open disputes, months, contact points and forces, as the page shows them. */
export async function overviewSheets(seen: ExportedOverview, made: Made): Promise<SheetTable[]> {
  const [t, words, locale] = await Promise.all([getTranslations("sheets"), getTranslations("statistics"), getLocale()]);
  const format = plainFormatFor(locale, new Date(0));
  const span = (days: Days) => words("span", { from: format.day(days.from), until: format.day(days.until) });
  const notes = [
    words("station", { station: seen.station, span: span(seen.days) }),
    t("compared", { span: span(seen.before) }),
    await madeNote(made),
  ];
  const own = [seen.station, notes[2] ?? ""];
  return [
    await figureTable(seen, notes),
    await openTable(seen, own),
    await monthTable(seen, own),
    await pointTable(seen, own),
    await forceTable(seen, [notes[0] ?? "", notes[2] ?? ""]),
  ];
}

async function openTable({ open }: ExportedOverview, notes: readonly string[]): Promise<SheetTable> {
  const [t, words, risks] = await Promise.all([
    getTranslations("sheets"),
    getTranslations("statistics.open"),
    getTranslations("ui.risk.word"),
  ]);
  return {
    name: t("names.open"),
    notes,
    head: [t("open.age"), ...riskLevels.map((level) => risks(level)), t("open.sum")],
    widths: [16, 10, 10, 10, 10],
    rows: open.map((row) => [
      words(`age.${row.age}`),
      ...riskLevels.map((level) => row[level]),
      riskLevels.reduce((sum, level) => sum + row[level], 0),
    ]),
  };
}

async function monthTable({ months }: ExportedOverview, notes: readonly string[]): Promise<SheetTable> {
  const [t, words] = await Promise.all([getTranslations("sheets"), getTranslations("statistics.months")]);
  return {
    name: t("names.months"),
    notes,
    head: [words("month"), words("accepted"), words("resolved"), words("lastYear")],
    widths: [12, 10, 10, 16],
    rows: months.map((row) => [row.month, row.accepted, row.resolved, row.acceptedLastYear]),
  };
}

async function pointTable({ heat }: ExportedOverview, notes: readonly string[]): Promise<SheetTable> {
  const [t, words] = await Promise.all([getTranslations("sheets"), getTranslations("statistics.heat")]);
  return {
    name: t("names.heat"),
    notes: [...notes, words("caption")],
    head: [words("place"), ...heat.months],
    widths: [28, ...heat.months.map(() => 10)],
    rows: heat.rows.map((row) => [row.point ?? words("elsewhere"), ...row.counts]),
  };
}

async function forceTable({ forces }: ExportedOverview, notes: readonly string[]): Promise<SheetTable> {
  const [t, words, all, locale] = await Promise.all([
    getTranslations("sheets"),
    getTranslations("statistics.forces.head"),
    getTranslations("statistics"),
    getLocale(),
  ]);
  const few = all("smallSample");
  const keys = ["acceptedShare", "accepted", "decided", "attendedShare", "attended", "expected", "hours"] as const;
  return {
    name: t("names.forces"),
    notes,
    head: [words("force"), words("asked"), ...keys.map((key) => t(`forces.${key}`))],
    widths: [20, 8, 14, 10, 12, 14, 10, 10, 18],
    rows: forces.map((row) => [
      locale === "en" ? row.nameEn : row.nameZh,
      row.asked,
      shareCell(row.accepted, few),
      row.accepted.numerator,
      row.accepted.denominator,
      shareCell(row.attended, few),
      row.attended.numerator,
      row.attended.denominator,
      row.answerHours === null ? null : Math.round(row.answerHours * 10) / 10,
    ]),
  };
}
