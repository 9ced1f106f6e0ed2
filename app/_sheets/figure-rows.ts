import { getTranslations } from "next-intl/server";
import { shareOf } from "@/app/_statistics/figure-words";
import type { SheetCell, SheetTable } from "@/server/sheets/parts/workbook";
import type { FigureValue } from "@/server/statistics/reads/count-figures";
import type { ExportedOverview } from "@/server/statistics/reads/export-figures";

/** The figures in the page's order. */
const rates = ["resolutionRate", "performanceRate", "relapseRate", "successRate"] as const;
const counts = ["accepted", "open", "notAccepted", "agreed", "performed", "resolved", "untouched"] as const;

const head = [
  "figure",
  "value",
  "unit",
  "numeratorWord",
  "numerator",
  "denominatorWord",
  "denominator",
  "before",
  "numeratorBefore",
  "denominatorBefore",
  "counts",
  "excludes",
] as const;
const widths = [24, 12, 8, 14, 10, 14, 10, 14, 14, 14, 60, 60];

/** A share as the page shows it: one decimal, and words where too few cases make one. */
export function shareCell(value: FigureValue, few: string): SheetCell {
  const share = shareOf(value);
  if (share !== null) return share;
  return value.denominator ? few : null;
}

/** Each figure with both its numbers, what it is compared with, and its definition in words. */
export async function figureTable(seen: ExportedOverview, notes: readonly string[]): Promise<SheetTable> {
  const [t, words] = await Promise.all([getTranslations("sheets"), getTranslations("statistics")]);
  const days = { days: seen.relapseDays };
  const line = (key: (typeof rates | typeof counts)[number] | "medianDays", cells: SheetCell[]): SheetCell[] => [
    words(`figures.${key}.label`, days),
    ...cells,
    words(`figures.${key}.counts`, days),
    words(`figures.${key}.excludes`, days),
  ];
  const [now, then] = [seen.figures, seen.figuresBefore];
  return {
    name: t("names.figures"),
    notes,
    head: head.map((key) => t(`figures.${key}`)),
    widths,
    rows: [
      ...rates.map((key) =>
        line(key, [
          shareCell(now[key], words("smallSample")),
          "%",
          words(`figures.${key}.numerator`, days),
          now[key].numerator,
          words(`figures.${key}.denominator`, days),
          now[key].denominator,
          shareCell(then[key], words("smallSample")),
          then[key].numerator,
          then[key].denominator,
        ]),
      ),
      line("medianDays", [
        medianOf(now.medianDays),
        words("unit.days", { count: 0 }),
        words("figures.medianDays.numerator"),
        now.medianDays.numerator,
        null,
        null,
        medianOf(then.medianDays),
        then.medianDays.numerator,
        null,
      ]),
      ...counts.map((key) =>
        line(key, [
          now[key].numerator,
          words("unit.cases", { count: 0 }),
          null,
          null,
          null,
          null,
          then[key].numerator,
          null,
          null,
        ]),
      ),
    ],
  };
}

/** Whole days, as shown; nothing where nothing was counted. */
export const medianOf = ({ numerator, median }: FigureValue): SheetCell => (numerator ? Math.round(median ?? 0) : null);
