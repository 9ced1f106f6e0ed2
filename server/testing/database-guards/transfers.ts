import { change, fresh, type Guards, put, type Scene } from "./scene";

const offer = (s: Scene, over: Record<string, unknown> = {}) =>
  put("transfers", {
    county_id: s.county.countyId,
    id: s.callId,
    dispute_id: s.unasked.disputeId,
    proceeding_id: s.unasked.proceedingId,
    from_station_id: s.county.stations.LW,
    from_committee_id: s.county.committees.LW,
    to_station_id: s.county.stations.DG,
    to_committee_id: s.county.committees.DG,
    reason: "双方都住在那边",
    offered_by: s.county.people.mediator,
    offered_at: "2026-11-24T02:00:00Z",
    answer_by: "2026-11-26T02:00:00Z",
    ...over,
  });
const outside = { to_station_id: null, to_committee_id: null, to_body: "区信访局" };
const set = (s: Scene, columns: string) => change("transfers", s.callId, columns);
const answered = (s: Scene, who: string, rest: string) =>
  set(s, `answered_by = '${s.county.people[who]}', answered_at = now(), ${rest}`);

const village = (s: Scene) => s.county.points["瑞丰服饰厂联络点"] ?? "";
const closed = (s: Scene) => change("contact_points", village(s), "disabled_at = now()");

/** Handing a matter to another station or committee, or to a body outside. */
export const transferGuards: Guards = {
  transfers_one_waiting: (s) => [offer(s), offer(s, { id: fresh() })],
  transfers_target_named: (s) => [offer(s, { to_committee_id: null })],
  transfers_elsewhere: (s) => [
    offer(s, { to_station_id: s.county.stations.LW, to_committee_id: s.county.committees.LW }),
  ],
  transfers_answer_by_after_offered: (s) => [offer(s, { answer_by: "2026-11-24T01:00:00Z" })],
  transfers_answered_whole: (s) => [offer(s), set(s, "is_accepted = true")],
  transfers_withdrawn_whole: (s) => [offer(s), set(s, "withdrawn_at = now()")],
  transfers_answered_or_withdrawn: (s) => [
    offer(s),
    answered(s, "committee2", `is_accepted = true, withdrawn_at = now(), withdrawn_by = '${s.county.people.mediator}'`),
  ],
  transfers_decline_has_reason: (s) => [offer(s), answered(s, "committee2", "is_accepted = false")],
  transfers_outside_says_when: (s) => [offer(s, outside), answered(s, "mediator", "is_accepted = true")],
  transfers_goes_on_inside: (s) => [offer(s), set(s, `next_proceeding_id = '${s.unasked.proceedingId}'`)],
  transfers_result_whole: (s) => [offer(s, outside), set(s, "result = '办好了'")],
  transfers_begin_waiting: (s) => [
    offer(s, { from_station_id: s.county.stations.DG, to_station_id: s.county.stations.LW }),
  ],
  transfers_stay_as_answered: (s) => [
    offer(s),
    answered(s, "committee2", "is_accepted = false, answer_reason = '不在辖区'"),
    set(s, "answer_reason = '再想想'"),
  ],
  transfers_other_side_answers: (s) => [offer(s), answered(s, "committee", "is_accepted = true")],
  transfers_after_session: (s) => [
    offer(s, { dispute_id: s.convened.disputeId, proceeding_id: s.convened.proceedingId }),
    change("sessions", s.convened.sessionId, "started_at = now()"),
    answered(s, "committee2", "is_accepted = true"),
  ],
  transfers_carry_pause: (s) => [
    offer(s, { dispute_id: s.police.disputeId, proceeding_id: s.police.proceedingId }),
    "set local session_replication_role = replica",
    `update clocks set paused_on = started_on, paused_for = 'injury', stopped_on = started_on, stopped_by = 'ended' where proceeding_id = '${s.police.proceedingId}'`,
    answered(s, "head2", "is_accepted = true"),
    "set local session_replication_role = origin",
    set(s, `next_proceeding_id = '${s.police.proceedingId}'`),
    "set constraints transfers_carry_pause immediate",
  ],
  disputes_at_open_place: (s) => [
    "alter table committees disable trigger committees_close_without_work",
    change("committees", s.county.committees.LW ?? "", "disabled_at = now()"),
    change("disputes", s.unasked.disputeId, `committee_id = committee_id`),
  ],
  places_close_without_work: (s) => [
    change("disputes", s.unasked.disputeId, `point_id = '${village(s)}'`),
    change("contact_points", village(s), "disabled_at = now()"),
  ],
  places_close_without_bookings: (s) => [
    change("rooms", s.county.rooms["柳湾派出所调解室 驻所调解室一"] ?? "", "disabled_at = now()"),
  ],
  places_close_without_waiting: (s) => [
    put("clues", {
      ...{ county_id: s.county.countyId, id: fresh(), station_id: s.county.stations.LW, point_id: village(s) },
      ...{ reporter_id: s.county.people.grid, place: "村口", text: "吵架", reported_at: "2026-11-24T02:00:00Z" },
    }),
    closed(s),
  ],
  places_close_without_people: (s) => [change("committees", s.county.committees.DG ?? "", "disabled_at = now()")],
  places_successor_of_station: (s) => [
    change("contact_points", village(s), `successor_id = '${s.county.points["东关派出所调解室"]}'`),
  ],
  places_successor_when_closed: (s) => [
    change("contact_points", village(s), `successor_id = '${s.county.points["柳湾派出所调解室"]}'`),
    "set constraints places_successor_when_closed immediate",
  ],
  clues_at_open_place: (s) => [
    closed(s),
    put("clues", {
      ...{ county_id: s.county.countyId, id: fresh(), station_id: s.county.stations.LW, point_id: village(s) },
      ...{ reporter_id: s.county.people.grid, place: "村口", text: "吵架", reported_at: "2026-11-24T02:00:00Z" },
    }),
  ],
  consultations_at_open_place: (s) => [
    closed(s),
    put("consultations", {
      ...{ county_id: s.county.countyId, id: fresh(), station_id: s.county.stations.LW, point_id: village(s) },
      ...{
        asked_by: s.county.people.grid,
        asked_at: "2026-11-24T02:00:00Z",
        question: "借条",
        due_at: "2026-11-25T02:00:00Z",
      },
    }),
  ],
  people_at_open_place: (s) => [closed(s), change("people", s.county.people.grid ?? "", `point_id = '${village(s)}'`)],
  disputes_move_with_steps: (s) => [
    "alter table disputes disable trigger disputes_move_by_transfer",
    `insert into gate_steps (county_id, id, dispute_id, kind, owner_id, opened_by, opened_at, due_at)
     values ('${s.county.countyId}', '${fresh()}', '${s.unasked.disputeId}', 'shelter', '${s.county.people.officer}', '${s.county.people.officer}', now(), now())`,
    change("disputes", s.unasked.disputeId, `station_id = '${s.county.stations.DG}', point_id = null`),
    "set constraints all immediate",
  ],
  disputes_move_by_transfer: (s) => [
    offer(s),
    change(
      "disputes",
      s.unasked.disputeId,
      `station_id = '${s.county.stations.DG}', committee_id = '${s.county.committees.DG}', point_id = null`,
    ),
  ],
};
