import * as z from "zod";
import { procedures } from "../../api/root";
import type { InputShape } from "../inputs/input-shape";

/**
 * What a field of an input names: a row with this matter's dispute, or another row out of the reader's sight. People, places,
 * forces and the lawyers' roster are no secret inside a county.
 */
export const tableOf: Record<string, string> = {
  disputeId: "disputes",
  proceedingId: "proceedings",
  proceedingIds: "proceedings",
  partyId: "parties",
  partyIds: "parties",
  sessionId: "sessions",
  replacesSessionId: "sessions",
  invitationId: "invitations",
  fileId: "files",
  noteId: "notes",
  cardId: "desk_cards",
  answersId: "desk_cards",
  pollId: "number_polls",
  statementId: "fact_statements",
  opinionId: "opinions",
  obligationId: "obligations",
  tieId: "ties",
  linkId: "party_links",
  partyTimeId: "party_times",
  rowId: "session_people",
  presentIds: "session_people",
  callId: "police_calls",
  callIds: "police_calls",
  groupId: "repeat_groups",
  clueId: "clues",
  consultationId: "consultations",
  requestId: "access_requests",
  deliveryId: "deliveries",
  absenceId: "absences",
  calendarId: "imported_calendars",
  feedId: "feed_tokens",
  townHallId: "town_halls",
  meetingId: "town_hall_meetings",
  paperId: "papers",
  aboutLinkId: "party_links",
  agreedPartyIds: "parties",
  agreementId: "agreements",
  applicationId: "settlement_applications",
  askingId: "interpreter_askings",
  assignmentId: "assignments",
  bookingId: "sessions",
  byLinkId: "party_links",
  byPartyId: "parties",
  callerOf: "police_calls",
  contestId: "ledger_contests",
  cardIds: "desk_cards",
  electionId: "elections",
  entryId: "performances",
  heirPartyId: "parties",
  instructionId: "instructions",
  interpreterId: "interpreters",
  intoDisputeId: "disputes",
  memberIds: "parties",
  mergeId: "dispute_merges",
  obligeePartyId: "parties",
  obligeePartyIds: "parties",
  obligorPartyIds: "parties",
  otherDisputeId: "disputes",
  peoplesProceedingId: "proceedings",
  relapseOf: "disputes",
  replacesId: "invitations",
  representativeId: "parties",
  representativeIds: "parties",
  spokenByLinkId: "party_links",
  transferId: "transfers",
  upTo: "notifications",
  windowId: "reading_windows",
  // One name for three kinds of request.
  "handovers.requestId": "lead_requests",
  "signing.requestId": "signing_requests",
};

const person = "a person of the county, whom everybody in office knows";
const place = "a place or an office of the county";
const cursor = "where a list goes on: an id of a list that the reader reads";
/** Fields that take an id and are not asked with another's, each with why. */
export const noSecret: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      ...[
        "askedIds",
        "assistantId",
        "assistantSeen",
        "chairId",
        "deputyId",
        "inPersonId",
        "lead",
        "leadPersonId",
        "leadSeen",
      ],
      ...["leaderId", "namedIds", "newLeadPersonId", "officerId", "outPersonId", "personId", "personIds"],
      ...["secondOfficerId", "toldBy", "toId", "verifierId", "wishedPersonId"],
    ].map((name) => [name, person]),
  ),
  ...Object.fromEntries(
    ["committeeId", "officeId", "pointId", "roomId", "roomIdSeen", "stationId", "successorId", "toRoomId"].map(
      (name) => [name, place],
    ),
  ),
  ...Object.fromEntries(["after", "before", "chain", "id"].map((name) => [name, cursor])),
  entrySeen: "the entry of a day that the form showed, which everybody reads",
  intoPartyId: "asked for with one kind of exit alone; a reference to a party of the same matter",
  key: "the key of an act, made by whoever sends it",
  leaderShiftId: "rosters are read by the whole station",
  now: "an answer as the form showed it",
  revisitId: "drawn ones are shown to whoever visits alone, by app.own_revisits; anybody else is refused alike",
  roleId: "roles beside the main one are read by the whole county",
  seen: "an answer as the form showed it",
  shiftId: "rosters are read by the whole county",
  subjectId: "one of several tables by the kind of paper; refused alike by whether the paper can be made",
  templateId: "templates are read by the whole county",
};

/** Names of all fields that take an id, with the procedure of each. */
export const idFields = procedures.flatMap(({ path, inputs }) => {
  const names = new Set<string>();
  const walk = (shape: InputShape, name: string): void => {
    if (shape.format === "uuid") names.add(name);
    for (const one of [...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...(shape.items ? [shape.items] : [])])
      walk(one, name);
    for (const [key, one] of Object.entries(shape.properties ?? {})) walk(one, key);
  };
  walk(z.toJSONSchema(inputs[0] as z.ZodType, { io: "input", unrepresentable: "any" }) as InputShape, "");
  return [...names].map((name) => ({ path, name }));
});

/** The kind of id that a field of a procedure names; undefined for what is no secret. */
export const kindOf = (path: string, field: string): string | undefined =>
  [`${path.split(".")[0]}.${field}`, field].find((kind) => tableOf[kind]);
