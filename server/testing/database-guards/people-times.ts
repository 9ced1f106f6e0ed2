import { fresh, type Guards, put, type Scene } from "./scene";

const now = "2026-11-24T02:00:00Z";
const of = (s: Scene, username: string) => ({
  county_id: s.county.countyId,
  person_id: s.county.people[username] ?? "",
});

const weekly = (s: Scene, over: Record<string, unknown>) =>
  put("weekly_hours", {
    ...of(s, "judge"),
    weekday: 1,
    from_time: "09:00",
    until_time: "12:00",
    mood: "free",
    ...over,
  });
const calendar = (s: Scene, id: string) =>
  put("imported_calendars", { ...of(s, "judge"), id, address: "https://calendar.example/a.ics", added_at: now });
const feed = (s: Scene, over: Record<string, unknown> = {}) =>
  put("feed_tokens", {
    county_id: s.county.countyId,
    id: fresh(),
    resource: "person",
    resource_id: s.county.people.judge,
    token_hash: "same",
    created_by: s.county.people.judge,
    created_at: now,
    ...over,
  });
export const duty = (s: Scene, during: string) =>
  put("duty_shifts", { ...of(s, "lawyer"), id: fresh(), during, set_by: s.county.people.committee });
export const consultation = (s: Scene, over: Record<string, unknown>) =>
  put("consultations", {
    county_id: s.county.countyId,
    id: fresh(),
    station_id: s.county.stations.LW,
    asked_by: s.county.people.grid,
    asked_at: now,
    question: "欠条没有写还款日怎么办？",
    due_at: now,
    ...over,
  });
const notification = (s: Scene, over: Record<string, unknown> = {}) =>
  put("notifications", {
    county_id: s.county.countyId,
    id: fresh(),
    cause: "cause",
    kind: "sessionBooked",
    recipient_kind: "person",
    recipient_id: s.county.people.judge,
    params: {},
    created_at: now,
    ...over,
  });
const delivery = (s: Scene, notificationId: string, over: Record<string, unknown> = {}) =>
  put("deliveries", {
    county_id: s.county.countyId,
    id: fresh(),
    notification_id: notificationId,
    channel: "email",
    not_before: now,
    ...over,
  });

/** People's weeks, imported calendars, duty, consultations, and notifications. */
export const peopleTimesGuards: Guards = {
  weekly_hours_weekday_range: (s) => [weekly(s, { weekday: 9 })],
  weekly_hours_from_before_until: (s) => [weekly(s, { until_time: "09:00" })],
  absences_during_whole: (s) => [
    put("absences", {
      ...of(s, "judge"),
      id: fresh(),
      during: "[2026-12-01 09:00+08,)",
      kind: "leave",
      recorded_at: now,
    }),
  ],
  imported_calendars_address_once: (s) => [calendar(s, fresh()), calendar(s, fresh())],
  imported_busy_during_not_empty: (s) => {
    const id = fresh();
    return [
      calendar(s, id),
      put("imported_busy", { ...of(s, "judge"), id: fresh(), calendar_id: id, during: "empty" }),
    ];
  },
  consultations_point_of_station: (s) => [consultation(s, { point_id: s.county.points["东关派出所调解室"] })],
  clues_point_of_station: (s) => [
    put("clues", {
      county_id: s.county.countyId,
      id: fresh(),
      station_id: s.county.stations.LW,
      point_id: s.county.points["东关派出所调解室"],
      reporter_id: s.county.people.grid,
      place: "老街",
      text: "有人吵架",
      reported_at: now,
    }),
  ],
  feed_tokens_of_live_account: (s) => [feed(s, { created_by: s.county.people.grid })],
  feed_tokens_token_once: (s) => [feed(s), feed(s)],
  duty_shifts_during_whole: (s) => [duty(s, "empty")],
  duty_shifts_not_twice: (s) => [
    duty(s, '["2026-12-01 20:00+08","2026-12-02 08:00+08")'),
    duty(s, '["2026-12-02 06:00+08","2026-12-02 12:00+08")'),
  ],
  consultations_answered_whole: (s) => [consultation(s, { answer: "可以", answered_at: now })],
  consultations_link_whole: (s) => [consultation(s, { linked_at: now })],
  consultations_stay_as_said: (s) => {
    const id = fresh();
    return [consultation(s, { id }), `update consultations set question = '别的' where id = '${id}'`];
  },
  notifications_told_once: (s) => [notification(s), notification(s)],
  notifications_party_has_dispute: (s) => [
    notification(s, { recipient_kind: "party", recipient_id: s.convened.partyIds[0] }),
  ],
  deliveries_channel_once: (s) => {
    const id = fresh();
    return [notification(s, { id }), delivery(s, id), delivery(s, id)];
  },
  deliveries_sent_has_time: (s) => {
    const id = fresh();
    return [notification(s, { id }), delivery(s, id, { status: "sent" })];
  },
  deliveries_attempts_range: (s) => {
    const id = fresh();
    return [notification(s, { id }), delivery(s, id, { attempts: 51 })];
  },
  deliveries_address_encrypted: (s) => {
    const id = fresh();
    return [notification(s, { id }), delivery(s, id, { address_masked: "138****2719" })];
  },
  units_name_once: (s) => {
    const unit = () => put("units", { county_id: s.county.countyId, id: fresh(), name: "同名单位" });
    return [unit(), unit()];
  },
};
