import { change, fresh, type Guards, put, type Scene } from "./scene";

const request = (s: Scene, over: Record<string, unknown> = {}) =>
  put("lead_requests", {
    county_id: s.county.countyId,
    id: s.callId,
    dispute_id: s.convened.disputeId,
    proceeding_id: s.convened.proceedingId,
    lead_person_id: s.county.people.mediator,
    party_id: s.convened.partyIds[0],
    means: "spoken",
    asked_on: "2026-11-24",
    reason: "他和对方是同村的",
    recorded_by: s.county.people.mediator,
    recorded_at: "2026-11-24T02:00:00Z",
    answer_by: "2026-11-27T02:00:00Z",
    ...over,
  });
const set = (s: Scene, columns: string) => change("lead_requests", s.callId, columns);
const decided = (s: Scene, who: string, rest: string) =>
  set(s, `decided_by = '${s.county.people[who]}', decided_at = now(), decision_reason = '当事人有权选择', ${rest}`);
const granted = (s: Scene) => `outcome = 'accepted', new_lead_person_id = '${s.county.people.mediator2}'`;
const atOnce = "set constraints all immediate";

/** Who leads, speaks, writes and interprets in a proceeding. */
export const peopleGuards: Guards = {
  lead_requests_one_open: (s) => [request(s), request(s, { id: fresh() })],
  lead_requests_decided_whole: (s) => [request(s), set(s, "outcome = 'overtaken'")],
  lead_requests_accepted_names_lead: (s) => [request(s), decided(s, "committee", "outcome = 'accepted'")],
  lead_requests_wish_another: (s) => [request(s, { wished_person_id: s.county.people.mediator })],
  lead_requests_told_whole: (s) => [request(s), set(s, "told_on = '2026-11-24'")],
  lead_requests_begin_open: (s) => [request(s, { lead_person_id: s.county.people.mediator2 })],
  lead_requests_stay_as_decided: (s) => [
    request(s),
    decided(s, "committee", "outcome = 'declined'"),
    set(s, "decision_reason = '再想想看'"),
  ],
  lead_requests_head_decides: (s) => [request(s), decided(s, "head", "outcome = 'declined'")],
  lead_requests_by_entitled: (s) => [
    "alter table parties disable trigger user",
    change("parties", s.convened.partyIds[0] ?? "", "is_minor = true"),
    request(s),
  ],
  lead_requests_decided_as_happened: (s) => [request(s), decided(s, "committee", granted(s)), atOnce],
  proceedings_lead_settles_requests: (s) => [
    request(s),
    change("proceedings", s.convened.proceedingId, `lead_person_id = '${s.county.people.mediator2}'`),
    atOnce,
  ],
};
