import { getLocale, getTranslations } from "next-intl/server";
import { plainFormatFor } from "@/app/_ui/format/format-for";
import type { SheetTable } from "@/server/sheets/parts/workbook";
import type { County } from "@/server/statistics/reads/county";
import { medianOf, shareCell } from "./figure-rows";
import { type Made, madeNote } from "./made";

const counts = ["received", "accepted", "open", "agreed", "performed"] as const;
const rates = ["resolutionRate", "successRate", "performanceRate"] as const;

/** One line per station, as the county's page has it; a rate with both its numbers. It names no dispute. */
export async function countySheets({ days, stations }: County, made: Made): Promise<SheetTable[]> {
  const [t, words, locale] = await Promise.all([getTranslations("sheets"), getTranslations("statistics"), getLocale()]);
  const format = plainFormatFor(locale, new Date(0));
  const label = (key: (typeof counts | typeof rates)[number] | "medianDays") => words(`figures.${key}.label`);
  return [
    {
      name: t("names.county"),
      notes: [
        words("county.note", { span: words("span", { from: format.day(days.from), until: format.day(days.until) }) }),
        await madeNote(made),
      ],
      head: [
        words("county.station"),
        ...counts.map(label),
        ...rates.flatMap((key) => [
          `${label(key)} %`,
          words(`figures.${key}.numerator`),
          words(`figures.${key}.denominator`),
        ]),
        label("medianDays"),
      ],
      widths: [20, ...counts.map(() => 10), ...rates.flatMap(() => [14, 10, 10]), 16],
      rows: stations.map(({ name, figures }) => [
        name,
        ...counts.map((key) => figures[key].numerator),
        ...rates.flatMap((key) => [
          shareCell(figures[key], words("smallSample")),
          figures[key].numerator,
          figures[key].denominator,
        ]),
        medianOf(figures.medianDays),
      ]),
    },
  ];
}
