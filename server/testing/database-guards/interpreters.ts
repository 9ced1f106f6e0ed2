import { change, fresh, type Guards, put, type Scene } from "./scene";

const id = fresh();
/** A reader for the first party at the booked session. */
const row = (s: Scene, over: Record<string, unknown> = {}) =>
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
const unguarded = (...rows: string[]) => ["alter table interpreters disable trigger user", ...rows];
const set = (columns: string) => change("interpreters", id, columns);
const signed = (s: Scene) => set(`signed_at = now(), recorded_by = '${s.county.people.mediator}'`);
const inserted = (s: Scene) => ["alter table interpreters disable trigger interpreters_named", ofPaper(s, "signing")];
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
  interpreters_one_place: (s) => unguarded(row(s, { session_id: null })),
  interpreters_language_named: (s) => [row(s, { kind: "spoken" })],
  interpreters_one_person: (s) => [row(s, { name: " " })],
  interpreters_phone_encrypted: (s) => [row(s, { phone: "13957431866" })],
  interpreters_told_whole: (s) => [row(s), set("told_at = now()")],
  interpreters_present_at_session: (s) => unguarded(ofPaper(s, "drafting", { attendance: "present" })),
  interpreters_signed_whole: (s) => unguarded(ofPaper(s, "drafting"), set("signed_at = now()")),
  interpreters_ended_whole: (s) => [row(s), set("ended_at = now()")],
  interpreters_once: (s) => [row(s), row(s, { id: fresh() })],
  interpreters_have_their_hour: (s) => [
    row(s, { name: "", person_id: s.county.people.property }),
    "set constraints all immediate",
  ],
  interpreters_begin_named: (s) => [row(s, { attendance: "present" })],
  interpreters_where_it_is_held: (s) => [
    row(s, {
      dispute_id: s.drafting.disputeId,
      proceeding_id: s.drafting.proceedingId,
      party_id: s.drafting.parties[0],
    }),
  ],
  interpreters_before_signing: (s) => [ofPaper(s, "signing")],
  interpreters_for_current_party: (s) => [
    "alter table parties disable trigger user",
    change("parties", s.convened.partyIds[0] ?? "", "departed_at = now()"),
    row(s),
  ],
  interpreters_in_office: (s) => [row(s, { name: "", person_id: s.county.people.mediator2 })],
  interpreters_take_no_part: (s) => [row(s, { name: "", person_id: s.county.people.judge })],
  interpreters_tied_agreed: (s) => [row(s, { tie: "甲方的女儿" })],
  interpreters_stay_as_named: (s) => [row(s), set("name = '别人'")],
  interpreters_come_when_held: (s) => [row(s), set("attendance = 'present'")],
  interpreters_end_before: (s) => [...inserted(s), set(`ended_at = now(), ended_by = '${s.county.people.mediator}'`)],
  interpreters_sign_while_signing: (s) => [ofPaper(s, "drafting"), signed(s)],
  interpreters_sign_after_parties: (s) => [...inserted(s), signed(s)],
  interpreters_sign_when_it_happened: (s) => [
    ...inserted(s),
    ...everyParty(s),
    set(`signed_at = now() + interval '3 days', recorded_by = '${s.county.people.mediator}'`),
  ],
  signatures_mediator_after_interpreters: (s) => [
    ...inserted(s),
    ...everyParty(s),
    signs(s, `'mediator', null, '${s.county.people.mediator}'`),
  ],
  interpreting_needs_language_named: (s) => [need(s, { kind: "spoken" })],
  interpreting_needs_append_only: (s) => [need(s), change("interpreting_needs", id, "kind = 'sign'")],
  invitations_of_no_interpreter: (s) => [
    row(s, { name: "", person_id: s.county.people.property }),
    `insert into invitations select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'person_id', '${s.county.people.property}'))).* from invitations i where i.id = '${s.convened.invitationId}'`,
  ],
};
