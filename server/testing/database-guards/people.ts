import { dayOf } from "../../kernel/shanghai";
import { change, fresh, type Guards, put, type Scene } from "./scene";

/** The scene is of today: nobody asked for another lead before it was taken up. */
const now = new Date();

const request = (s: Scene, over: Record<string, unknown> = {}) =>
  put("lead_requests", {
    county_id: s.county.countyId,
    id: s.callId,
    dispute_id: s.convened.disputeId,
    proceeding_id: s.convened.proceedingId,
    lead_person_id: s.county.people.mediator,
    party_id: s.convened.partyIds[0],
    means: "spoken",
    asked_on: dayOf(now),
    reason: "他和对方是同村的",
    recorded_by: s.county.people.mediator,
    recorded_at: now.toISOString(),
    answer_by: now.toISOString(),
    ...over,
  });
const set = (s: Scene, columns: string) => change("lead_requests", s.callId, columns);
const decided = (s: Scene, who: string, rest: string) =>
  set(s, `decided_by = '${s.county.people[who]}', decided_at = now(), decision_reason = '当事人有权选择', ${rest}`);
const granted = (s: Scene) => `outcome = 'accepted', new_lead_person_id = '${s.county.people.mediator2}'`;
const atOnce = "set constraints all immediate";

const assistant = (s: Scene, who: string) =>
  change("proceedings", s.convened.proceedingId, `assistant_id = '${s.county.people[who]}'`);
const election = (s: Scene, over: Record<string, unknown> = {}) =>
  put("elections", {
    county_id: s.county.countyId,
    id: s.callId,
    dispute_id: s.convened.disputeId,
    side: 1,
    elected_on: "2026-11-20",
    paper: "推选书",
    may_negotiate: true,
    may_sign: true,
    may_receive: false,
    recorded_by: s.county.people.mediator,
    recorded_at: "2026-11-24T02:00:00Z",
    ...over,
  });
const linkId = fresh();
/** Both parties on one side: the first elects the second. */
const elected = (s: Scene, over: Record<string, unknown> = {}) => [
  "alter table parties disable trigger user",
  `update parties set side = 1 where dispute_id = '${s.convened.disputeId}'`,
  election(s),
  elects(s, over),
];
const elects = (s: Scene, over: Record<string, unknown> = {}) =>
  put("party_links", {
    county_id: s.county.countyId,
    id: linkId,
    dispute_id: s.convened.disputeId,
    party_id: s.convened.partyIds[0],
    kind: "representative",
    name: "张建国",
    phone: "",
    phone_hash: "",
    phone_line_hash: "",
    phone_end_hash: "",
    may_sign: true,
    note: "",
    election_id: s.callId,
    elected_party_id: s.convened.partyIds[1],
    may_negotiate: true,
    may_receive: false,
    ended_reason: "",
    ...over,
  });

/** Who leads, speaks, writes and interprets in a proceeding. */
export const peopleGuards: Guards = {
  proceedings_assistant_beside_lead: (s) => [assistant(s, "mediator")],
  proceedings_assistant_of_line: (s) => [assistant(s, "officer")],
  elections_for_something: (s) => [election(s, { may_negotiate: false, may_sign: false })],
  elections_paper_named: (s) => [election(s, { paper: " " })],
  elections_append_only: (s) => [...elected(s), change("elections", s.callId, "paper = '另一份'")],
  elections_have_members: (s) => [election(s), atOnce],
  party_links_as_elected: (s) => [...elected(s, { may_sign: false })],
  party_links_elected_whole: (s) => [...elected(s, { kind: "agent" })],
  party_links_elected_once: (s) => [...elected(s), elects(s, { id: fresh() })],
  party_links_ended_whole: (s) => [...elected(s), change("party_links", linkId, "ended_at = now()")],
  party_links_end_once: (s) => [
    `insert into party_links (county_id, id, dispute_id, party_id, kind, name, ended_at, ended_on, ended_reason)
     values ('${s.county.countyId}', '${linkId}', '${s.convened.disputeId}', '${s.convened.partyIds[0]}', 'agent', '林代', now(), app.day_of(now()), '解除委托')`,
  ],
  party_links_election_stays: (s) => [...elected(s), `delete from party_links where id = '${linkId}'`],
  lead_requests_one_open: (s) => [request(s), request(s, { id: fresh() })],
  lead_requests_decided_whole: (s) => [request(s), set(s, "outcome = 'overtaken'")],
  lead_requests_accepted_names_lead: (s) => [request(s), decided(s, "committee", "outcome = 'accepted'")],
  lead_requests_wish_another: (s) => [request(s, { wished_person_id: s.county.people.mediator })],
  lead_requests_told_whole: (s) => [request(s), set(s, "told_on = '2026-11-24'")],
  lead_requests_begin_open: (s) => [request(s, { asked_on: "2020-01-01" })],
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
