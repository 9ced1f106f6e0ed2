import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isSuspect, speakable } from "../../binding/parts/speakable";
import { interpreterRows, needRows } from "../../disputes/reads/interpreter-rows";
import { notFound } from "../../kernel/problem";
import type { AgreementPage, AgreementParty, ReplacedPart, Supplement } from "./agreement";

export type Shell = Omit<
  AgreementPage,
  | "disputeId"
  | "readerId"
  | "isLead"
  | "allowed"
  | "confirmationUntil"
  | "appliedOn"
  | "court"
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
    /** Absent from papers of before it was kept. */
    assistant?: string | null;
    /** Absent where the paper names none. */
    interpreters?: { id: string; name: string }[];
    parties: AgreementParty[];
    replaces?: ReplacedPart;
    clauses: { id: string; verifierName: string | null }[];
  } | null;
};
/**
 * What a paper would lack of the readable party `p`: app.is_nickname says which names it does not take. The paper of the
 * police names the day of birth and the ID number of grown-ups (程序规定 184).
 */
const lacksOf = (
  proceedingId: string | null,
) => sql`array_remove(case p.kind when 'organisation' then array[case when p.credit_code = '' then 'creditCode' end,
            case when p.legal_representative = '' then 'legalRepresentative' end, case when p.address = '' then 'address' end]
          when 'person' then array[case when p.id_number = '' and app.is_nickname(p.name) then 'trueName' end, case when p.sex is null then 'sex' end,
            case when p.born_on is null and ${isPolice(proceedingId)} then 'bornOn' when p.born_on is null and p.born_year is null then 'born' end, case when p.ethnicity = '' then 'ethnicity' end,
            case when p.occupation = '' then 'occupation' end, case when p.address = '' then 'address' end,
            case when p.id_number = '' and not p.is_minor and ${isPolice(proceedingId)} then 'idNumber' end]
          else array['trueName'] end, null)`;

const isPolice = (proceedingId: string | null) =>
  sql`exists (select from proceedings w where w.county_id = p.county_id and w.id = ${proceedingId}::uuid and w.track = 'publicSecurity')`;

/** The agreement that is shown, with its clauses, signatures and seal, from `ag`, `cl`, `sg` and `shown`. */
const shownAgreement = sql`(select json_build_object('id', ag.id, 'version', ag.version, 'ordinal', ag.ordinal, 'form', ag.form, 'status', ag.status, 'number', ag.number,
          'facts', ag.facts, 'unfinished', ag.unfinished::json, 'draftedAt', ag.drafted_at, 'sentToSignAt', ag.sent_to_sign_at, 'effectiveAt', ag.effective_at,
          'replaces', app.replaced_part(ag.county_id, ag.replaces_id), 'renegotiatedReason', ag.renegotiated_reason,
          'clauses', coalesce((select json_agg(to_jsonb(cl) - 'agreement_id' order by cl.ordinal) from cl where cl.agreement_id = ag.id), '[]'::json),
          'signatures', coalesce((select json_agg(to_jsonb(sg) - 'agreement_id' order by sg."signedAt", sg.id) from sg where sg.agreement_id = ag.id), '[]'::json),
          'seal', (select json_build_object('sealedByName', coalesce(nullif(s.sealer_name, ''), h.name), 'sealedAt', s.sealed_at) from seals s
            join people h on h.county_id = s.county_id and h.id = s.sealed_by where s.county_id = ag.county_id and s.agreement_id = ag.id),
          'unboundPartyIds', case when ag.effective_at is null then '[]'::json else (select coalesce(json_agg(distinct u.id), '[]') from app.unbinding_signers(ag.county_id, ag.id) u (id)) end,
          'hash', k.hash, 'supplements', coalesce((select json_agg(json_build_object('partyId', h.party_id, 'field', h.field, 'oldValue', h.old_value,
              'newValue', h.new_value, 'reason', h.reason, 'since', h.since, 'changedAt', h.changed_at, 'changedByName', w.name) order by h.changed_at, h.id)
            from app.readable_party_changes h left join people w on w.county_id = h.county_id and w.id = h.changed_by
            where h.county_id = k.county_id and h.dispute_id = k.dispute_id and h.changed_at > k.frozen_at), '[]'::json))
        from ag left join app.readable_papers k on k.county_id = ag.county_id and k.agreement_id = ag.id where ag.id = (select shown.id from shown))`;

/** What the paper `ag` said when it was sent to sign; null where it never was. */
const sentWords = sql`(select jsonb_build_object('facts', k.content -> 'facts', 'parties', k.content -> 'parties', 'clauses', k.content -> 'clauses')
  from app.readable_papers k where k.county_id = ag.county_id and k.agreement_id = ag.id)`;

const sealers = (
  proceedingId: string | null,
) => sql`'sealers', coalesce((select json_agg(json_build_object('id', h.id, 'name', h.name))
  from app.sealers_of(d.county_id, ${proceedingId}::uuid) h), '[]'::json)`;

/** All rows that the page shows of one agreement, in one statement. */
export async function shellOf(
  tx: Tx,
  countyId: string,
  disputeId: string,
  proceedingId: string | null,
  agreementId: string | null,
): Promise<Shell> {
  const rows = await tx.execute<{ shell: Shell }>(sql`
    with pa as (
      select p.id, p.side, p.position, p.name, p.kind, p.standing, p.is_minor as "isMinor", p.needs_guardian as "needsGuardian",
        p.sex, coalesce(p.born_on::text, p.born_year::text, '') as born, p.ethnicity, p.occupation, p.credit_code as "creditCode", p.legal_representative as "legalRepresentative",
        ${lacksOf(proceedingId)} as lacks, ${isSuspect(sql`p`)} as "isSuspect",
        coalesce((select json_agg(json_build_object('id', l.id, 'kind', l.kind, 'name', l.name, 'maySign', l.may_sign, 'mayNegotiate', l.may_negotiate, 'mayReceive', l.may_receive, 'isOpposed', l.kind <> 'helper' and app.is_opposed(l.county_id, l.id), 'isElected', l.election_id is not null) order by l.id)
          from app.readable_party_links l where l.county_id = p.county_id and l.party_id = p.id and l.ended_at is null), '[]'::json) as links
      from app.readable_parties p where p.county_id = ${countyId}::uuid and p.dispute_id = ${disputeId}::uuid and not p.is_departed
    ), ag as (
      select * from agreements a where a.county_id = ${countyId}::uuid and a.proceeding_id = ${proceedingId}::uuid
    ), shown as (
      select ag.id, ag.drafted_at from ag where ag.status <> 'withdrawn' and (${agreementId}::uuid is null and ag.status <> 'replaced' or ag.id = ${agreementId}::uuid)
      order by ag.status limit 1
    ), cl as (
      select o.agreement_id, o.id, o.ordinal, o.kind, o.text, o.amount_fen as "amountFen", o.due_on as "dueOn", o.due_after_days as "dueAfterDays", app.moved_from(o, ag.effective_at)::text as "movedFrom", o.proof, o.way, o.place, o.condition, o.consequence,
        o.verifier_id as "verifierId", v.name as "verifierName", o.performed_at as "performedAt", o.liability,
        coalesce((select json_agg(q.party_id order by q.party_id) from obligation_parties q where q.county_id = o.county_id and q.obligation_id = o.id and q.part = 'obligor'), '[]'::json) as "obligorPartyIds",
        coalesce((select json_agg(q.share_fen order by q.party_id) from obligation_parties q where q.county_id = o.county_id and q.obligation_id = o.id and q.share_fen is not null), '[]'::json) as "sharesFen",
        coalesce((select json_agg(q.party_id) from obligation_parties q where q.county_id = o.county_id and q.obligation_id = o.id and q.part = 'obligee'), '[]'::json) as "obligeePartyIds"
      from obligations o join ag on o.county_id = ag.county_id and o.agreement_id = ag.id
      left join people v on v.county_id = o.county_id and v.id = o.verifier_id
    ), sg as (
      select s.agreement_id, s.id, s.signer_kind as "signerKind", s.party_id as "partyId", s.person_id as "personId", coalesce(nullif(s.signer_name, ''), w.name) as "personName",
        s.signed_by_link_id as "byLinkId", l.name as "byLinkName", s.means, s.signed_at as "signedAt"
      from signatures s join ag on s.county_id = ag.county_id and s.agreement_id = ag.id
      left join people w on w.county_id = s.county_id and w.id = s.person_id
      left join app.readable_party_links l on l.county_id = s.county_id and l.id = s.signed_by_link_id
    )
    select json_build_object(
      'title', d.title,
      'committeeName', c.name,
      'assistantName', (select x.name from proceedings r join people x on x.county_id = r.county_id and x.id = r.assistant_id
        where r.county_id = d.county_id and r.id = ${proceedingId}::uuid),
      'leadName', (select x.name from proceedings r join people x on x.county_id = r.county_id and x.id = r.lead_person_id
        where r.county_id = d.county_id and r.id = ${proceedingId}::uuid),
      ${sealers(proceedingId)}, 'startingFacts', coalesce((select f.neutral_summary from dispute_facts f where f.county_id = d.county_id and f.dispute_id = d.id), ''),
      'parties', coalesce((select json_agg(to_jsonb(pa) - 'position' order by pa.position) from pa), '[]'::json),
      'departed', coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'side', p.side, ${speakable()},
          'heirPartyIds', (select coalesce(json_agg(s.heir_party_id), '[]') from party_successions s where s.county_id = p.county_id and s.party_id = p.id)) order by p.position)
        from app.readable_parties p where p.county_id = d.county_id and p.dispute_id = d.id and p.is_departed), '[]'::json),
      'witnesses', coalesce((select json_agg(json_build_object('personId', w.id, 'name', w.name, 'post', w.post) order by w.name, w.id)
        from people w where w.county_id = d.county_id and w.id in (select y.person_id from sessions s
            join session_people y on y.county_id = s.county_id and y.session_id = s.id and y.attendance = 'present'
            where s.county_id = d.county_id and s.proceeding_id = ${proceedingId}::uuid and s.status <> 'cancelled' union select s.person_id from signatures s
            where s.county_id = d.county_id and s.dispute_id = d.id and s.signer_kind = 'witness')
          and w.id <> (select r.lead_person_id from proceedings r where r.county_id = d.county_id and r.id = ${proceedingId}::uuid)), '[]'::json),
      'verifiers', coalesce((select json_agg(json_build_object('personId', w.id, 'name', w.name, 'post', w.post) order by i.answered_at, w.id)
        from invitations i join people w on w.county_id = i.county_id and w.id = i.person_id
        where i.county_id = d.county_id and i.proceeding_id = ${proceedingId}::uuid and i.status = 'accepted'), '[]'::json),
      'interpreters', ${interpreterRows(sql`n.county_id = d.county_id and n.agreement_id = (select shown.id from shown)`)},
      'needs', ${needRows(countyId, disputeId)},
      'saidYes', coalesce((select json_agg(json_build_object('partyId', c.party_id, 'byLinkName', l.name, 'at', c.recorded_at) order by c.id)
        from consents c left join app.readable_party_links l on l.county_id = c.county_id and l.id = c.spoken_by_link_id
        where c.county_id = d.county_id and c.proceeding_id = ${proceedingId}::uuid and c.subject = 'agreement'
          and c.recorded_at >= (select shown.drafted_at from shown)), '[]'::json),
      'requests', coalesce((select json_agg(json_build_object('id', q.id, 'partyId', q.party_id, 'personId', q.person_id, 'interpreterId', q.interpreter_id, 'askedAt', q.asked_at, 'refusedAt', q.refused_at,
          'refusedReason', q.refused_reason, 'expiresAt', l.expires_at, 'isOpened', l.visit_expires_at is not null, 'isLive', l.id is not null and l.tries_left > 0) order by q.asked_at, q.id)
        from signing_requests q left join invitation_links l on l.county_id = q.county_id and l.request_id = q.id and l.revoked_at is null
        where q.county_id = d.county_id and q.agreement_id = (select shown.id from shown)), '[]'::json),
      'versions', coalesce((select json_agg(json_build_object('id', ag.id, 'number', ag.number, 'status', ag.status, 'effectiveAt', ag.effective_at, 'words', ${sentWords}) order by ag.ordinal desc)
        from ag where ag.status <> 'withdrawn' and ag.id <> (select shown.id from shown)), '[]'::json),
      'agreement', ${shownAgreement},
      'frozen', (select k.content from ag join app.readable_papers k on k.county_id = ag.county_id and k.agreement_id = ag.id
        where ag.id = (select shown.id from shown)),
      'withdrawn', coalesce((select json_agg(json_build_object('id', ag.id, 'number', ag.number, 'withdrawnAt', ag.withdrawn_at, 'reason', ag.withdrawn_reason, 'words', ${sentWords})
        order by ag.ordinal desc) from ag where ag.status = 'withdrawn'), '[]'::json)
    ) as shell
    from disputes d join committees c on c.county_id = d.county_id and c.id = d.committee_id
    where d.county_id = ${countyId}::uuid and d.id = ${disputeId}::uuid`);
  const shell = rows[0]?.shell;
  if (!shell) throw notFound();
  return shell;
}

const isOpposed = (party: AgreementParty | undefined, linkId: string): boolean =>
  party?.links.find((link) => link.id === linkId)?.isOpposed ?? false;

/** What was sent to sign is shown as it was then; the committee's new name stands beside it like a party's. */
export function asSigned({ frozen, ...today }: Shell): Omit<Shell, "frozen"> {
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
    assistantName: frozen.assistant === undefined ? today.assistantName : frozen.assistant,
    interpreters: today.interpreters.map((one) => ({
      ...one,
      name: frozen.interpreters?.find(({ id }) => id === one.id)?.name ?? one.name,
    })),
    leadName: agreement.effectiveAt ? frozen.mediator : today.leadName,
    parties: frozen.parties.map((party) => {
      const now = today.parties.find((one) => one.id === party.id);
      const links = party.links.map((link) => ({ ...link, isOpposed: isOpposed(now, link.id) }));
      const { departedOn = null } = today.departed.find((one) => one.id === party.id) ?? {};
      return { ...party, links, isSuspect: now?.isSuspect ?? false, isDeparted: !now, departedOn };
    }),
    agreement: {
      ...agreement,
      replaces: frozen.replaces ?? null,
      clauses: agreement.clauses.map((clause) => ({
        ...clause,
        verifierName: verifiers.get(clause.id) ?? clause.verifierName,
      })),
      supplements: [...agreement.supplements, ...renamed],
    },
  };
}
