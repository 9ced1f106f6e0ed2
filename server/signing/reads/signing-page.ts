import { sql } from "drizzle-orm";
import type { AgreementStatus, PartyKind, PartyLinkKind, SignerKind, Track } from "@/db/vocabulary";
import type { SigningVisit } from "../../access/link-entry";
import type { SentClause } from "../../agreements/reads/agreement";
import { Problem } from "../../kernel/problem";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { rulesOn } from "../../rules/queries";

export interface SigningParty {
  id: string;
  side: number;
  name: string;
  kind: PartyKind;
}
/** One of those who sign, in their order: the parties, those present, the lead. Times are ISO text. */
export interface CoSigner {
  kind: SignerKind;
  side: number | null;
  name: string;
  signedAt: string | null;
  isMe: boolean;
}

/** What whoever was asked to sign sees: the paper as it was sent, who has signed it, and who does not and why. */
export interface SigningPage {
  me: {
    kind: SignerKind;
    name: string;
    partyId: string | null;
    forName: string | null;
    as: PartyLinkKind | null;
    /** They interpret, read aloud or witness, and sign after the parties. */
    isInterpreter: boolean;
  };
  status: Extract<AgreementStatus, "signing" | "effective">;
  number: string;
  track: Track;
  committee: string;
  mediator: string;
  /** SHA-256 of the words that were sent. */
  hash: string;
  facts: string;
  parties: SigningParty[];
  /** In the words that were sent to sign, with the day each came to be due where it is in force. */
  clauses: SentClause[];
  signers: CoSigner[];
  refusals: { name: string; reason: string; at: string; isMine: boolean }[];
  effectiveAt: string | null;
  sealedAt: string | null;
  /** The sealed file is there, and theirs to keep. */
  hasFile: boolean;
  /** Whether it is their turn; interpreters and witnesses wait for the parties, the lead for all others. */
  isTurn: boolean;
  confirmationDays: number;
  /** Whom to call. */
  contact: { name: string; phone: string };
}

type Row = Omit<
  SigningPage,
  "facts" | "parties" | "clauses" | "committee" | "mediator" | "status" | "isTurn" | "confirmationDays"
> & {
  status: AgreementStatus;
  content: Pick<SigningPage, "facts" | "parties" | "clauses" | "committee" | "mediator">;
  dueDays: Record<string, string> | null;
  unsignedInterpreters: number;
};

/** Absent, taken back or replaced: what was asked for is not there any more. */
const dead = () => new Problem("notFound", "linkDead");

/**
 * The paper of a visit, as it was sent to sign. Refuses with linkDead once it was taken back or replaced. No copy is given
 * before it is in force: a page says so, and prints nothing.
 */
export function signingPage(visit: SigningVisit): Promise<SigningPage> {
  const { countyId } = visit.actor;
  return asActor({ actor: visit.actor, now: visit.now }, async (tx) => {
    const [found] = await tx.execute<{ page: Row }>(sql`
      with q as (select * from signing_requests where county_id = ${countyId}::uuid and id = ${visit.requestId}::uuid),
      g as (select a.* from agreements a join q on a.county_id = q.county_id and a.id = q.agreement_id),
      sg as (select s.* from signatures s join g on s.county_id = g.county_id and s.agreement_id = g.id),
      named as (
        select r.id, r.refused_at, r.refused_reason, coalesce(b.name, e.name, p.name, y.name) as name from signing_requests r
          join g on r.county_id = g.county_id and r.agreement_id = g.id
          left join app.readable_parties e on e.county_id = r.county_id and e.id = r.party_id
          left join app.readable_party_links b on b.county_id = r.county_id and b.id = r.by_link_id
          left join interpreters y on y.county_id = r.county_id and y.id = r.interpreter_id
          left join people p on p.county_id = r.county_id and p.id = coalesce(r.person_id, y.person_id))
      select jsonb_build_object(
        'status', g.status, 'number', coalesce(g.number, ''), 'track', w.track, 'effectiveAt', g.effective_at, 'hash', k.hash, 'content', k.content,
        'sealedAt', (select s.sealed_at from seals s where s.county_id = g.county_id and s.agreement_id = g.id),
        'hasFile', q.signer_kind = 'party' and g.status = 'effective' and exists (select from sealed_papers l where l.county_id = g.county_id and l.agreement_id = g.id),
        'dueDays', case when g.status = 'effective' then (select jsonb_object_agg(o.id, o.due_on) from obligations o where o.county_id = g.county_id and o.agreement_id = g.id) end,
        'unsignedInterpreters', (select count(*) from interpreters n where n.county_id = g.county_id and n.agreement_id = g.id and n.ended_at is null and n.signed_at is null),
        'me', jsonb_build_object('kind', q.signer_kind, 'partyId', q.party_id, 'isInterpreter', q.interpreter_id is not null, 'name', (select n.name from named n where n.id = q.id),
          'forName', case when q.by_link_id is not null then (select e.name from app.readable_parties e where e.county_id = q.county_id and e.id = q.party_id) end,
          'as', (select l.kind from app.readable_party_links l where l.county_id = q.county_id and l.id = q.by_link_id)),
        'signers', (select coalesce(jsonb_agg(x.one order by x.rank, x.place), '[]') from (
            select 1 as rank, e.position::text as place, jsonb_build_object('kind', 'party', 'side', e.side, 'name', e.name, 'isMe', e.id is not distinct from q.party_id,
              'signedAt', (select sg.signed_at from sg where sg.party_id = e.id)) as one
            from app.readable_parties e where e.county_id = g.county_id and e.dispute_id = g.dispute_id and not e.is_departed
            union all select 2, p.name, jsonb_build_object('kind', 'witness', 'side', null, 'name', p.name, 'isMe', p.id is not distinct from q.person_id,
              'signedAt', (select sg.signed_at from sg where sg.person_id = p.id))
            from people p where p.county_id = g.county_id and (p.id in (select sg.person_id from sg where sg.signer_kind = 'witness')
              or p.id in (select r.person_id from signing_requests r where r.county_id = g.county_id and r.agreement_id = g.id and r.signer_kind = 'witness'))
            union all select distinct on (coalesce(p.name, n.name), n.phone_hash, n.kind) 2, coalesce(p.name, n.name), jsonb_build_object('kind', 'witness', 'side', null,
              'name', coalesce(p.name, n.name), 'isMe', coalesce(app.is_same_interpreter(n, me), false), 'signedAt', n.signed_at)
            from interpreters n left join people p on p.county_id = n.county_id and p.id = n.person_id
              left join interpreters me on me.county_id = q.county_id and me.id = q.interpreter_id
            where n.county_id = g.county_id and n.agreement_id = g.id and n.ended_at is null
            union all select 3, '', jsonb_build_object('kind', 'mediator', 'side', null, 'name', m.name, 'isMe', m.id is not distinct from q.person_id,
              'signedAt', (select sg.signed_at from sg where sg.signer_kind = 'mediator'))) x),
        'refusals', (select coalesce(jsonb_agg(jsonb_build_object('name', n.name, 'reason', n.refused_reason, 'at', n.refused_at, 'isMine', n.id = q.id) order by n.refused_at), '[]')
          from named n where n.refused_at is not null),
        'contact', jsonb_build_object('name', m.name, 'phone', m.phone)) as page
      from q join g on true join app.readable_papers k on k.county_id = g.county_id and k.agreement_id = g.id
        join proceedings w on w.county_id = g.county_id and w.id = g.proceeding_id
        join people m on m.county_id = w.county_id and m.id = w.lead_person_id`);
    const page = found?.page;
    if (!page || (page.status !== "signing" && page.status !== "effective")) throw dead();
    const { content, dueDays, unsignedInterpreters, status, ...rest } = page;
    const { facts, committee, mediator } = content;
    const parties = content.parties.map(({ id, side, name, kind }) => ({ id, side, name, kind }));
    const clauses = content.clauses.map((one) => ({ ...one, dueOn: dueDays?.[one.id] ?? one.dueOn }));
    const othersSigned = rest.signers.every(({ kind, signedAt }) => kind !== "party" || signedAt !== null);
    const isTurn = rest.me.isInterpreter
      ? othersSigned
      : rest.me.kind !== "mediator" || (othersSigned && unsignedInterpreters === 0);
    const rules = await rulesOn(tx, countyId, dayOf(visit.now));
    return {
      ...rest,
      status,
      facts,
      parties,
      committee,
      mediator,
      clauses,
      isTurn,
      confirmationDays: rules["confirmation.days"],
    };
  });
}
