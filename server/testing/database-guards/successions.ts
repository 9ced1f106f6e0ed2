import { change, fresh, type Guards, put, type Scene } from "./scene";

const at = (s: Scene, code = "DG") => s.county.stations[code] ?? "";
/** The other station closed without a look at its work, so that something new can be tried there. */
const closed = (s: Scene) => [
  "alter table stations disable trigger stations_close_without_work",
  "alter table committees disable trigger committees_close_without_work",
  change("stations", at(s), "disabled_at = now()"),
  change("committees", s.county.committees.DG ?? "", "disabled_at = now()"),
];
const county = (s: Scene) => ({ county_id: s.county.countyId, id: fresh() });
const then = "2026-11-24T02:00:00Z";
const offer = (s: Scene, over: Record<string, unknown> = {}) =>
  put("transfers", {
    ...county(s),
    dispute_id: s.unasked.disputeId,
    proceeding_id: s.unasked.proceedingId,
    from_station_id: at(s, "LW"),
    from_committee_id: s.county.committees.LW,
    to_station_id: at(s),
    to_committee_id: s.county.committees.DG,
    reason: "双方都住在那边",
    offered_by: s.county.people.mediator,
    offered_at: then,
    answer_by: "2026-11-26T02:00:00Z",
    ...over,
  });
const taken = { is_accepted: true, is_succession: true };

/** Offices that give their work to another one: what may name a closed one, and which transfer asks nobody. */
export const successionGuards: Guards = {
  transfers_to_open_place: (s) => [...closed(s), offer(s)],
  transfers_to_successor: (s) => [offer(s, { ...taken, answered_by: s.county.people.admin, answered_at: then })],
  transfers_succession_asks_nobody: (s) => [
    "alter table transfers disable trigger transfers_guard",
    offer(s, { proceeding_id: null }),
  ],
  contact_points_stay_with_station: (s) => [
    change("contact_points", s.county.points["江畔社区调解室"] ?? "", `station_id = '${at(s)}'`),
  ],
  contact_points_at_open_place: (s) => [
    ...closed(s),
    put("contact_points", { ...county(s), station_id: at(s), kind: "lookout", name: "新点" }),
  ],
  police_calls_at_open_place: (s) => [
    ...closed(s),
    change("police_calls", s.callId, `group_id = null, station_id = '${at(s)}'`),
  ],
  repeat_groups_at_open_place: (s) => [
    ...closed(s),
    put("repeat_groups", { ...county(s), station_id: at(s), place: "桥头", opened_at: then }),
  ],
  town_halls_at_open_place: (s) => [
    ...closed(s),
    put("town_halls", {
      ...{ ...county(s), station_id: at(s), title: "夜话", room_id: s.county.rooms["东关派出所调解室 驻所调解室"] },
      ...{ chair_id: s.county.people.mediator3, weekday: 1, starts_at: "18:00", minutes: 60, from_day: "2026-12-01" },
      ...{ until_day: "2026-12-31", created_by: s.county.people.mediator3, created_at: then },
    }),
  ],
  duty_leaders_at_open_place: (s) => [
    ...closed(s),
    put("duty_leaders", {
      ...{ ...county(s), station_id: at(s), person_id: s.county.people.officer3, set_by: s.county.people.head2 },
      ...{ during: "[2026-12-01T00:00:00Z,2026-12-01T08:00:00Z)", set_at: then },
    }),
  ],
  panel_rules_at_open_place: (s) => [
    ...closed(s),
    put("panel_rules", {
      ...{
        county_id: s.county.countyId,
        committee_id: s.county.committees.DG,
        dispute_type: "neighbour",
        reason: "那边没有律师",
        force_code: "lawyer",
      },
      ...{ valid_from: "2026-12-01", need: "required", written_by: s.county.people.committee2, written_at: then },
    }),
  ],
  rules_at_open_place: (s) => [
    ...closed(s),
    put("rules", {
      ...{ county_id: s.county.countyId, committee_id: s.county.committees.DG, key: "transfer.answerHours" },
      ...{ valid_from: "2026-12-01", value: 24, source: "local" },
    }),
  ],
  proceedings_at_open_place: (s) => [
    ...closed(s),
    change("proceedings", s.unasked.proceedingId, `station_id = '${at(s)}'`),
  ],
};
