import { blanksIn, ofStatus, type Written, writtenIn } from "@/server/agreements/choices";
import type { ClauseDraft } from "./clause-draft";

/** Words that nobody can check afterwards, so that a court finds the clause unclear. */
const vague = /尽快|尽早|适当|若干|酌情|视情况|择日|近期|必要时|相关费用|合理费用|一定的?(?:补偿|赔偿|金额)/;

/** Whether a place of a template was left open. */
export const hasBlank = (clause: Written): boolean => blanksIn(writtenIn(clause)).length > 0;
export const isVague = (clause: Written): boolean => vague.test(writtenIn(clause));
export const isOfStatus = (clause: Written): boolean => ofStatus.test(writtenIn(clause));

/** Sides that owe nothing while another one owes everything: at least two clauses, none of them owed by this side. */
export function freeSides<Party extends { id: string; side: number }>(
  clauses: readonly ClauseDraft[],
  parties: readonly Party[],
): Party[] {
  if (clauses.length < 2) return [];
  const owing = new Set(clauses.flatMap(({ obligorPartyIds }) => obligorPartyIds));
  if (owing.size === 0) return [];
  const busy = new Set(parties.filter(({ id }) => owing.has(id)).map(({ side }) => side));
  return parties.filter(({ side }) => !busy.has(side));
}
