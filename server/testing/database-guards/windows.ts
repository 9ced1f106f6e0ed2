import { change, fresh, type Guards, put, type Scene } from "./scene";

const windowId = fresh();
const person = (s: Scene, username: string) => s.county.people[username] ?? "";
/** The time of the transaction, as the product sets it. */
const at = (instant: string) => `select set_config('app.now', '${instant}', true)`;
const nine = "2026-11-24T09:00:00Z";
const asked = (s: Scene, over: Record<string, unknown> = {}) =>
  put("reading_windows", {
    county_id: s.county.countyId,
    id: windowId,
    dispute_id: s.unasked.disputeId,
    kind: "approved",
    person_id: person(s, "head"),
    station_id: fresh(),
    committee_id: fresh(),
    reason: "答复信访",
    asked_at: nine,
    lapses_at: "2026-12-01T09:00:00Z",
    minutes_max: 4320,
    review_note: "",
    ...over,
  });
const set = (columns: string) => change("reading_windows", windowId, columns);
const opened = (by: string, hours = 24, rest = "") =>
  set(
    `is_granted = true, decided_by = '${by}', decided_at = app.now(), starts_at = app.now(), ends_at = app.now() + interval '${hours} hours'${rest}`,
  );
const granted = (s: Scene, over: Record<string, unknown> = {}) => [
  at(nine),
  asked(s, over),
  opened(person(s, "committee")),
];
const emergency = (s: Scene, by = "mediator") => [
  at(nine),
  asked(s, { kind: "emergency", minutes_max: 60 }),
  opened(person(s, by), 1, ", review_due_at = app.now() + interval '3 days'"),
];
const reviewed = (s: Scene, by: string) =>
  set(`review = 'inOrder', reviewed_by = '${person(s, by)}', reviewed_at = app.now()`);
const withoutTrigger = (name: string) => `alter table reading_windows disable trigger ${name}`;

const acted = (s: Scene, action: string) =>
  `select app.append_event('${s.county.countyId}', '${s.unasked.disputeId}', '${s.unasked.disputeId}', null, '${person(s, "head")}', 'person', '${action}',
    (extract(epoch from app.now()) * 1000000)::bigint, '{}')`;

const restriction = (s: Scene, over: Record<string, unknown> = {}) =>
  put("dispute_restrictions", {
    county_id: s.county.countyId,
    id: windowId,
    dispute_id: s.unasked.disputeId,
    ground: "privacy",
    reason: "当事人要求",
    restricted_by: person(s, "mediator"),
    restricted_at: nine,
    release_reason: "",
    ...over,
  });
const released = (s: Scene, by: string, reason = "期满") =>
  change(
    "dispute_restrictions",
    windowId,
    `released_by = '${person(s, by)}', released_at = now(), release_reason = '${reason}'`,
  );

/** Restrictions of matters and windows to read them. */
export const windowGuards: Guards = {
  // As the head, whose rights to the matter are all closed: reading is an event, an act is none.
  events_window_only_reads: (s) => [
    "set local session authorization default",
    at(nine),
    restriction(s),
    "set constraints all immediate",
    `set local session authorization ${new URL(process.env.DATABASE_SYSTEM_URL ?? "").username}`,
    `select set_config('app.county', '${s.county.countyId}', true), set_config('app.person', '${person(s, "head")}', true),
      set_config('app.subjects', '{${person(s, "head")},${s.county.stations.LW}}', true)`,
    acted(s, "window.read"),
    acted(s, "lead.set"),
  ],
  // The same head lifts what a mediator set, without anybody having opened it to them.
  dispute_restrictions_read_before_release: (s) => [
    at(nine),
    restriction(s),
    "set constraints all immediate",
    `select set_config('app.county', '${s.county.countyId}', true), set_config('app.person', '${person(s, "head")}', true),
      set_config('app.subjects', '{${person(s, "head")},${s.county.stations.LW}}', true)`,
    released(s, "head"),
  ],
  dispute_restrictions_one_open: (s) => [restriction(s), restriction(s, { id: fresh() })],
  dispute_restrictions_reason_given: (s) => [
    "alter table dispute_restrictions disable trigger dispute_restrictions_check_reason",
    restriction(s, { reason: " 封 " }),
  ],
  dispute_restrictions_released_whole: (s) => [restriction(s), released(s, "head", "")],
  dispute_restrictions_as_set: (s) => [restriction(s), change("dispute_restrictions", windowId, "ground = 'minor'")],
  dispute_restrictions_other_duty_releases: (s) => [
    restriction(s, { restricted_by: person(s, "head") }),
    released(s, "head"),
  ],
  reading_windows_reason_given: (s) => [
    "alter table reading_windows disable trigger reading_windows_check_reason",
    asked(s, { reason: " 看 " }),
  ],
  reading_windows_request_lapses: (s) => [asked(s, { lapses_at: nine })],
  reading_windows_max_bounded: (s) => [asked(s, { kind: "emergency", minutes_max: 241 })],
  reading_windows_decided_whole: (s) => [asked(s), set("is_granted = false")],
  reading_windows_another_decides: (s) => [
    withoutTrigger("reading_windows_guard"),
    at(nine),
    asked(s),
    opened(person(s, "head")),
  ],
  reading_windows_span_when_granted: (s) => [
    at(nine),
    asked(s),
    set(`is_granted = true, decided_by = '${person(s, "committee")}', decided_at = app.now()`),
  ],
  reading_windows_span_forward: (s) => [at(nine), asked(s), opened(person(s, "committee"), -1)],
  reading_windows_span_bounded: (s) => [at(nine), asked(s), opened(person(s, "committee"), 73)],
  reading_windows_ended_whole: (s) => [...granted(s), set("ended_at = app.now()")],
  reading_windows_review_when_emergency: (s) => [
    at(nine),
    asked(s),
    opened(person(s, "committee"), 1, ", review_due_at = app.now()"),
  ],
  reading_windows_reviewed_whole: (s) => [...emergency(s), at("2026-11-24T11:00:00Z"), set("review = 'complaint'")],
  reading_windows_another_reviews: (s) => [
    ...emergency(s, "committee"),
    at("2026-11-24T11:00:00Z"),
    reviewed(s, "committee"),
  ],
  reading_windows_one_at_a_time: (s) => [
    ...granted(s),
    withoutTrigger("reading_windows_asked"),
    `insert into reading_windows select (jsonb_populate_record(w, '{"id": "${fresh()}"}')).* from reading_windows w where id = '${windowId}'`,
  ],
  reading_windows_one_waiting: (s) => [
    asked(s),
    asked(s, { id: fresh(), asked_at: "2026-11-25T09:00:00Z", lapses_at: "2026-12-02T09:00:00Z" }),
  ],
  reading_windows_as_asked: (s) => [asked(s), set("minutes_max = 10080")],
  reading_windows_asked_by_office: (s) => [asked(s, { person_id: person(s, "admin") })],
  reading_windows_decided_once: (s) => [...granted(s), set("ends_at = ends_at + interval '1 hour'")],
  reading_windows_lapsed: (s) => [asked(s), at("2026-12-01T09:00:00Z"), opened(person(s, "committee"))],
  reading_windows_opened_by_entitled: (s) => [at(nine), asked(s), opened(person(s, "mediator"))],
  reading_windows_stay_over: (s) => [
    ...granted(s),
    at("2026-11-25T09:00:00Z"),
    set(`ended_by = '${person(s, "committee")}', ended_at = app.now()`),
  ],
  reading_windows_reviewed_afterwards: (s) => [...emergency(s), reviewed(s, "committee")],
};
