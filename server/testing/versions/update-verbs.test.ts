import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type * as z from "zod";
import { procedures } from "../../api/root";

/** TypeScript files below a folder, as paths from the checkout. */
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`);

const tables = new Map(
  filesIn("db/schema").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/export const (\w+) = pgTable\(\s*"(\w+)"/g)].map(
      ([, name, table]) => [name ?? "", table ?? ""] as const,
    ),
  ),
);
const tableNames = new Set(tables.values());

/** Where product code changes rows that are there, as "<file> <table>". `updateInVersion` needs no entry: it compares. */
function changes(file: string): string[] {
  const text = readFileSync(file, "utf8");
  const named = [...text.matchAll(/\.(?:update|delete)\((\w+)\)/g)].map(([, name = ""]) =>
    name === "table" ? "table" : tables.get(name),
  );
  const said = [...text.matchAll(/\b(?:update|delete from) (\w+)(?: \w)?(?: set| where|\n)/g)].map(([, name = ""]) =>
    tableNames.has(name) ? name : undefined,
  );
  const upserts = /onConflictDoUpdate|do update\s+set/.test(text) ? ["upsert"] : [];
  const where = file.replace(/^server\/|\.ts$/g, "");
  return [...named, ...said, ...upserts].flatMap((table) => (table ? [`${where} ${table}`] : []));
}

/** Why a change needs no version of its own. */
const reasons = {
  "compares the version or the value the user saw, under the lock of its row or of its dispute": `
    convening/change-needs invitations, convening/change-needs session_needs, convening/change-needs sessions, desk/change-card desk_cards,
    desk/set-agenda sessions, disputes/assess-risk disputes, disputes/correct-dispute disputes, disputes/parts/settle disputes, disputes/parts/settle proceedings,
    forces/order-forces forces, places/rename-county counties, availability/set-weekly-hours weekly_hours, bookings/move-offers invitations,
    sessions/move-session session_people, sessions/move-session sessions, sessions/move-session slots,
    sessions/record-session session_people, sessions/record-session sessions, sessions/set-video-link sessions,
    bookings/write-video-link upsert, handovers/parts/change-lead proceedings, sessions/set-video-link video_links, sessions/swap-person invitations, sessions/swap-person sessions,
    town-halls/move-meeting slots, town-halls/move-meeting town_hall_meetings, kernel/in-version table`,
  "follows a row of the same act, which was changed in its version": `
    agreements/parts/write-obligations obligation_parties, agreements/parts/write-obligations obligations,
    people/parts/set-forces person_forces, places/parts/write-hours room_hours, sessions/set-video-link slots, slots/require-free session_people`,
  "completes a row that the same act has written":
    "violations/settle-on-spot agreements, violations/settle-on-spot obligations",
  "goes one way from what stands, under the lock of its dispute, and a row or an event keeps what stood":
    "clocks/parts/change-clock clocks, disputes/parts/move-clock-start clocks, disputes/parts/move-acceptance proceedings, disputes/parts/raise-risk disputes",
  "moves from one state to the next and is refused in every other": `
    jobs/draw-revisits revisits, deposits/make-deposit deposits,
    access-requests/answer-access-request access_requests, agreements/seal-agreement agreements, agreements/send-to-sign agreements,
    agreements/take-effect agreements, agreements/withdraw-agreement agreements, calls/activate-group repeat_groups,
    calls/decline-clue clues, points/settle-clue clues, slips/parts/revoke-slips registration_slips, consultations/answer-question consultations, consultations/close-question consultations,
    consultations/link-consultation consultations, convening/convene-session invitations, desk/cancel-poll number_polls,
    desk/start-session sessions, disputes/parts/release-people agreements, disputes/parts/release-people invitations,
    disputes/parts/release-people sessions, disputes/parts/release-people slots, disputes/reopen-dispute disputes,
    disputes/answer-heir party_successions, disputes/withdraw-party-exit party_exits, disputes/parts/decide-track disputes, forces/disable-force forces, forces/enable-force forces, invitations/parts/write-answer invitations,
    interpreters/parts/write-answer interpreter_askings, interpreters/expire-asking interpreter_askings, interpreters/parts/end-asked interpreters,
    invitations/expire-invitation invitations, invitations/name-deputy invitations,
    invitations/parts/withdraw-asked invitations, invitations/see-invitation invitations, invitations/withdraw-invitation invitations,
    disputes/parts/release-people instructions, disputes/parts/release-people assignments, instructions/answer-instruction instructions,
    instructions/withdraw-instruction instructions, assignments/answer-assignment assignments, assignments/settle-assignment assignments,
    disputes/parts/keep-answers gate_steps, disputes/parts/release-people transfers, disputes/parts/release-people lead_requests,
    invitations/settle-recusal recusals, invitations/settle-recusal interpreters, invitations/settle-recusal interpreter_askings, merging/link-disputes disputes, merging/merge-disputes disputes, merging/remove-dispute-link dispute_links,
    merging/withdraw-merge dispute_merges, merging/withdraw-merge disputes, merging/withdraw-merge invitations, merging/withdraw-merge proceedings,
    elections/end-election party_links, disputes/end-party-link party_links, elections/record-election party_links, handovers/decide-lead-request lead_requests, handovers/parts/change-lead lead_requests, disputes/record-gate-step gate_steps,
    disputes/take-over-violence gate_steps, handovers/accept-transfer disputes, handovers/accept-transfer transfers,
    handovers/decline-transfer transfers, handovers/record-transfer-answer transfers, handovers/record-transfer-result transfers,
    handovers/withdraw-transfer transfers, numbers/void-number proceedings, papers/withdraw-template paper_templates, violations/decide-settlement settlement_applications,
    windows/confirm-emergency reading_windows, windows/decide-window reading_windows, windows/end-window reading_windows,
    windows/release-dispute dispute_restrictions, windows/review-emergency reading_windows,
    papers/make-paper papers, access/new-link invitation_links, signing/parts/revoke-requests invitation_links, signing/refuse-by-link signing_requests, people/disable-account accounts,
    people/disable-person people, people/end-role person_roles, places/merge-place person_roles, people/enable-account accounts, people/enable-person people,
    places/merge-office contact_points, places/parts/tell-changed-place invitations, places/merge-place contact_points, places/merge-place rooms, places/merge-place people, places/parts/move-point-work disputes,
    places/parts/move-point-work clues, places/parts/move-point-work clue_steps, places/parts/move-point-work consultations, places/parts/move-bookings slots,
    places/parts/move-bookings sessions, places/parts/move-bookings town_halls, places/parts/move-bookings town_hall_meetings,
    places/disable-place table, places/enable-place table, town-halls/cancel-meeting slots, town-halls/cancel-meeting town_hall_meetings,
    town-halls/cancel-town-hall slots, town-halls/cancel-town-hall town_hall_meetings, town-halls/cancel-town-hall town_halls,
    town-halls/close-meeting town_hall_meetings, calendars/revoke-feed feed_tokens`,
  "fills what was empty, once": `
    handovers/tell-lead-request lead_requests,
    interpreters/parts/see-asking interpreter_askings,
    calls/parts/attach-call police_calls, calls/parts/attach-call proceedings, calls/parts/group-call police_calls,
    calls/parts/group-call repeat_groups, disputes/attach-call police_calls, disputes/register-dispute clues,
    disputes/register-dispute police_calls, disputes/register-dispute repeat_groups`,
  "takes away one row that was entered whole; who comes second finds nothing": `
    availability/remove-absence absences, availability/remove-calendar imported_calendars, consultations/remove-shift duty_shifts,
    duty-leaders/remove-leader-shift duty_leaders,
    convening/remove-party-time party_times, panel/remove-tie ties`,
  "gives all that one person has to another, whatever it is by then, as it was asked":
    "handovers/parts/move-gate-steps gate_steps, handovers/parts/move-work gate_steps, handovers/parts/move-work slots, handovers/parts/move-work town_halls",
  "is the invitee's own answer, which only they write":
    "invitations/disclose-tie invitations, invitations/propose-times invitations",
  "is one's own setting or tick, of which the last one is meant": `
    account/change-password accounts, account/set-locale accounts, desk/check-in session_people, desk/tick-attendance session_people,
    interpreters/parts/add-to-interpreter interpreters,
    notifications/mark-read notifications`,
  "makes a new secret in place of one that is lost; nothing that somebody typed goes": `
    desk/show-check-in sessions, people/reset-password accounts, access/second-factor upsert, access/second-factor recovery_codes,
    access/second-factor second_factors, access/single-sign-on bound_subjects, access/single-sign-on sign_ins`,
  "follows from a row whose version was asked for, in the same act":
    "disputes/parts/amend-title disputes, disputes/parts/move-pauses clocks, handovers/parts/move-seats session_needs, handovers/parts/move-seats sessions, merging/remove-dispute-link disputes, sessions/parts/follow-hours slots",
  "is counted or kept up by the system, under locks of its own": `
    access/note-unknown-name upsert, access/link-entry invitation_links, access/sign-in sign_ins, access/sign-in upsert,
    access/sign-in-delays sign_in_tries, access/sign-in-delays upsert, availability/read-calendar imported_busy,
    availability/read-calendar imported_calendars, bookings/keep-slots slots, bookings/make-certain sessions,
    bookings/release-hold invitations, bookings/release-hold sessions, bookings/release-hold slots,
    bookings/seat-invitee session_people, bookings/seat-invitee slots, bookings/settle-quorum sessions, bookings/settle-quorum slots,
    consultations/pass-question consultations, disputes/parts/record-relapse proceedings, disputes/tell-of-likely-relapse proceedings,
    settings/parts/move-answers gate_steps, settings/parts/move-answers transfers, settings/parts/move-answers reading_windows,
    settings/parts/move-due-days clocks, settings/parts/move-due-days obligations, settings/parts/move-steps disputes, settings/parts/move-steps proceedings,
    interpreters/parts/ask-interpreter-hour slots, kernel/counter upsert, kernel/forget-keys idempotency_keys, kernel/once idempotency_keys,
    notifications/parts/write-notifications deliveries, notifications/parts/write-notifications notifications,
    notifications/retry-delivery deliveries, notifications/send-delivery deliveries, slots/take-slots slots`,
};
const listed = Object.values(reasons)
  .flatMap((list) => list.split(","))
  .map((entry) => entry.trim());

it("whatever changes a row asks for the version that was seen, or stands here with the reason why not", () => {
  const files = filesIn("server").filter((file) => !/\.test\.ts$|^server\/(testing|demo)\//.test(file));
  expect(files.length).toBeGreaterThan(400);
  expect([...new Set(files.flatMap(changes))].sort()).toEqual([...listed].sort());
});

/** What the user saw, as every input names it. */
const isSeen = (name: string) => /(Version|Seen)$|^basedOn$/.test(name);

const seenFields = procedures.flatMap(({ path, isWrite, inputs }) => {
  const body = isWrite ? (inputs[0] as z.ZodObject | undefined)?.shape.input : undefined;
  const seen = Object.entries(((body as z.ZodObject | undefined)?.shape ?? {}) as Record<string, z.ZodType>);
  return seen.filter(([name]) => isSeen(name)).map(([name, schema]) => ({ path, name, schema }));
});

it("no act that writes over what somebody else may have written leaves out what was seen", () => {
  expect(seenFields.filter(({ schema }) => schema.safeParse(undefined).success)).toEqual([]);
  expect(seenFields.map(({ path, name }) => `${path} ${name}`).sort()).toEqual(
    [
      "account.requireFactor isRequiredSeen",
      "agreements.draft agreementVersion",
      "availability.setWeek weekSeen",
      "convening.changeNeeds sessionVersion",
      "handovers.setAssistant assistantSeen",
      "desk.changeCard cardVersion",
      "desk.setAgenda sessionVersion",
      "disputes.amendParty partyVersion",
      "disputes.assessRisk riskSeen",
      "disputes.setSummary summaryVersion",
      "disputes.splitParty partyVersion",
      "forces.amend forceVersion",
      "forces.order codesSeen",
      "handovers.setLead leadSeen",
      "panel.setRule ruleVersion",
      "people.amend personVersion",
      "places.amendCommittee committeeVersion",
      "places.amendPoint pointVersion",
      "places.amendRoom roomVersion",
      "places.renameCounty nameEnSeen",
      "places.renameCounty nameSeen",
      "places.renameStation stationVersion",
      "sessions.cancel sessionVersion",
      "sessions.confirm sessionVersion",
      "sessions.correctRecord basedOn",
      "sessions.move sessionVersion",
      "sessions.record sessionVersion",
      "sessions.setVideoLink sessionVersion",
      "sessions.swapPerson sessionVersion",
      "settings.setDays entrySeen",
      "settings.setRule valueSeen",
      "townHalls.move roomIdSeen",
      "townHalls.move startsAtSeen",
    ].sort(),
  );
});
