import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { Line, Stack } from "@/app/_ui/layout/columns";
import { DataTable } from "@/app/_ui/lists/data-table";
import type { NumberSheet, SeriesLine } from "@/server/numbers/queries";
import { PatternButton } from "./pattern-button";
import { useSeriesName } from "./series-name";
import { StartButton } from "./start-button";
import { VoidButton } from "./void-button";

/** Their numbers become void with them. */
const withdrawn: readonly SeriesLine["paper"][] = ["agreement", "onSpot"];

/** Each series with its last number of the year, how the next one will look, and what was set by whom. */
export function SeriesTable({ sheet, today }: { sheet: NumberSheet; today: string }) {
  const t = useTranslations("numbers");
  const nameOf = useSeriesName();
  return (
    <DataTable
      caption={t("caption", { organisation: sheet.organisation })}
      rows={sheet.series}
      keyOf={({ key }) => key}
      columns={[
        { key: "series", head: t("series"), label: t("series"), cell: (line) => <b>{nameOf(line.key)}</b> },
        {
          key: "last",
          head: t("last", { year: sheet.year }),
          label: t("last", { year: sheet.year }),
          cell: ({ last }) => (last === 0 ? t("none") : last),
        },
        { key: "next", head: t("next"), label: t("next"), cell: ({ next }) => next },
        { key: "set", head: t("set"), label: t("set"), cell: (line) => <WasSet line={line} /> },
        {
          key: "acts",
          head: "",
          label: t("change"),
          cell: (line) => (
            <Line gap={4}>
              <StartButton line={line} year={sheet.year} />
              <PatternButton line={line} year={sheet.year} today={today} />
              {withdrawn.includes(line.paper) ? null : <VoidButton line={line} />}
            </Line>
          ),
        },
      ]}
    />
  );
}

/** What was set for a series, the newest first. */
function WasSet({ line: { starts, patterns } }: { line: SeriesLine }) {
  const t = useTranslations("numbers");
  const f = useFormat();
  if (starts.length + patterns.length === 0) return t("standard");
  return (
    <Stack gap={4}>
      {patterns.map(({ pattern, from, by }) => (
        <span key={`${from} ${pattern}`}>{t("patternSet", { pattern, day: f.day(from), name: by })}</span>
      ))}
      {starts.map(({ year, lastUsed, proof, by, at }) => (
        <span key={at}>{t("startSet", { year, last: lastUsed, proof, name: by, day: f.day(at) })}</span>
      ))}
    </Stack>
  );
}
