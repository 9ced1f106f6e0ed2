import { change, type Guards, put, type Scene } from "./scene";

const now = new Date();
const later = new Date(now.getTime() + 3_600_000).toISOString();
const instruction = (s: Scene, over: Record<string, unknown> = {}) =>
  put("instructions", {
    county_id: s.county.countyId,
    id: s.callId,
    dispute_id: s.convened.disputeId,
    proceeding_id: s.convened.proceedingId,
    kind: "urge",
    wish: "本周约双方见面",
    answer_by: later,
    given_by: s.county.people.head,
    given_at: now.toISOString(),
    ...over,
  });
const set = (s: Scene, columns: string) => change("instructions", s.callId, columns);
const answered = (s: Scene, who: string) =>
  set(s, `answer = '已约好', answered_by = '${s.county.people[who]}', answered_at = now()`);

export const assignment = (s: Scene, over: Record<string, unknown> = {}) => [
  "alter table proceedings disable trigger user",
  change("proceedings", s.convened.proceedingId, "track = 'coordination'"),
  put("assignments", {
    county_id: s.county.countyId,
    id: s.callId,
    dispute_id: s.convened.disputeId,
    proceeding_id: s.convened.proceedingId,
    what: "今天恢复供水",
    organisation: "供水公司",
    due_at: later,
    asked_by: s.county.people.mediator,
    asked_at: now.toISOString(),
    ...over,
  }),
];
const move = (s: Scene, columns: string) => change("assignments", s.callId, columns);

/** What heads ask of the lead, and the tasks of a coordination. */
export const instructionGuards: Guards = {
  instructions_say_what: (s) => [instruction(s, { wish: " " })],
  instructions_leave_time: (s) => [instruction(s, { answer_by: now.toISOString() })],
  instructions_answered_whole: (s) => [instruction(s), set(s, "answer = '已约好'")],
  instructions_end_one_way: (s) => [instruction(s), set(s, "withdrawn_at = now()")],
  instructions_begin_open: (s) => [instruction(s, { withdrawn_at: later })],
  // Of the same station, and no head of it.
  instructions_by_head: (s) => [instruction(s, { given_by: s.county.people.officer })],
  instructions_stay_as_given: (s) => [instruction(s), set(s, "wish = '改一改'")],
  instructions_answered_by_lead: (s) => [instruction(s), answered(s, "mediator2")],
  instructions_withdrawn_by_head: (s) => [
    instruction(s),
    set(s, `withdrawn_by = '${s.county.people.mediator}', withdrawn_at = now()`),
    "set constraints all immediate",
  ],
  assignments_say_what: (s) => assignment(s, { what: " " }),
  assignments_of_somebody: (s) => assignment(s, { organisation: "" }),
  assignments_leave_time: (s) => assignment(s, { due_at: now.toISOString() }),
  assignments_answered_whole: (s) => [...assignment(s), move(s, "status = 'done'")],
  assignments_settled_whole: (s) => [...assignment(s), move(s, "status = 'dropped'")],
  assignments_begin_open: (s) => assignment(s, { status: "done" }),
  assignments_to_who_is_asked: (s) => assignment(s, { organisation: "", person_id: s.county.people.lawyer }),
  assignments_stay_as_given: (s) => [...assignment(s), move(s, "what = '改一改'")],
  assignments_one_step: (s) => [...assignment(s), move(s, "status = 'confirmed'")],
};
