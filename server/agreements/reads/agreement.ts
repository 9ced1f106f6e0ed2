import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { PartyChangeField } from "@/db/party-changes";
import type {
  AgreementForm,
  AgreementStatus,
  Liability,
  ObligationKind,
  PartyKind,
  PartyLinkKind,
  PartyStanding,
  ProceedingStatus,
  ProofKind,
  SignatureMeans,
  SignerKind,
  Track,
} from "@/db/vocabulary";
import { readPart } from "../../access/gate";
import type { Action } from "../../access/policy";
import { showsPart } from "../../access/views";
import { isSuspect } from "../../binding/parts/speakable";
import { allowedActions } from "../../disputes/reads/allowed";
import { factsOf } from "../../disputes/reads/facts";
import type { Context } from "../../kernel/context";
import { notFound } from "../../kernel/problem";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { rulesOn } from "../../rules/queries";
import { confirmationUntil } from "../parts/confirmation-until";

/** A party as the paper names it; no phone, no address. */
export interface AgreementParty {
  id: string;
  side: number;
  name: string;
  kind: PartyKind;
  standing: PartyStanding;
  isMinor: boolean;
  /** A guardian acts for them. Absent from papers sent before it was told apart from being a minor. */
  needsGuardian?: boolean;
  /** The latest police finding names them as suspect. No word of the paper: of today, and for whoever may read findings. */
  isSuspect?: boolean;
  links: { id: string; kind: PartyLinkKind; name: string; maySign: boolean }[];
}
/** What is otherwise now than in the signed paper. */
export interface Supplement {
  /** Null where it is the committee's name. */
  partyId: string | null;
  field: PartyChangeField;
  oldValue: string;
  newValue: string;
  /** Why, and since when it is so; empty and null where nobody said. */
  reason: string;
  since: string | null;
  /** ISO text; null where nobody noted when. */
  changedAt: string | null;
  changedByName: string | null;
}
export interface AgreementClause {
  id: string;
  ordinal: number;
  kind: ObligationKind;
  text: string;
  amountFen: number | null;
  dueOn: string;
  proof: ProofKind;
  verifierId: string | null;
  verifierName: string | null;
  performedAt: string | null;
  obligorPartyIds: string[];
  obligeePartyIds: string[];
  /** How several obligors of a payment owe it. */
  liability: Liability | null;
  /** By share: each obligor's, in the order of `obligorPartyIds`, in fen; else empty. */
  sharesFen: number[];
}
export interface AgreementSignature {
  id: string;
  signerKind: SignerKind;
  partyId: string | null;
  personId: string | null;
  personName: string | null;
  byLinkId: string | null;
  byLinkName: string | null;
  means: SignatureMeans;
  signedAt: string;
}
/** The paper itself; times are ISO text, amounts fen. */
export interface AgreementPaper {
  version: number;
  id: string;
  ordinal: number;
  form: AgreementForm;
  status: AgreementStatus;
  number: string | null;
  facts: string;
  draftedAt: string;
  sentToSignAt: string | null;
  effectiveAt: string | null;
  clauses: AgreementClause[];
  signatures: AgreementSignature[];
  seal: { sealedByName: string; sealedAt: string } | null;
  /** SHA-256 of the words that were sent to sign, in hexadecimal; null for what was never sent. */
  hash: string | null;
  /** Corrections since then, oldest first; the paper itself keeps what was signed. */
  supplements: Supplement[];
}
export interface AgreementPage {
  disputeId: string;
  title: string;
  proceeding: {
    id: string;
    track: Track;
    status: ProceedingStatus;
    version: number;
    leadPersonId: string;
    leadName: string;
  } | null;
  committeeName: string;
  isLead: boolean;
  allowed: Action[];
  parties: AgreementParty[];
  /** Whoever but the lead was present at a session; each may sign as a witness. */
  witnesses: { personId: string; name: string; post: string }[];
  /** Helpers who accepted; each may be named to check work. */
  verifiers: { personId: string; name: string; post: string }[];
  /** An oral agreement: who said yes, and who said it for them. */
  saidYes: { partyId: string; byLinkName: string | null; at: string }[];
  agreement: AgreementPaper | null;
  /** Papers taken back, newest first. */
  withdrawn: { id: string; number: string | null; withdrawnAt: string; reason: string }[];
  /** Last day to apply for judicial confirmation together (人民调解法 33), once in force. */
  confirmationUntil: string | null;
  /** How many days that is by the rules. */
  confirmationDays: number;
  today: string;
  /** The neutral summary, to start a draft's facts from: no side's own words stand in a paper. */
  startingFacts: string | null;
}
type Shell = Omit<
  AgreementPage,
  | "disputeId"
  | "isLead"
  | "allowed"
  | "confirmationUntil"
  | "confirmationDays"
  | "today"
  | "proceeding"
  | "startingFacts"
> & {
  leadName: string | null;
  startingFacts: string;
  /** The words sent to sign, if they were; then they take the place of today's. */
  frozen: {
    committee: string;
    mediator: string;
    parties: AgreementParty[];
    clauses: { id: string; verifierName: string | null }[];
  } | null;
};
/** All rows that the page shows, in one statement. */
async function shellOf(tx: Tx, countyId: string, disputeId: string, proceedingId: string | null): Promise<Shell> {
  const rows = await tx.execute<{ shell: Shell }>(sql`
    with pa as (
      select p.id, p.side, p.position, p.name, p.kind, p.standing, p.is_minor as "isMinor", p.needs_guardian as "needsGuardian", ${isSuspect(sql`p`)} as "isSuspect",
        coalesce((select json_agg(json_build_object('id', l.id, 'kind', l.kind, 'name', l.name, 'maySign', l.may_sign, 'mayNegotiate', l.may_negotiate, 'mayReceive', l.may_receive, 'isElected', l.election_id is not null) order by l.id)
          from app.readable_party_links l where l.county_id = p.county_id and l.party_id = p.id and l.ended_at is null), '[]'::json) as links
      from app.readable_parties p where p.county_id = ${countyId}::uuid and p.dispute_id = ${disputeId}::uuid and not p.is_departed
    ), ag as (
      select * from agreements a where a.county_id = ${countyId}::uuid and a.proceeding_id = ${proceedingId}::uuid
    ), cl as (
      select o.agreement_id, o.id, o.ordinal, o.kind, o.text, o.amount_fen as "amountFen", o.due_on as "dueOn", o.proof,
        o.verifier_id as "verifierId", v.name as "verifierName", o.performed_at as "performedAt", o.liability,
        coalesce((select json_agg(q.party_id order by q.party_id) from obligation_parties q where q.county_id = o.county_id and q.obligation_id = o.id and q.part = 'obligor'), '[]'::json) as "obligorPartyIds",
        coalesce((select json_agg(q.share_fen order by q.party_id) from obligation_parties q where q.county_id = o.county_id and q.obligation_id = o.id and q.share_fen is not null), '[]'::json) as "sharesFen",
        coalesce((select json_agg(q.party_id) from obligation_parties q where q.county_id = o.county_id and q.obligation_id = o.id and q.part = 'obligee'), '[]'::json) as "obligeePartyIds"
      from obligations o join ag on o.county_id = ag.county_id and o.agreement_id = ag.id
      left join people v on v.county_id = o.county_id and v.id = o.verifier_id
    ), sg as (
      select s.agreement_id, s.id, s.signer_kind as "signerKind", s.party_id as "partyId", s.person_id as "personId", w.name as "personName",
        s.signed_by_link_id as "byLinkId", l.name as "byLinkName", s.means, s.signed_at as "signedAt"
      from signatures s join ag on s.county_id = ag.county_id and s.agreement_id = ag.id
      left join people w on w.county_id = s.county_id and w.id = s.person_id
      left join app.readable_party_links l on l.county_id = s.county_id and l.id = s.signed_by_link_id
    )
    select json_build_object(
      'title', d.title,
      'committeeName', c.name,
      'leadName', (select x.name from proceedings r join people x on x.county_id = r.county_id and x.id = r.lead_person_id
        where r.county_id = d.county_id and r.id = ${proceedingId}::uuid),
      'startingFacts', coalesce((select f.neutral_summary from dispute_facts f where f.county_id = d.county_id and f.dispute_id = d.id), ''),
      'parties', coalesce((select json_agg(to_jsonb(pa) - 'position' order by pa.position) from pa), '[]'::json),
      'witnesses', coalesce((select json_agg(json_build_object('personId', w.id, 'name', w.name, 'post', w.post) order by w.name, w.id)
        from people w where w.county_id = d.county_id and w.id in (select y.person_id from sessions s
            join session_people y on y.county_id = s.county_id and y.session_id = s.id and y.attendance = 'present'
            where s.county_id = d.county_id and s.proceeding_id = ${proceedingId}::uuid and s.status <> 'cancelled' union select s.person_id from signatures s
            where s.county_id = d.county_id and s.dispute_id = d.id and s.signer_kind = 'witness')
          and w.id <> (select r.lead_person_id from proceedings r where r.county_id = d.county_id and r.id = ${proceedingId}::uuid)), '[]'::json),
      'verifiers', coalesce((select json_agg(json_build_object('personId', w.id, 'name', w.name, 'post', w.post) order by i.answered_at, w.id)
        from invitations i join people w on w.county_id = i.county_id and w.id = i.person_id
        where i.county_id = d.county_id and i.proceeding_id = ${proceedingId}::uuid and i.status = 'accepted'), '[]'::json),
      'saidYes', coalesce((select json_agg(json_build_object('partyId', c.party_id, 'byLinkName', l.name, 'at', c.recorded_at) order by c.id)
        from consents c left join app.readable_party_links l on l.county_id = c.county_id and l.id = c.spoken_by_link_id
        where c.county_id = d.county_id and c.proceeding_id = ${proceedingId}::uuid and c.subject = 'agreement'), '[]'::json),
      'agreement', (select json_build_object('id', ag.id, 'version', ag.version, 'ordinal', ag.ordinal, 'form', ag.form, 'status', ag.status, 'number', ag.number,
          'facts', ag.facts, 'draftedAt', ag.drafted_at, 'sentToSignAt', ag.sent_to_sign_at, 'effectiveAt', ag.effective_at,
          'clauses', coalesce((select json_agg(to_jsonb(cl) - 'agreement_id' order by cl.ordinal) from cl where cl.agreement_id = ag.id), '[]'::json),
          'signatures', coalesce((select json_agg(to_jsonb(sg) - 'agreement_id' order by sg."signedAt", sg.id) from sg where sg.agreement_id = ag.id), '[]'::json),
          'seal', (select json_build_object('sealedByName', h.name, 'sealedAt', s.sealed_at) from seals s
            join people h on h.county_id = s.county_id and h.id = s.sealed_by where s.county_id = ag.county_id and s.agreement_id = ag.id),
          'hash', k.hash, 'supplements', coalesce((select json_agg(json_build_object('partyId', h.party_id, 'field', h.field, 'oldValue', h.old_value,
              'newValue', h.new_value, 'reason', h.reason, 'since', h.since, 'changedAt', h.changed_at, 'changedByName', w.name) order by h.changed_at, h.id)
            from app.readable_party_changes h left join people w on w.county_id = h.county_id and w.id = h.changed_by
            where h.county_id = k.county_id and h.dispute_id = k.dispute_id and h.changed_at > k.frozen_at), '[]'::json))
        from ag left join app.readable_papers k on k.county_id = ag.county_id and k.agreement_id = ag.id where ag.status <> 'withdrawn'),
      'frozen', (select k.content from ag join app.readable_papers k on k.county_id = ag.county_id and k.agreement_id = ag.id
        where ag.status in ('signing', 'effective')),
      'withdrawn', coalesce((select json_agg(json_build_object('id', ag.id, 'number', ag.number, 'withdrawnAt', ag.withdrawn_at, 'reason', ag.withdrawn_reason)
        order by ag.ordinal desc) from ag where ag.status = 'withdrawn'), '[]'::json)
    ) as shell
    from disputes d join committees c on c.county_id = d.county_id and c.id = d.committee_id
    where d.county_id = ${countyId}::uuid and d.id = ${disputeId}::uuid`);
  const shell = rows[0]?.shell;
  if (!shell) throw notFound();
  return shell;
}

/** What was sent to sign is shown as it was then; the committee's new name stands beside it like a party's. */
function asSigned({ frozen, ...today }: Shell): Omit<Shell, "frozen"> {
  if (!frozen || !today.agreement) return today;
  const { agreement, committeeName } = today;
  const verifiers = new Map(frozen.clauses.map((clause) => [clause.id, clause.verifierName]));
  const renamed: Supplement[] =
    committeeName === frozen.committee
      ? []
      : [
          {
            partyId: null,
            field: "name",
            oldValue: frozen.committee,
            newValue: committeeName,
            reason: "",
            since: null,
            changedAt: null,
            changedByName: null,
          },
        ];
  return {
    ...today,
    committeeName: frozen.committee,
    leadName: agreement.status === "effective" ? frozen.mediator : today.leadName,
    parties: frozen.parties.map((party) => ({
      ...party,
      isSuspect: today.parties.some((one) => one.id === party.id && one.isSuspect),
    })),
    agreement: {
      ...agreement,
      clauses: agreement.clauses.map((clause) => ({
        ...clause,
        verifierName: verifiers.get(clause.id) ?? clause.verifierName,
      })),
      supplements: [...agreement.supplements, ...renamed],
    },
  };
}

/** The agreement of a dispute's newest proceeding, who signs it, what follows from it, and what the reader may do. */
export function agreementOfDispute(ctx: Context, { disputeId }: { disputeId: string }): Promise<AgreementPage> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const { dispute, proceeding, actsBy, view } = await readPart(tx, actor, disputeId, "agreement");
    if (!showsPart(view, "agreement")) throw notFound();
    const { countyId } = actor;

    const [facts, { leadName, startingFacts, ...shell }, rules] = await Promise.all([
      proceeding && factsOf(tx, countyId, proceeding.id, now),
      shellOf(tx, countyId, disputeId, proceeding?.id ?? null).then(asSigned),
      rulesOn(tx, countyId, dayOf(now)),
    ]);
    const effectiveAt = proceeding?.track === "peoples" ? shell.agreement?.effectiveAt : null;
    return {
      ...shell,
      disputeId,
      proceeding: proceeding && {
        id: proceeding.id,
        track: proceeding.track,
        status: proceeding.status,
        version: proceeding.version,
        leadPersonId: proceeding.leadPersonId,
        leadName: leadName ?? "",
      },
      isLead: proceeding?.leadPersonId === actor.personId,
      allowed: allowedActions(actor, actsBy, dispute, proceeding, facts),
      confirmationUntil: effectiveAt ? await confirmationUntil(tx, countyId, new Date(effectiveAt)) : null,
      confirmationDays: rules["confirmation.days"],
      today: dayOf(now),
      startingFacts: showsPart(view, "contacts") ? startingFacts : null,
    };
  });
}
