import { type SQL, sql } from "drizzle-orm";
import type { ProposedTime } from "@/db/schema/invitations";
import type {
  Attendance,
  DeclineReason,
  HelpKind,
  InterpreterKind,
  InvitationStatus,
  SignatureMeans,
} from "@/db/vocabulary";

/** Who interprets for a party, or reads to it, at one session or of one agreement, or witnesses it. Times are ISO text. */
export interface Interpreter {
  id: string;
  /** For whom; null and "" of a witness, who is there for nobody in particular. */
  partyId: string | null;
  partyName: string;
  kind: InterpreterKind;
  language: string;
  name: string;
  /** Of the county; told by message. */
  personId: string | null;
  /** What ties somebody from outside to a party, in words, and who knows it and agreed all the same. */
  tie: string;
  agreedNames: string[];
  /** When somebody from outside was told by mouth, and which start. */
  toldAt: string | null;
  toldStartsAt: string | null;
  attendance: Attendance;
  /** What they were asked and said; null where nobody was asked: of a paper, of a session that had begun. */
  asking: InterpreterAsking | null;
  /** Null beside a time: a reader, of whom the reading is noted. */
  means: SignatureMeans | null;
  signedAt: string | null;
}

/** A question to an interpreter as those who work on the matter read it. */
export interface InterpreterAsking {
  id: string;
  status: InvitationStatus;
  answerBy: string;
  seenAt: string | null;
  answeredAt: string | null;
  /** Where somebody heard the answer and entered it: who said it. */
  saidBy: string;
  reason: DeclineReason | null;
  note: string;
  proposals: ProposedTime[];
  proposalNote: string;
}

/** Somebody who was asked to interpret at a session to come and said no or nothing. */
export interface RefusedInterpreter {
  id: string;
  name: string;
  asking: InterpreterAsking;
}

/** Which help a party needs, as last noted. */
export interface InterpretingNeed {
  partyId: string;
  partyName: string;
  kind: HelpKind;
  language: string;
}

/** The question `k`, as JSON. */
const asking = sql`jsonb_build_object('id', k.id, 'status', k.status, 'answerBy', k.answer_by, 'seenAt', k.seen_at, 'answeredAt', k.answered_at, 'saidBy', k.said_by,
  'reason', k.decline_reason, 'note', k.decline_note, 'proposals', k.proposals, 'proposalNote', k.proposal_note)`;

/** Those who were asked to the session and will not come, as JSON; `where` names their questions `k`. */
export const refusedRows = (where: SQL): SQL => sql`(select coalesce(jsonb_agg(jsonb_build_object('id', k.id,
    'name', coalesce(kw.name, (select n.name from interpreters n where n.county_id = k.county_id and n.asking_id = k.id limit 1), ''), 'asking', ${asking}) order by k.asked_at, k.id), '[]')
  from interpreter_askings k left join people kw on kw.county_id = k.county_id and kw.id = k.person_id
  where ${where} and k.status in ('declined', 'expired'))`;

/** The interpreters of a place, as JSON; `where` names the rows `n`. */
export const interpreterRows = (
  where: SQL,
): SQL => sql`(select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'partyId', n.party_id,
    'partyName', coalesce(np.name, ''), 'kind', n.kind, 'language', n.language, 'name', coalesce(nw.name, n.name), 'personId', n.person_id, 'tie', n.tie,
    'agreedNames', (select coalesce(json_agg(ap.name order by ap.side, ap.position), '[]') from app.readable_parties ap
      where ap.county_id = n.county_id and ap.id = any (n.agreed_party_ids)), 'toldAt', n.told_at,
    'toldStartsAt', n.told_starts_at, 'attendance', n.attendance, 'asking', case when k.id is not null then ${asking} end, 'means', n.means, 'signedAt', n.signed_at) order by n.named_at, n.id), '[]')
  from interpreters n left join app.readable_parties np on np.county_id = n.county_id and np.id = n.party_id
    left join people nw on nw.county_id = n.county_id and nw.id = n.person_id
    left join interpreter_askings k on k.county_id = n.county_id and k.id = n.asking_id
  where ${where} and n.ended_at is null and not exists (select from recusals nr
    where nr.county_id = n.county_id and nr.proceeding_id = n.proceeding_id and nr.person_id = n.person_id and nr.ended_at is null))`;

/** The needs of a dispute's parties, as JSON. */
export const needRows = (
  countyId: string,
  disputeId: string,
): SQL => sql`(select coalesce(jsonb_agg(jsonb_build_object('partyId', x.party_id,
    'partyName', xp.name, 'kind', x.kind, 'language', x.language) order by xp.side, xp.position), '[]')
  from (select distinct on (d.party_id) d.* from interpreting_needs d where d.county_id = ${countyId}::uuid and d.dispute_id = ${disputeId}::uuid
    order by d.party_id, d.recorded_at desc, d.id desc) x join app.readable_parties xp on xp.county_id = x.county_id and xp.id = x.party_id
  where x.kind is not null and not xp.is_departed)`;
