import { change, fresh, type Guards, put, type Scene } from "./scene";

const id = fresh();
const askingId = fresh();
/** A question about the booked session. */
const asking = (s: Scene, over: Record<string, unknown> = {}) =>
  put("interpreter_askings", {
    county_id: s.county.countyId,
    id: askingId,
    dispute_id: s.convened.disputeId,
    proceeding_id: s.convened.proceedingId,
    session_id: s.convened.sessionId,
    asked_by: s.county.people.mediator,
    asked_at: "2026-11-24T02:00:00Z",
    answer_by: "2026-11-24T03:00:00Z",
    ...over,
  });
/** A reader for the first party at the booked session, after the question they were asked. */
const row = (s: Scene, over: Record<string, unknown> = {}) => {
  if ("session_id" in over) return [bare(s, over)];
  const question = asking(s, { id: askingOf(over), person_id: over.person_id ?? null });
  return [question, bare(s, { asking_id: askingOf(over), ...over })];
};
const askingOf = (over: Record<string, unknown>) => (over.id ? String(over.id) : askingId);
const bare = (s: Scene, over: Record<string, unknown> = {}) =>
  put("interpreters", {
    county_id: s.county.countyId,
    id,
    dispute_id: s.convened.disputeId,
    proceeding_id: s.convened.proceedingId,
    session_id: s.convened.sessionId,
    party_id: s.convened.partyIds[0],
    kind: "reader",
    name: "宋明",
    named_by: s.county.people.mediator,
    named_at: "2026-11-24T02:00:00Z",
    ...over,
  });
/** The same of an agreement. */
const ofPaper = (s: Scene, which: "drafting" | "signing", over: Record<string, unknown> = {}) => {
  const { disputeId, proceedingId, agreementId, parties } = s[which];
  const at = { session_id: null, agreement_id: agreementId };
  return row(s, { dispute_id: disputeId, proceeding_id: proceedingId, party_id: parties[0], ...at, ...over });
};
const askedAt = "2026-11-24T02:00:00Z";
const actingAs = (s: Scene, who: string) => `select set_config('app.person', '${s.county.people[who]}', true)`;
const unasked = (...rows: string[]) => ["alter table interpreter_askings disable trigger user", ...rows];
const answer = (columns: string) => change("interpreter_askings", askingId, columns);
const unguarded = (...rows: string[]) => ["alter table interpreters disable trigger user", ...rows];
const set = (columns: string) => change("interpreters", id, columns);
const signed = (s: Scene) => set(`signed_at = now(), recorded_by = '${s.county.people.mediator}'`);
const inserted = (s: Scene) => [
  "alter table interpreters disable trigger interpreters_named",
  ...ofPaper(s, "signing"),
];
const need = (s: Scene, over: Record<string, unknown> = {}) =>
  put("interpreting_needs", {
    county_id: s.county.countyId,
    id,
    dispute_id: s.convened.disputeId,
    proceeding_id: s.convened.proceedingId,
    party_id: s.convened.partyIds[0],
    kind: "reader",
    language: "",
    recorded_by: s.county.people.mediator,
    recorded_at: "2026-11-24T02:00:00Z",
    ...over,
  });
const signs = (s: Scene, signer: string) =>
  `insert into signatures (county_id, id, dispute_id, agreement_id, signer_kind, party_id, person_id, means, signed_at, recorded_by)
   values ('${s.county.countyId}', '${fresh()}', '${s.signing.disputeId}', '${s.signing.agreementId}', ${signer}, 'sign', now(), '${s.county.people.mediator}')`;
const everyParty = (s: Scene) => s.signing.parties.map((party) => signs(s, `'party', '${party}', null`));

/** Who interprets or reads aloud, and when they are named, come and sign. */
export const interpreterGuards: Guards = {
  interpreters_one_place: (s) => unguarded(...row(s, { session_id: null })),
  interpreters_witness_for_nobody: (s) => [...row(s, { kind: "witness" })],
  interpreting_needs_help: (s) => [need(s, { kind: "witness" })],
  interpreters_language_named: (s) => [...row(s, { kind: "spoken" })],
  interpreters_one_person: (s) => [...row(s, { name: " " })],
  interpreters_phone_encrypted: (s) => [...row(s, { phone: "13957431866" })],
  interpreters_told_whole: (s) => [...row(s), set("told_at = now()")],
  interpreters_present_at_session: (s) => unguarded(...ofPaper(s, "drafting", { attendance: "present" })),
  interpreters_signed_whole: (s) => unguarded(...ofPaper(s, "drafting"), set("signed_at = now()")),
  interpreters_ended_whole: (s) => [...row(s), set(`ended_by = '${s.county.people.mediator}'`)],
  interpreters_ended_by_somebody: (s) => [...row(s), set("ended_at = now()")],
  interpreters_asked_to_session: (s) =>
    unguarded(asking(s), bare(s, { session_id: null, agreement_id: s.drafting.agreementId, asking_id: askingId })),
  interpreters_are_asked: (s) => [bare(s)],
  interpreter_askings_status: (s) => unasked(asking(s, { status: "seen" })),
  interpreter_askings_no_has_reason: (s) => unasked(asking(s, { status: "declined", answered_at: askedAt })),
  interpreter_askings_answer_by_after_asked: (s) => [asking(s, { answer_by: askedAt })],
  interpreter_askings_proposal_has_times: (s) => unasked(asking(s, { proposed_at: askedAt })),
  interpreter_askings_spoken_whole: (s) => unasked(asking(s, { said_by: "本人" })),
  interpreter_askings_once_per_person: (s) => {
    const person_id = s.county.people.property;
    return [asking(s, { person_id }), asking(s, { person_id, id: fresh() })];
  },
  interpreter_askings_of_session_ahead: (s) => [asking(s, { answer_by: "2126-11-24T03:00:00Z" })],
  interpreter_askings_begin_unanswered: (s) => [asking(s, { status: "accepted", answered_at: askedAt })],
  interpreter_askings_stay_as_asked: (s) => [asking(s), answer("answer_by = answer_by + interval '1 minute'")],
  interpreter_askings_answered_once: (s) => [asking(s), answer("status = 'withdrawn'"), answer("status = 'sent'")],
  interpreter_askings_answered_by_asked: (s) => [
    asking(s),
    actingAs(s, "mediator"),
    answer("status = 'accepted', answered_at = now()"),
  ],
  interpreter_askings_yes_untied: (s) => [
    asking(s),
    "alter table interpreters disable trigger interpreters_named",
    bare(s, { asking_id: askingId, tie: "甲方的女儿" }),
    answer("status = 'accepted', answered_at = now()"),
  ],
  interpreters_once: (s) => [...row(s), ...row(s, { id: fresh() })],
  interpreters_have_their_hour: (s) => [
    ...row(s, { name: "", person_id: s.county.people.property }),
    "set constraints all immediate",
  ],
  interpreters_begin_named: (s) => [...row(s, { attendance: "present" })],
  interpreters_where_it_is_held: (s) => [
    ...row(s, {
      dispute_id: s.drafting.disputeId,
      proceeding_id: s.drafting.proceedingId,
      party_id: s.drafting.parties[0],
    }),
  ],
  interpreters_before_signing: (s) => [...ofPaper(s, "signing")],
  interpreters_for_current_party: (s) => [
    "alter table parties disable trigger user",
    change("parties", s.convened.partyIds[0] ?? "", "departed_at = now()"),
    ...row(s),
  ],
  interpreters_in_office: (s) => [...row(s, { name: "", person_id: s.county.people.mediator2 })],
  interpreters_take_no_part: (s) => [...row(s, { name: "", person_id: s.county.people.judge })],
  interpreters_tied_agreed: (s) => [...row(s, { tie: "甲方的女儿" })],
  interpreters_stay_as_named: (s) => [...row(s), set("name = '别人'")],
  interpreters_come_when_held: (s) => [...row(s), set("attendance = 'present'")],
  interpreters_end_before: (s) => [...inserted(s), set(`ended_at = now(), ended_by = '${s.county.people.mediator}'`)],
  interpreters_sign_while_signing: (s) => [...ofPaper(s, "drafting"), signed(s)],
  interpreters_sign_after_parties: (s) => [...inserted(s), signed(s)],
  interpreters_sign_when_it_happened: (s) => [
    ...inserted(s),
    ...everyParty(s),
    set(`signed_at = now() + interval '3 days', recorded_by = '${s.county.people.mediator}'`),
  ],
  interpreters_drawn_by_hand: (s) => unguarded(...ofPaper(s, "drafting"), set("strokes = '[]'")),
  interpreters_drawn_now: (s) => [
    ...inserted(s),
    ...everyParty(s),
    set(
      `signed_at = now() - interval '3 days', means = 'sign', strokes = '[]', recorded_by = '${s.county.people.mediator}'`,
    ),
  ],
  interpreters_by_whoever_was_asked: (s) => [
    ...inserted(s),
    ...everyParty(s),
    set(
      `signed_at = now(), means = 'sign', strokes = '[]', is_by_link = true, recorded_by = '${s.county.people.mediator}'`,
    ),
  ],
  signing_requests_of_named_interpreter: (s) => [
    put("signing_requests", {
      ...{ county_id: s.county.countyId, id: fresh(), dispute_id: s.signing.disputeId },
      ...{ agreement_id: s.signing.agreementId, signer_kind: "witness", interpreter_id: fresh() },
      ...{ asked_by: s.county.people.mediator, asked_at: askedAt },
    }),
  ],
  signatures_mediator_after_interpreters: (s) => [
    ...inserted(s),
    ...everyParty(s),
    signs(s, `'mediator', null, '${s.county.people.mediator}'`),
  ],
  interpreting_needs_language_named: (s) => [need(s, { kind: "spoken" })],
  interpreting_needs_append_only: (s) => [need(s), change("interpreting_needs", id, "kind = 'sign'")],
  invitations_of_no_interpreter: (s) => [
    ...row(s, { name: "", person_id: s.county.people.property }),
    `insert into invitations select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'person_id', '${s.county.people.property}'))).* from invitations i where i.id = '${s.convened.invitationId}'`,
  ],
};
