import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { AnswerMoment, GateQuestion, GateRecord, YesNoUnclear } from "@/db/vocabulary";
import type { GateStands } from "./triage-gate";

/** An answer that somebody gave. */
export interface GivenAnswer {
  question: GateQuestion;
  ordinal: number;
  answer: YesNoUnclear;
  givenAs: AnswerMoment;
  reason: string;
  by: string;
  /** ISO text. */
  at: string;
}
/** What is known of the gate of one dispute: every answer, newest first, and what its own record answers with "yes". */
export interface GateFacts {
  given: GivenAnswer[];
  record: { question: GateQuestion; record: GateRecord }[];
}

/** Reads both in one statement. */
export async function gateFactsOf(tx: Tx, countyId: string, disputeId: string): Promise<GateFacts> {
  const [row] = await tx.execute<{ facts: GateFacts }>(sql`select json_build_object(
    'given', (select coalesce(json_agg(json_build_object('question', g.question, 'ordinal', g.ordinal, 'answer', g.answer, 'givenAs', g.given_as,
        'reason', g.reason, 'by', p.name, 'at', g.given_at) order by g.given_at desc, g.ordinal desc, g.question), '[]')
      from app.gate_given(${countyId}::uuid, ${disputeId}::uuid) g left join people p on p.county_id = ${countyId}::uuid and p.id = g.given_by),
    'record', (select coalesce(json_agg(json_build_object('question', r.question, 'record', r.record)), '[]')
      from app.gate_record(${countyId}::uuid, ${disputeId}::uuid) r)) as facts`);
  if (!row) throw new Error("no gate");
  return row.facts;
}

/** The newest answer to each question. */
export function newestAnswers({ given }: GateFacts): Partial<Record<GateQuestion, GivenAnswer>> {
  const newest: Partial<Record<GateQuestion, GivenAnswer>> = {};
  for (const one of given) {
    const known = newest[one.question];
    if (!known || known.ordinal < one.ordinal) newest[one.question] = one;
  }
  return newest;
}

/** What counts: the record first, which nobody is asked about, then what is answered now, then what was answered before. */
export function standsOf(facts: GateFacts, now: GateStands = {}): GateStands {
  const before = Object.entries(newestAnswers(facts)).map(([question, { answer }]) => [question, answer]);
  const known = facts.record.map(({ question }) => [question, "yes"]);
  return { ...Object.fromEntries(before), ...now, ...Object.fromEntries(known) };
}

/** Whether a court that has filed the case entrusted it. */
export const isEntrusted = ({ record }: GateFacts): boolean => record.some((one) => one.record === "courtEntrusted");
