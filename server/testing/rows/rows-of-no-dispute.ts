import { addDays, dayOf } from "../../kernel/shanghai";
import type { TestCounty } from "../county";
import { inDays } from "../sessions";
import type { RowFiller } from "./fill-row";
import { particular, unlinked } from "./papers";
import { viewers } from "./viewers";

/** Tables whose rows are about one person and no dispute, and the column that names them. */
const ofPerson = {
  weekly_hours: "person_id",
  absences: "person_id",
  imported_calendars: "person_id",
  imported_busy: "person_id",
  feed_tokens: "created_by",
  notifications: "recipient_id",
  reading_windows: "person_id",
} as const;

/** Rows of people and stations, and rows the whole county may read. */
export function rowsOfNoDispute(
  fill: RowFiller,
  { countyId, people, stations, committees, rooms, points }: TestCounty,
): string[] {
  const special = particular();
  const rows: string[] = [];
  const row = (table: string, known: Record<string, unknown>) =>
    rows.push(fill.row(table, { county_id: countyId, ...special[table], ...known }));
  for (const username of viewers)
    for (const [table, column] of Object.entries(ofPerson)) {
      const calendar =
        table === "imported_calendars" ? { id: people[username], address: "https://calendar.example/a.ics" } : {};
      const busy = table === "imported_busy" ? { calendar_id: people[username] } : {};
      row(table, { [column]: people[username], resource_id: people[username], ...calendar, ...busy });
    }
  for (const [code, asker, reporter, duty] of [
    ["LW", "grid", "grid", "lawyer"],
    ["LW", "mediator", "grid2", "lawyer"],
    ["LW", "officer", "grid", "lawyer"],
    ["DG", "mediator3", "grid", "judge2"],
  ] as const) {
    const station = { station_id: stations[code] };
    row("police_calls", { ...station, group_id: null });
    row("repeat_groups", station);
    const kept = { grid: points["物业纠纷专业调解室"], officer: points["江畔社区调解室"] };
    const point_id = kept[asker as keyof typeof kept] ?? crypto.randomUUID();
    const clue = { id: crypto.randomUUID(), ...station, point_id };
    row("clues", { ...clue, reporter_id: code === "LW" ? people[reporter] : crypto.randomUUID() });
    // Whoever helps reports too.
    if (asker === "grid") row("clues", { ...station, point_id, reporter_id: people.property });
    row("clue_steps", { ...station, clue_id: clue.id, point_id });
    row("consultations", {
      ...station,
      ...unlinked,
      asked_by: people[asker],
      duty_id: people[duty],
    });
    const hall = crypto.randomUUID();
    const at = { room_id: Object.values(rooms)[0], chair_id: people.officer };
    const days = { from_day: dayOf(new Date()), until_day: addDays(dayOf(new Date()), 30) };
    row("town_halls", { ...station, id: hall, minutes: 60, ...days, ...at });
    const hours = { starts_at: inDays(6), ends_at: inDays(6, "15:30") };
    row("town_hall_meetings", { ...station, town_hall_id: hall, ...hours, ...at });
    row("panel_rules", { committee_id: committees[code], area: crypto.randomUUID() });
  }
  for (const code of ["LW", "DG"] as const)
    row("duty_leaders", { station_id: stations[code], person_id: people.officer, set_by: people.head });
  row("subsidy_sheets", { committee_id: committees.LW, handed_by: people.committee });
  row("deposits", { committee_id: committees.LW, deposited_by: people.committee });
  row("person_roles", { person_id: people.mediator3, role: "expert", given_by: people.admin });
  row("duty_shifts", { person_id: people.lawyer, set_by: people.committee });
  return rows;
}
