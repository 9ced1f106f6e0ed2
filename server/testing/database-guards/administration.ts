import { change, copy, fresh, type Guards, put, type Scene } from "./scene";

const station = (s: Scene) => s.county.stations.LW ?? "";
const room = (s: Scene) => s.county.rooms["柳湾派出所调解室 驻所调解室一"] ?? "";
const own = (s: Scene) => `county_id = '${s.county.countyId}'`;
const hours = (s: Scene, columns: string) => [
  `update room_hours set ${columns} where room_id = '${room(s)}' and weekday = 1`,
];

const foreignPoint = (s: Scene) => s.county.points["东关派出所调解室"] ?? "";
const foreignRoom = (s: Scene) => s.county.rooms["东关派出所调解室 驻所调解室"] ?? "";
const townHall = (s: Scene, over: Record<string, unknown> = {}) =>
  put("town_halls", {
    county_id: s.county.countyId,
    id: s.callId,
    station_id: station(s),
    title: "夜话",
    room_id: room(s),
    chair_id: s.county.people.mediator,
    weekday: 1,
    starts_at: "18:00",
    minutes: 60,
    from_day: "2026-12-01",
    until_day: "2026-12-31",
    created_by: s.county.people.mediator,
    created_at: "2026-11-24T02:00:00Z",
    ...over,
  });

const bound = (s: Scene, subject: string) =>
  put("bound_subjects", {
    issuer: "https://id.example",
    subject,
    county_id: s.county.countyId,
    person_id: s.county.people.officer,
    bound_at: "2026-11-24T02:00:00Z",
  });

const set = (s: Scene) => ({ changed_by: s.county.people.county, changed_at: "2026-11-24T02:00:00Z" });
const rule = (s: Scene, over: Record<string, unknown> = {}) =>
  put("rules", {
    county_id: s.county.countyId,
    id: fresh(),
    key: "triage.hours",
    valid_from: "2026-12-01",
    value: 20,
    source: "local",
    ...over,
  });
const dayOff = (s: Scene, over: Record<string, unknown> = {}) =>
  put("day_overrides", { county_id: s.county.countyId, id: fresh(), day: "2026-12-01", note: "", ...over });
const year = (s: Scene, notice: string) =>
  put("day_years", {
    county_id: s.county.countyId,
    id: fresh(),
    year: 2027,
    notice,
    entered_by: s.county.people.county,
    entered_at: "2026-11-24T02:00:00Z",
  });

const numbered = (s: Scene, kind: string, over: Record<string, unknown> = {}) =>
  put("paper_numbers", {
    ...{ county_id: s.county.countyId, kind, subject_id: s.unasked.disputeId, number: "（2026）柳人调受字第 001 号" },
    ...{ given_at: "2026-11-24T02:00:00Z", ...over },
  });

const start = (s: Scene, over: Record<string, unknown> = {}) =>
  put("number_starts", {
    ...{ county_id: s.county.countyId, id: fresh(), scope: station(s), kind: "agreement.publicSecurity", year: 2026 },
    ...{ last_used: 37, proof: "登记簿第三页", set_by: s.county.people.head, set_at: "2026-11-24T02:00:00Z", ...over },
  });
const voided = (s: Scene, over: Record<string, unknown> = {}) =>
  put("number_voids", {
    ...{ county_id: s.county.countyId, id: fresh(), scope: s.county.as("committee").actor.committeeId, kind: "intake" },
    ...{ number: "（2026）柳人调受字第 001 号", subject_id: s.unasked.disputeId, reason: "登记重复" },
    ...{ voided_by: s.county.people.committee, voided_at: "2026-11-24T02:00:00Z", ...over },
  });
/** The number of an agreement that the parties are signing. */
const voidedInForce = (s: Scene) =>
  `insert into number_voids (county_id, id, scope, kind, number, subject_id, reason, voided_by, voided_at)
   select a.county_id, '${fresh()}', r.committee_id, 'agreement', a.number, a.id, '写错了', '${s.county.people.committee}', now()
   from agreements a join proceedings r on r.id = a.proceeding_id where a.id = '${s.signing.agreementId}'`;
const pattern = (s: Scene, over: Record<string, unknown> = {}) =>
  put("number_patterns", {
    ...{ county_id: s.county.countyId, id: fresh(), scope: station(s), kind: "agreement.publicSecurity" },
    ...{ pattern: "〔{yyyy}〕{word}调字第{n}号", valid_from: "2026-12-01" },
    ...{ set_by: s.county.people.head, set_at: "2026-11-24T02:00:00Z", ...over },
  });

const paperTemplate = (s: Scene, over: Record<string, unknown> = {}) =>
  put("paper_templates", {
    ...{ county_id: s.county.countyId, id: fresh(), kind: "notice", name: "告知书.docx", valid_from: "2026-12-01" },
    ...{ sha256: "a".repeat(64), bytes: 100, fields: [], added_by: s.county.people.admin },
    ...{ added_at: "2026-11-24T02:00:00Z", ...over },
  });
const draftingTemplate = (s: Scene, over: Record<string, unknown> = {}) =>
  put("drafting_templates", {
    ...{ county_id: s.county.countyId, id: fresh(), type: "lending", clauses: [{}], valid_from: "2026-12-01" },
    ...{ committee_id: s.county.as("committee").actor.committeeId, set_by: s.county.people.committee },
    ...{ set_at: "2026-11-24T02:00:00Z", ...over },
  });

/** People, accounts, forces and places. */
export const administrationGuards: Guards = {
  accounts_username_once: (s) => [
    `update accounts set username = (select upper(username) from accounts where person_id = '${s.county.people.head}') where person_id = '${s.county.people.officer}'`,
  ],
  bound_subjects_once_per_account: (s) => [bound(s, "one"), bound(s, "another")],
  counters_count_by_one: (s) => [`update counters set value = value + 2 where ${own(s)}`],
  paper_numbers_number_once: (s) => [numbered(s, "intake"), numbered(s, "ending")],
  paper_numbers_kind_known: (s) => [numbered(s, "letter")],
  paper_numbers_kept: (s) => [numbered(s, "intake"), `delete from paper_numbers where ${own(s)}`],
  number_starts_upward: (s) => [start(s), start(s, { last_used: 36 })],
  number_starts_append_only: (s) => [start(s), `delete from number_starts where ${own(s)}`],
  number_starts_range: (s) => [start(s, { last_used: 100_000 })],
  number_starts_series: (s) => [start(s, { kind: "agreement 2" })],
  number_starts_proof_given: (s) => [start(s, { proof: "x" })],
  paper_numbers_once: (s) => [numbered(s, "intake"), numbered(s, "intake", { number: "（2026）柳人调受字第 002 号" })],
  number_voids_of_given: (s) => [numbered(s, "ending"), voided(s)],
  number_voids_once: (s) => [numbered(s, "intake"), voided(s), voided(s)],
  number_voids_not_in_force: (s) => [voidedInForce(s)],
  number_voids_append_only: (s) => [numbered(s, "intake"), voided(s), `delete from number_voids where ${own(s)}`],
  number_patterns_whole: (s) => [pattern(s, { pattern: "{word}调字第{n}号" })],
  number_patterns_series: (s) => [pattern(s, { kind: "agreement 2" })],
  number_patterns_append_only: (s) => [pattern(s), `update number_patterns set pattern = pattern where ${own(s)}`],
  paper_templates_shape: (s) => [paperTemplate(s, { bytes: 1_048_577 })],
  paper_templates_withdrawn_whole: (s) => [paperTemplate(s, { withdrawn_reason: "用词过时" })],
  paper_templates_withdrawn_once: (s) => [paperTemplate(s), `update paper_templates set bytes = 101 where ${own(s)}`],
  drafting_templates_shape: (s) => [draftingTemplate(s, { clauses: [] })],
  drafting_templates_append_only: (s) => [draftingTemplate(s), `delete from drafting_templates where ${own(s)}`],
  people_phone_hashed: (s) => [change("people", s.county.people.judge ?? "", "phone_hash = ''")],
  people_not_own_deputy: (s) => [change("people", s.county.people.judge ?? "", "deputy_id = id")],
  people_point_of_station: (s) => [change("people", s.county.people.grid ?? "", `point_id = '${foreignPoint(s)}'`)],
  disputes_point_of_station: (s) => [change("disputes", s.unasked.disputeId, `point_id = '${foreignPoint(s)}'`)],
  town_halls_room_of_station: (s) => [townHall(s, { room_id: foreignRoom(s) })],
  town_halls_chair_of_station: (s) => [townHall(s, { chair_id: s.county.people.head2 })],
  town_hall_meetings_room_of_station: (s) => [
    townHall(s),
    put("town_hall_meetings", {
      county_id: s.county.countyId,
      id: fresh(),
      town_hall_id: s.callId,
      starts_at: "2026-12-07T10:00:00Z",
      ends_at: "2026-12-07T11:00:00Z",
      room_id: foreignRoom(s),
    }),
  ],
  people_workplace_by_role: (s) => [change("people", s.county.people.officer ?? "", "station_id = null")],
  forces_code_shape: (s) => [copy("forces", own(s), { code: "8", sort: 99 })],
  forces_sort_once: (s) => [copy("forces", own(s), { code: "another" })],
  stations_code_shape: (s) => [change("stations", station(s), "code = 'lw'")],
  stations_code_once: (s) => [copy("stations", `id = '${station(s)}'`, { id: fresh(), name: "新所" })],
  stations_name_once: (s) => [copy("stations", `id = '${station(s)}'`, { id: fresh(), code: "XX" })],
  committees_name_once: (s) => [copy("committees", own(s), { id: fresh() })],
  contact_points_name_once: (s) => [copy("contact_points", own(s), { id: fresh() })],
  rooms_name_once: (s) => [copy("rooms", `id = '${room(s)}'`, { id: fresh() })],
  rooms_seats_range: (s) => [change("rooms", room(s), "seats = 1")],
  room_hours_open_before_close: (s) => hours(s, "closes_at = opens_at"),
  rules_in_bounds: (s) => [rule(s, { value: 9999 })],
  rules_changed_whole: (s) => [rule(s, { changed_by: s.county.people.county })],
  rules_append_only: (s) => [rule(s, set(s)), `update rules set value = 30 where ${own(s)}`],
  day_overrides_changed_whole: (s) => [dayOff(s, { changed_by: s.county.people.county })],
  day_overrides_append_only: (s) => [dayOff(s, set(s)), `delete from day_overrides where ${own(s)}`],
  day_years_notice_given: (s) => [year(s, "x")],
  day_years_append_only: (s) => [year(s, "国办发明电〔2026〕8号"), `update day_years set year = 2028 where ${own(s)}`],
  room_hours_weekday_range: (s) => hours(s, "weekday = 8"),
};
