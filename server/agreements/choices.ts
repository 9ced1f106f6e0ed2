import type { Liability, ObligationKind, PartyStanding, ProofKind } from "@/db/vocabulary";

/** The longest time after the day of signing within which a clause may be due; as obligations_days_in_reach. */
export const dueAfterMaxDays = 3650;

/**
 * The equal share of each of these debtors of a sum, in fen and in their order: the first by id owe a fen more where it does
 * not divide (民法典 517), so that paper and ledger name the same ones however they were ticked.
 */
export function equalShares(amountFen: number, partyIds: readonly string[]): number[] {
  const least = Math.floor(amountFen / partyIds.length);
  const more = new Set([...partyIds].sort().slice(0, amountFen - least * partyIds.length));
  return partyIds.map((id) => least + (more.has(id) ? 1 : 0));
}

/** Whom a clause of a drafting template binds, or owes: by how they stand in the matter, not by name. */
export const clauseRoles = ["applicant", "respondent", "everyone"] as const;
export type ClauseRole = (typeof clauseRoles)[number];

/** Most clauses of one agreement. */
export const agreementClausesMax = 30;
/** Most parts of a payment, and most months between two of them, as a drafting template proposes them. */
export const instalmentsMax = { count: 24, months: 12, digits: 2 } as const;

/** Most clauses of a drafting template; as drafting_templates_shape. */
export const templateClausesMax = 30;

/** A clause of a drafting template; what is filled in each time stands in 【】. */
export interface TemplateClause {
  kind: ObligationKind;
  /** When it holds, before the duty; empty where it always does. */
  condition: string;
  text: string;
  /** What follows when it is not kept, behind the duty. */
  consequence: string;
  obligor: ClauseRole;
  /** Null where it is owed to nobody in particular. */
  obligee: ClauseRole | null;
  /** How several obligors owe a payment; null leaves it to the draft. */
  liability: Liability | null;
  /** Days after the day of signing; null where a day is filled in. */
  dueAfterDays: number | null;
  /** In how many parts a payment is made, so many months apart; absent where it is made at once. */
  instalments?: { count: number; months: number } | null;
  proof: ProofKind;
}

/** What a court does not confirm: that a marriage, a family tie or custody is or ends. */
export const ofStatus =
  /离婚|解除婚姻|解除同居|婚姻(?:关系)?(?:无效|撤销|有效)|(?:亲子|父子|母子|父女|母女|收养)关系|解除收养|抚养权|监护权|监护人(?:变更|资格)/;

/** What was written in a clause, whatever else is known of it. */
export interface Written {
  text: string;
  way?: string;
  place?: string;
  condition?: string;
  consequence?: string;
}
/** All of it, to be searched. */
export const writtenIn = ({ text, way = "", place = "", condition = "", consequence = "" }: Written): string =>
  [text, way, place, condition, consequence].join("\n");

/** Without the stop it ends with, to stand within a sentence. */
export const bare = (text: string): string => text.trim().replace(/[。.；;]$/, "");

/** What is still to be filled in: 【金额】. */
export const blanksIn = (text: string): string[] => text.match(/【[^】]*】/g) ?? [];

/** A clause of a template for these parties, as a draft holds it: whom it binds by name. */
export function compiledClause(clause: TemplateClause, parties: readonly { id: string; standing: PartyStanding }[]) {
  const of = (role: ClauseRole | null) =>
    parties.filter(({ standing }) => role === "everyone" || standing === role).map(({ id }) => id);
  const { kind, condition, consequence, dueAfterDays, proof, liability, instalments } = clause;
  const obligorPartyIds = of(clause.obligor);
  return {
    ...{ kind, proof, obligorPartyIds, obligeePartyIds: of(clause.obligee) },
    ...{ text: clause.text, condition, consequence },
    dueAfter: dueAfterDays === null ? undefined : String(dueAfterDays),
    liability: kind === "pay" && obligorPartyIds.length > 1 ? (liability ?? "") : "",
    ...(kind === "pay" && instalments
      ? { instalments: { count: String(instalments.count), months: String(instalments.months) } }
      : {}),
  } as const;
}
