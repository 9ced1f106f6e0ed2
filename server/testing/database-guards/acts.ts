import { today } from "../sessions";
import { copy, fresh, put, type Scene } from "./scene";

interface Spoken {
  partyId: string;
  /** Who speaks for the party; null: itself. */
  linkId: string | null;
}
interface BindingAct {
  /** What whoever speaks needs authority for. */
  needs: "hear" | "consent" | "bind" | "receive";
  /** The matter it is of, and which of its parties acts: the obligee. */
  of: (s: Scene) => { disputeId: string; partyId: string };
  row: (s: Scene, spoken: Spoken) => string;
  /** An organisation acts by its seal here, and needs nobody beside it. */
  isSealed?: boolean;
}

const convened = (s: Scene) => ({ disputeId: s.convened.disputeId, partyId: s.convened.partyIds[0] ?? "" });
const signing = (s: Scene) => ({ disputeId: s.signing.disputeId, partyId: s.signing.parties[0] ?? "" });
const inForce = (s: Scene) => ({ disputeId: s.inForce.disputeId, partyId: s.inForce.parties[0] ?? "" });
const at = () => new Date().toISOString();
const by = (s: Scene) => s.county.people.mediator;
const inCounty = (s: Scene, disputeId: string) => ({ county_id: s.county.countyId, dispute_id: disputeId });
const ofConvened = (s: Scene) => ({
  ...{ ...inCounty(s, s.convened.disputeId), id: fresh(), proceeding_id: s.convened.proceedingId },
  ...{ recorded_by: by(s), recorded_at: at() },
});
const consent =
  (subject: string): BindingAct["row"] =>
  (s, { partyId, linkId }) =>
    put("consents", { ...ofConvened(s), party_id: partyId, spoken_by_link_id: linkId, subject, answer: "agreed" });
const entry = (s: Scene, more: Record<string, unknown>) =>
  put("performances", {
    ...{ ...inCounty(s, s.inForce.disputeId), id: fresh(), obligation_id: s.inForce.obligationIds[0] },
    ...{ party_id: s.inForce.parties[1], amount_fen: 100, performed_on: today, proof: "receipt", proof_note: "收条" },
    ...{ recorded_by: by(s), recorded_at: at(), ...more },
  });

const denied = (s: Scene, id: string, entryId: string, { partyId, linkId }: Spoken) =>
  put("ledger_contests", {
    ...{ ...inCounty(s, s.inForce.disputeId), id, obligation_id: s.inForce.obligationIds[0], kind: "denied" },
    ...{ party_id: s.inForce.parties[1], entry_id: entryId, amount_fen: 100, said_on: today, reason: "没有收到" },
    ...{ said_by_party_id: partyId, said_by_link_id: linkId, means: "phone", recorded_by: by(s), recorded_at: at() },
  });

/**
 * Each row by which a party hears, agrees or is bound, by the refusal of whoever may not speak for it: which authority it
 * asks for. The law's answer stands here, not the trigger's argument.
 */
export const bindingActs: Record<string, BindingAct> = {
  "notices_to_entitled: is told of their rights": {
    ...{ needs: "hear", of: convened },
    row: (_scene, { partyId, linkId }) =>
      copy("notices", `party_id = '${partyId}'`, { id: fresh(), means: "phone", spoken_by_link_id: linkId }),
  },
  "session_people_by_entitled: is there": {
    ...{ needs: "hear", of: convened },
    row: (s, { partyId, linkId }) =>
      `update session_people set attendance = 'present', spoken_by_link_id = ${linkId ? `'${linkId}'` : null}
       where session_id = '${s.convened.sessionId}' and party_id = '${partyId}'`,
  },
  "consents_by_entitled: agrees to mediation": { needs: "consent", of: convened, row: consent("mediation") },
  "consents_by_entitled: agrees to a longer term": { needs: "bind", of: convened, row: consent("extension") },
  "consents_by_entitled: agrees by word of mouth": { needs: "bind", of: convened, row: consent("agreement") },
  "consents_by_entitled: applies to the court": { needs: "bind", of: convened, row: consent("confirmation") },
  "lead_requests_by_entitled: asks for another lead": {
    ...{ needs: "consent", of: convened },
    row: (s, { partyId, linkId }) =>
      put("lead_requests", {
        ...{ ...ofConvened(s), party_id: partyId, spoken_by_link_id: linkId, means: "spoken", asked_on: today },
        ...{ lead_person_id: by(s), reason: "他和对方是同村的", answer_by: "2999-01-01T00:00:00Z" },
      }),
  },
  "endings_said_by_entitled: says it is settled": {
    ...{ needs: "consent", of: convened },
    row: (s, { partyId, linkId }) =>
      put("endings", {
        ...{ ...inCounty(s, s.convened.disputeId), proceeding_id: s.convened.proceedingId, routes_told: [] },
        ...{ outcome: "settledWithdrawn", said_by_party_id: partyId, said_by_link_id: linkId, said_means: "spoken" },
        ...{ ended_by: by(s), ended_at: at() },
      }),
  },
  "tie_waiver_parties_by_entitled: does not mind a tie": {
    ...{ needs: "bind", of: convened },
    row: (s, { partyId, linkId }) => {
      const id = fresh();
      const waiver = put("tie_waivers", {
        ...{ ...inCounty(s, s.convened.disputeId), id, proceeding_id: s.convened.proceedingId, kinds: ["kin"] },
        ...{ person_id: s.county.people.lawyer, reason: "各方都说不介意", waived_by: by(s), waived_at: at() },
      });
      const tick = { ...inCounty(s, s.convened.disputeId), waiver_id: id, party_id: partyId };
      return `${waiver}; ${put("tie_waiver_parties", { ...tick, spoken_by_link_id: linkId })}`;
    },
  },
  "fact_signatures_by_entitled: signs facts": {
    ...{ needs: "bind", of: convened },
    row: (s, { partyId, linkId }) => {
      const id = fresh();
      const of = inCounty(s, s.convened.disputeId);
      const stated = { ...of, id, session_id: s.convened.sessionId, ordinal: 9, lines: ["拆除了 1.2 米墙"] };
      const signed = { ...of, statement_id: id, party_id: partyId, signed_by_link_id: linkId, means: "sign" };
      return `${put("fact_statements", { ...stated, written_by: by(s), written_at: at() })}; ${put("fact_signatures", { ...signed, recorded_by: by(s), signed_at: at() })}`;
    },
  },
  "signatures_by_entitled: signs the agreement": {
    ...{ needs: "bind", of: signing },
    row: (s, { partyId, linkId }) =>
      put("signatures", {
        ...{ ...inCounty(s, s.signing.disputeId), id: fresh(), agreement_id: s.signing.agreementId, means: "sign" },
        ...{ signer_kind: "party", party_id: partyId, signed_by_link_id: linkId, signer_name: "" },
        ...{ signed_at: at(), recorded_by: by(s) },
      }),
  },
  "performances_received_by_entitled: has received it": {
    ...{ needs: "receive", of: inForce, isSealed: true },
    row: (s, { partyId, linkId }) =>
      entry(s, { kind: "performed", received_by_party_id: partyId, received_by_link_id: linkId }),
  },
  "performances_waived_by_entitled: gives it up": {
    ...{ needs: "bind", of: inForce, isSealed: true },
    row: (s, { partyId, linkId }) => entry(s, { kind: "waived", by_party_id: partyId, by_link_id: linkId }),
  },
  "ledger_contests_by_entitled: denies what is entered": {
    ...{ needs: "consent", of: inForce },
    row: (s, spoken) => {
      const id = fresh();
      return `${entry(s, { kind: "performed", id })}; ${denied(s, fresh(), id, spoken)}`;
    },
  },
  "ledger_contest_ends_by_entitled: takes a denial back": {
    ...{ needs: "bind", of: inForce },
    row: (s, { partyId, linkId }) => {
      const [id, contestId] = [fresh(), fresh()];
      const said = denied(s, contestId, id, { partyId, linkId: null });
      const takenBack = put("ledger_contest_ends", {
        ...{ ...inCounty(s, s.inForce.disputeId), contest_id: contestId, kind: "withdrawn", means: "phone" },
        ...{ said_by_party_id: partyId, said_by_link_id: linkId, ended_on: today, reason: "查到了" },
        ...{ recorded_by: by(s), recorded_at: at() },
      });
      // Who may say so in the first place is asked above.
      const silent = "alter table ledger_contests disable trigger ledger_contests_by_entitled";
      return [entry(s, { kind: "performed", id }), silent, said, takenBack].join("; ");
    },
  },
};

const link = (s: Scene, of: { disputeId: string; partyId: string }, id: string, more: Record<string, unknown>) =>
  put("party_links", {
    ...{ ...inCounty(s, of.disputeId), id, party_id: of.partyId, name: "钱立诚", may_negotiate: true, note: "" },
    ...{ phone: "", phone_hash: "", phone_line_hash: "", phone_end_hash: "", may_sign: true, ...more },
  });

type Case = (s: Scene, act: BindingAct) => string[];
const throughLink =
  (more: Record<string, unknown>): Case =>
  (s, act) => {
    const id = fresh();
    return [link(s, act.of(s), id, more), act.row(s, { partyId: act.of(s).partyId, linkId: id })];
  };
const itself =
  (columns: string): Case =>
  (s, act) => {
    const { partyId } = act.of(s);
    return [`update parties set ${columns} where id = '${partyId}'`, act.row(s, { partyId, linkId: null })];
  };
const ofChild =
  (kind: string): Case =>
  (s, act) => [
    `update parties set is_minor = true where id = '${act.of(s).partyId}'`,
    ...throughLink({ kind })(s, act),
  ];

const binds = ({ needs }: BindingAct) => needs === "bind" || needs === "receive";

/** Who would speak, and whether they may, by what the act asks for. */
export const speakerCases: Record<string, { may: (act: BindingAct) => boolean; rows: Case }> = {
  "the party itself": { may: () => true, rows: (s, act) => [act.row(s, { ...act.of(s), linkId: null })] },
  "an agent with authority": { may: () => true, rows: throughLink({ kind: "agent" }) },
  "an agent without authority to settle": {
    may: (act) => !binds(act),
    rows: throughLink({ kind: "agent", may_sign: false }),
  },
  "an agent whose authority was taken back": {
    may: () => false,
    rows: (s, act) => {
      const [named = "", row = ""] = throughLink({ kind: "agent" })(s, act);
      const over = `update party_links set ended_at = now(), ended_on = '${today}', ended_reason = '撤回委托' where party_id = '${act.of(s).partyId}'`;
      return [named, over, row];
    },
  },
  "somebody who only helps": { may: () => false, rows: throughLink({ kind: "helper", may_sign: false }) },
  "a guardian of an adult": { may: () => false, rows: throughLink({ kind: "guardian" }) },
  "a child alone": { may: () => false, rows: itself("is_minor = true") },
  "a child's guardian": { may: () => true, rows: ofChild("guardian") },
  "a child's agent": { may: () => false, rows: ofChild("agent") },
  "an adult who cannot judge it": { may: () => false, rows: itself("lacks_capacity = true") },
  "an organisation without anybody": {
    may: (act) => !binds(act) || act.isSealed === true,
    rows: itself("kind = 'organisation'"),
  },
};
