import { getTranslations } from "next-intl/server";
import { sideWords } from "@/app/_disputes/side-words";
import { formatNumber } from "@/app/_ui/format/format-number";
import type { ExportedList } from "@/server/disputes/reads/export-list";
import type { DisputeInList, ListInput } from "@/server/disputes/reads/list";
import type { SheetCell, SheetTable } from "@/server/sheets/parts/workbook";
import { dayCell, type Made, madeNote, momentCell } from "./made";

const columns = {
  number: 18,
  title: 44,
  type: 14,
  source: 16,
  place: 30,
  risk: 8,
  sides: 30,
  track: 14,
  status: 14,
  outcome: 16,
  lead: 12,
  nextStep: 22,
  nextOwner: 12,
  due: 17,
  registeredAt: 12,
  acceptedAt: 12,
} as const;
type ColumnKey = keyof typeof columns;
const keys = Object.keys(columns) as ColumnKey[];

type Filters = Omit<ListInput, "after">;

/** The list of disputes as a sheet: the columns of the page, each fact in one of its own. */
export async function disputeSheet({ rows, isCut }: ExportedList, filters: Filters, made: Made): Promise<SheetTable[]> {
  const t = await getTranslations("sheets");
  const count = formatNumber(rows.length);
  const cells = await cellsOf();
  return [
    {
      name: t("names.disputes"),
      notes: [
        await filterNote(filters),
        await madeNote(made),
        isCut ? t("cut", { count }) : t("sheetRows", { count: rows.length }),
      ],
      head: keys.map((key) => t(`disputes.${key}`)),
      widths: keys.map((key) => columns[key]),
      rows: rows.map((row) => {
        const said = cells(row);
        return keys.map((key) => said[key]);
      }),
    },
  ];
}

async function filterNote({ scope, status, risk, source, type, track, lead, late, q }: Filters): Promise<string> {
  const [t, list, statuses, risks, sources, types, tracks] = await Promise.all([
    getTranslations("sheets"),
    getTranslations("disputes.list"),
    getTranslations("vocabulary.proceedingStatuses"),
    getTranslations("vocabulary.riskLevels"),
    getTranslations("vocabulary.sources"),
    getTranslations("vocabulary.disputeTypes"),
    getTranslations("vocabulary.tracks"),
  ]);
  const stage = status === "registered" || status === "notAccepted" ? list(status) : status ? statuses(status) : null;
  const said = [
    q ? t("found", { q }) : list(`scope.${scope}`),
    stage,
    risk && risks(risk),
    source && sources(source),
    type && types(type),
    track && tracks(track),
    lead && list("oneLead"),
    late && list("late"),
  ];
  return t("filters", { filters: said.filter(Boolean).join(" / ") });
}

async function cellsOf(): Promise<(row: DisputeInList) => Record<ColumnKey, SheetCell>> {
  const [list, sides, types, sources, risks, tracks, statuses, outcomes, steps] = await Promise.all([
    getTranslations("disputes.list"),
    getTranslations("disputes.sides"),
    getTranslations("vocabulary.disputeTypes"),
    getTranslations("vocabulary.sources"),
    getTranslations("vocabulary.riskLevels"),
    getTranslations("vocabulary.tracks"),
    getTranslations("vocabulary.proceedingStatuses"),
    getTranslations("vocabulary.outcomes"),
    getTranslations("vocabulary.nextSteps"),
  ]);
  return (row) => {
    const { proceeding } = row;
    const nextStep = row.notAccepted || row.isMerged ? null : proceeding ? proceeding.nextStep : ("triage" as const);
    return {
      number: row.number,
      title: row.title,
      type: types(row.type),
      source: sources(row.source),
      place: row.place,
      risk: risks(row.risk),
      sides: sideWords(row.sides, sides).join(" / "),
      track: proceeding ? tracks(proceeding.track) : null,
      status: row.notAccepted ? list("notAccepted") : proceeding ? statuses(proceeding.status) : list("registered"),
      outcome: row.isMerged ? outcomes("merged") : proceeding?.outcome ? outcomes(proceeding.outcome) : null,
      lead: proceeding?.lead ?? null,
      nextStep: nextStep ? steps(nextStep) : null,
      nextOwner: row.notAccepted ? null : (proceeding?.nextOwner ?? null),
      due: row.notAccepted ? null : momentCell(proceeding?.nextDueAt),
      registeredAt: dayCell(row.registeredAt),
      acceptedAt: dayCell(proceeding?.acceptedOn),
    };
  };
}
