import { change, copy, fresh, type Guards, put, type Scene, type WithAgreement } from "./scene";

const signs = (s: Scene, of: WithAgreement, signer: string, at = "now()") =>
  `insert into signatures (county_id, id, dispute_id, agreement_id, signer_kind, party_id, person_id, means, signed_at, recorded_by)
   values ('${s.county.countyId}', '${fresh()}', '${of.disputeId}', '${of.agreementId}', ${signer}, 'sign', ${at}, '${s.county.people.mediator}')`;
const party = (s: Scene, of: WithAgreement, index: number) => signs(s, of, `'party', '${of.parties[index]}', null`);
/** A signature with something drawn. */
const drawn = (statement: string) =>
  statement.replace("recorded_by)", "recorded_by, strokes)").replace(/\)$/, ", '[]')");
const mediator = (s: Scene, of: WithAgreement) => signs(s, of, `'mediator', null, '${s.county.people.mediator}'`);
const request = (s: Scene, of: WithAgreement, over: Record<string, unknown> = {}) =>
  put("signing_requests", {
    county_id: s.county.countyId,
    id: fresh(),
    dispute_id: of.disputeId,
    agreement_id: of.agreementId,
    signer_kind: "party",
    party_id: of.parties[0],
    asked_by: s.county.people.mediator,
    asked_at: new Date().toISOString(),
    ...over,
  });
/** A request of the first party, and its signature by it with these columns besides. */
const byLink = (s: Scene, index: number, strokes = "'[]'") => {
  const id = fresh();
  return [
    request(s, s.signing, { id }),
    `insert into signatures (county_id, id, dispute_id, agreement_id, signer_kind, party_id, means, signed_at, recorded_by, request_id, strokes)
     values ('${s.county.countyId}', '${fresh()}', '${s.signing.disputeId}', '${s.signing.agreementId}', 'party', '${s.signing.parties[index]}', 'sign', now(), '${s.county.people.mediator}', '${id}', ${strokes})`,
    id,
  ] as const;
};
const refused = (id: string, reason = "金额和谈的不一样") =>
  change("signing_requests", id, `refused_at = now(), refused_reason = '${reason}'`);
const everyone = (s: Scene, of: WithAgreement) => [
  ...of.parties.map((_, index) => party(s, of, index)),
  mediator(s, of),
];
const seal = (s: Scene, of: WithAgreement, at = "now()", by = "committee") =>
  `insert into seals values ('${s.county.countyId}', '${of.agreementId}', '${of.disputeId}', '${s.county.people[by]}', ${at})`;
/** The file of a sealed agreement, sealed when its seal says, or now where it has none. */
const sealedPaper = (s: Scene, of: WithAgreement, { code = "ABCDEFGHJKMN" } = {}) =>
  `insert into sealed_papers select '${s.county.countyId}', '${of.agreementId}', '${of.disputeId}', '${code}', '调解委员会',
    repeat('a', 64), 1, repeat('b', 64), t.at, t.at from (select coalesce((select sealed_at from seals
      where agreement_id = '${of.agreementId}'), now()) as at) t`;
const effective = (of: WithAgreement) =>
  change("agreements", of.agreementId, "status = 'effective', effective_at = now()");
const draft = (s: Scene, columns: string) => [change("agreements", s.drafting.agreementId, columns)];
const clause = (of: WithAgreement, columns: string) => [change("obligations", of.obligationIds[0] ?? "", columns)];
const live = (s: Scene) => `id = '${s.drafting.agreementId}'`;

/** Somebody nobody knows, as a further party. */
const stranger = (s: Scene, of: WithAgreement, over: Record<string, unknown> = {}) =>
  put("parties", {
    county_id: s.county.countyId,
    id: fresh(),
    dispute_id: of.disputeId,
    side: 3,
    position: 9,
    kind: "unidentified",
    standing: "thirdParty",
    name: "穿蓝衣服的人",
    ...over,
  });
const oral = (s: Scene) =>
  change("agreements", s.drafting.agreementId, "form = 'oral', status = 'effective', effective_at = now()");

/** A version of the agreement in force, with one clause, by rows that no verb wrote. */
const version = (s: Scene, over: Record<string, unknown> = {}) => {
  const of: WithAgreement = { ...s.inForce, agreementId: fresh() };
  const draftOf = {
    id: of.agreementId,
    ordinal: 9,
    status: "draft",
    number: null,
    effective_at: null,
    sent_to_sign_at: null,
  };
  const replaces = { replaces_id: s.inForce.agreementId, renegotiated_reason: "双方重新商定" };
  const clauseId = fresh();
  const earlier = s.inForce.obligationIds[0];
  return {
    of,
    rows: [
      copy("agreements", `id = '${s.inForce.agreementId}'`, { ...draftOf, ...replaces, ...over }),
      copy("obligations", `id = '${earlier}'`, { id: clauseId, agreement_id: of.agreementId }),
      `insert into obligation_parties select county_id, '${clauseId}', dispute_id, party_id, part, share_fen from obligation_parties where obligation_id = '${earlier}'`,
    ],
  };
};
const unguarded = (table: string, trigger: string, rows: string[]) => [
  `alter table ${table} disable trigger ${trigger}`,
  ...rows,
];

/** Drafting, signing and sealing (人民调解法 28–29、31), and who may. */
export const agreementGuards: Guards = {
  agreements_effect_needs_signatures: (s) => [effective(s.signing)],
  agreements_clauses_have_obligor: (s) => [
    `delete from obligation_parties where obligation_id = '${s.drafting.obligationIds[1]}'`,
    change("agreements", s.drafting.agreementId, "status = 'signing', number = '人调 9'"),
  ],
  agreements_bind_parties_of_its_day: (s) => [
    put("party_exits", {
      county_id: s.county.countyId,
      id: fresh(),
      dispute_id: s.drafting.disputeId,
      party_id: s.drafting.parties[1],
      kind: "died",
      happened_on: "2026-11-23",
      reason: "家属说的",
      recorded_by: s.county.people.mediator,
      recorded_at: new Date().toISOString(),
    }),
    change("agreements", s.drafting.agreementId, "status = 'signing', number = '人调 9'"),
  ],
  obligations_stay_as_agreed: (s) => [
    `insert into consents (county_id, id, dispute_id, proceeding_id, party_id, subject, answer, recorded_by, recorded_at)
     select county_id, gen_random_uuid(), dispute_id, '${s.drafting.proceedingId}', id, 'agreement', 'agreed', '${s.county.people.mediator}', now()
     from parties where id = '${s.drafting.parties[0]}'`,
    change("obligations", s.drafting.obligationIds[0] ?? "", "amount_fen = 1080000"),
  ],
  signatures_by_true_name: (s) => [
    put("party_links", {
      county_id: s.county.countyId,
      id: s.callId,
      dispute_id: s.signing.disputeId,
      party_id: s.signing.parties[0],
      kind: "agent",
      name: "李哥",
      may_sign: true,
      may_negotiate: true,
      phone: "",
      phone_hash: "",
      phone_line_hash: "",
      phone_end_hash: "",
      note: "",
    }),
    `insert into signatures (county_id, id, dispute_id, agreement_id, signer_kind, party_id, signed_by_link_id, means, signed_at, recorded_by)
     values ('${s.county.countyId}', '${fresh()}', '${s.signing.disputeId}', '${s.signing.agreementId}', 'party', '${s.signing.parties[0]}',
       '${s.callId}', 'sign', now(), '${s.county.people.mediator}')`,
  ],
  agreements_effect_by_who_may_bind: (s) => [
    ...everyone(s, s.signing),
    change("parties", s.signing.parties[0] ?? "", "is_minor = true"),
    seal(s, s.signing),
    effective(s.signing),
  ],
  agreements_effect_needs_seal: (s) => [...everyone(s, s.signing), effective(s.signing)],
  agreements_frozen_once_sent: (s) => [change("agreements", s.signing.agreementId, "facts = '改'")],
  agreements_one_live_per_proceeding: (s) => [copy("agreements", live(s), { id: fresh(), ordinal: 9 })],
  agreements_one_in_force_per_proceeding: (s) =>
    unguarded("agreements", "agreements_begin_as_draft", [
      copy("agreements", `id = '${s.inForce.agreementId}'`, { id: fresh(), ordinal: 9, number: null }),
    ]),
  agreements_replace_one_in_force: (s) => version(s, { replaces_id: null, renegotiated_reason: "" }).rows.slice(0, 1),
  agreements_replaced_by_another: (s) => [change("agreements", s.inForce.agreementId, "status = 'replaced'")],
  agreements_renegotiated_whole: (s) => draft(s, "renegotiated_reason = '双方重新商定'"),
  agreements_replace_what_is_open: (s) => {
    const { of, rows } = version(s, { form: "oral" });
    const settled = `update obligations set performed_at = now() where agreement_id = '${s.inForce.agreementId}'`;
    return unguarded("obligations", "obligations_guard", [...rows, settled, effective(of)]);
  },
  agreements_replace_as_paper_says: (s) => {
    const { of, rows } = version(s);
    const sent = change("agreements", of.agreementId, `status = 'signing', number = '${of.agreementId}'`);
    return unguarded("agreements", "agreements_freeze_paper", [
      ...rows,
      sent,
      ...everyone(s, of),
      seal(s, of),
      effective(of),
    ]);
  },
  obligations_superseded_by_agreement: (s) => clause(s.inForce, "superseded_at = now()"),
  agreements_ordinal_once: (s) => [copy("agreements", live(s), { id: fresh() })],
  agreements_begin_as_draft: (s) => [
    copy("agreements", live(s), { id: fresh(), ordinal: 9, status: "effective", effective_at: "2026-11-23T00:00:00Z" }),
  ],
  agreements_need_clause: (s) => [
    `delete from obligation_parties where dispute_id = '${s.drafting.disputeId}'`,
    `delete from obligations where agreement_id = '${s.drafting.agreementId}'`,
    change("agreements", s.drafting.agreementId, "form = 'oral', status = 'effective', effective_at = now()"),
  ],
  agreements_bind_known_parties: (s) => [
    stranger(s, s.drafting),
    change("agreements", s.drafting.agreementId, "form = 'oral', status = 'effective', effective_at = now()"),
  ],
  agreements_oral_needs_every_yes: (s) => [oral(s)],
  signatures_by_entitled: (s) => [
    stranger(s, s.signing, { id: s.callId }),
    signs(s, s.signing, `'party', '${s.callId}', null`),
  ],
  signatures_mediator_leads: (s) => [
    ...s.signing.parties.map((_, index) => party(s, s.signing, index)),
    signs(s, s.signing, `'mediator', null, '${s.county.people.mediator2}'`),
  ],
  signatures_witness_present: (s) => [signs(s, s.signing, `'witness', null, '${s.county.people.lawyer}'`)],
  agreement_papers_append_only: (s) => [
    `update agreement_papers set content = '{}' where agreement_id = '${s.signing.agreementId}'`,
  ],
  sealed_papers_after_seal: (s) => [sealedPaper(s, s.signing)],
  sealed_papers_shape: (s) => [sealedPaper(s, s.inForce, { code: "ABC-DEF" })],
  sealed_papers_code_once: (s) => [
    ...[sealedPaper(s, s.inForce), "set local session_replication_role = replica"],
    sealedPaper(s, s.signing),
  ],
  sealed_papers_append_only: (s) => [
    sealedPaper(s, s.inForce),
    `update sealed_papers set pdf_sha256 = repeat('0', 64) where agreement_id = '${s.inForce.agreementId}'`,
  ],
  paper_particulars_append_only: (s) => [
    `update paper_particulars set party_id = '${fresh()}' where agreement_id = '${s.signing.agreementId}'`,
  ],
  paper_particulars_once: (s) => [
    `insert into paper_particulars (county_id, id, dispute_id, agreement_id, party_id)
     select county_id, '${fresh()}', dispute_id, agreement_id, party_id from paper_particulars where agreement_id = '${s.signing.agreementId}' limit 1`,
  ],
  paper_particulars_id_number_encrypted: (s) => [
    `update paper_particulars set id_number = '330621197803124561' where agreement_id = '${s.signing.agreementId}'`,
  ],
  paper_particulars_address_encrypted: (s) => [
    `update paper_particulars set address = '柳湾路 18 号' where agreement_id = '${s.signing.agreementId}'`,
  ],
  agreements_effective_has_time: (s) => draft(s, "effective_at = now()"),
  agreements_numbered_when_sent: (s) => draft(s, "status = 'signing'"),
  agreements_unfinished_is_draft: (s) =>
    draft(s, "status = 'withdrawn', withdrawn_at = now(), withdrawn_reason = '当事人要重写', unfinished = '{}'"),
  agreements_withdrawn_has_time: (s) => draft(s, "status = 'withdrawn'"),
  agreements_number_once: (s) =>
    draft(s, `number = (select number from agreements where id = '${s.signing.agreementId}')`),
  obligations_say_when: (s) => clause(s.drafting, "due_on = null"),
  obligations_days_in_reach: (s) => clause(s.drafting, "due_on = null, due_after_days = -1"),
  obligations_words_short: (s) => clause(s.drafting, "condition = repeat('后', 101)"),
  obligations_day_by_effect: (s) => clause(s.drafting, "due_after_days = 0"),
  obligations_frozen_once_sent: (s) => clause(s.signing, "text = '改'"),
  obligations_amount_when_pay: (s) => clause(s.drafting, "amount_fen = null"),
  obligations_amount_positive: (s) => clause(s.drafting, "amount_fen = 0"),
  obligations_performed_needs_proof: (s) => clause(s.inForce, "performed_at = now()"),
  obligations_liability_of_payment: (s) => [
    change("obligations", s.drafting.obligationIds[1] ?? "", "liability = 'joint'"),
  ],
  obligations_settled_once: (s) => [
    "alter table obligations disable trigger obligations_guard",
    ...clause(s.inForce, "performed_at = now(), waived_at = now()"),
  ],
  obligation_parties_share_of_obligor: (s) => [
    `update obligation_parties set share_fen = 1 where obligation_id = '${s.drafting.obligationIds[0]}' and part = 'obligee'`,
  ],
  agreements_say_liability: (s) => [
    `insert into obligation_parties (county_id, obligation_id, dispute_id, party_id, part)
     select county_id, obligation_id, dispute_id, party_id, 'obligor' from obligation_parties
     where obligation_id = '${s.drafting.obligationIds[0]}' and part = 'obligee'`,
    effective({ ...s.drafting }).replace("set ", "set form = 'oral', "),
  ],
  agreements_shares_add_up: (s) => [
    ...clause(s.drafting, "liability = 'shares'"),
    effective({ ...s.drafting }).replace("set ", "set form = 'oral', "),
  ],
  obligations_ordinal_once: (s) => [copy("obligations", `id = '${s.drafting.obligationIds[0]}'`, { id: fresh() })],
  signatures_while_signing: (s) => [party(s, s.drafting, 0)],
  signatures_mediator_after_parties: (s) => [party(s, s.signing, 0), mediator(s, s.signing)],
  signatures_party_once: (s) => [party(s, s.signing, 0), party(s, s.signing, 0)],
  signatures_person_once: (s) => [...everyone(s, s.signing), mediator(s, s.signing)],
  signatures_signer_named: (s) => [
    signs(s, s.signing, `'party', '${s.signing.parties[0]}', '${s.county.people.mediator}'`),
  ],
  signatures_when_it_happened: (s) => [
    signs(s, s.signing, `'party', '${s.signing.parties[0]}', null`, "now() + interval '1 minute'"),
  ],
  seals_when_it_happened: (s) => [...everyone(s, s.signing), seal(s, s.signing, "now() - interval '2 days'")],
  agreements_effect_when_it_happened: (s) => [
    change("agreements", s.drafting.agreementId, "form = 'oral', status = 'effective', effective_at = '2001-01-01'"),
  ],
  signatures_drawn_by_hand: (s) => [drawn(party(s, s.signing, 0)).replace("'sign'", "'seal'")],
  signatures_drawn_now: (s) => [
    drawn(signs(s, s.signing, `'party', '${s.signing.parties[0]}', null`, "now() - interval '30 hours'")),
  ],
  signatures_by_link_drawn: (s) => [...byLink(s, 0, "null").slice(0, 2)],
  signatures_by_whoever_was_asked: (s) => [...byLink(s, 1).slice(0, 2)],
  signing_requests_signer_named: (s) => [request(s, s.signing, { party_id: null })],
  signing_requests_no_has_reason: (s) => {
    const id = fresh();
    return [request(s, s.signing, { id }), change("signing_requests", id, "refused_at = now()")];
  },
  signing_requests_while_signing: (s) => [request(s, s.inForce)],
  signing_requests_refused_once: (s) => {
    const id = fresh();
    return [request(s, s.signing, { id }), refused(id), refused(id, "又换了一个原因")];
  },
  signing_requests_signed_or_refused: (s) => {
    const [asked, signed, id] = byLink(s, 0);
    return [asked, signed, refused(id)];
  },
  signatures_append_only: (s) => [`delete from signatures where agreement_id = '${s.inForce.agreementId}'`],
  seals_after_signatures: (s) => [party(s, s.signing, 0), seal(s, s.signing)],
  seals_by_another: (s) => [...everyone(s, s.signing), seal(s, s.signing, "now()", "mediator")],
  seals_once: (s) => [seal(s, s.inForce)],
  seals_append_only: (s) => [`delete from seals where agreement_id = '${s.inForce.agreementId}'`],
};
