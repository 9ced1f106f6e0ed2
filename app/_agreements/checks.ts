import { whoMaySpeak } from "@/app/_binding/speaker-options";
import { unmetNeeds } from "@/app/_interpreters/place";
import { fenOfYuan } from "@/app/_ui/format/fen";
import type { AgreementParty, Particular } from "@/server/agreements/reads/agreement";
import { type ClauseDraft, isShared, saysWhen, sharesOf } from "./clause-draft";
import { asSpeakable } from "./party-words";
import { freeSides, hasBlank, isOfStatus, isVague } from "./unclear";

/** A check made before a paper goes out to be signed; `clauses` are the 1-based numbers of those at fault. */
export interface Check {
  code:
    | "facts"
    | "clauses"
    | "text"
    | "dueOn"
    | "past"
    | "obligors"
    | "obligees"
    | "amount"
    | "liability"
    | "shares"
    | "instalments"
    | "amountInText"
    | "proof"
    | "trueName"
    | "particulars"
    | "signers"
    | "interpreters"
    | "everyone"
    | "blank"
    | "vague"
    | "status"
    | "oneSided";
  isOk: boolean;
  /** stop: it cannot be sent like this; mind: a warning, the mediator decides. */
  weight: "stop" | "mind";
  clauses: number[];
  /** Names of parties at fault. */
  names: string[];
}

interface Paper {
  facts: string;
  clauses: readonly ClauseDraft[];
  parties: readonly AgreementParty[];
  /** Parties that need an interpreter or a reader, and who is named for this paper. */
  interpreting?: Parameters<typeof unmetNeeds>[0];
  today: string;
  /** Who lacks what, as "刘玉芬、张建国（性别、民族）". */
  lackWords?: (groups: readonly Lacking[]) => string;
}

/** Parties by name, and what each of them lacks. */
export interface Lacking {
  names: string[];
  lacks: Particular[];
}

/** Sums said in a text, in fen: "3,000 元" → 300000. */
function sumsSaid(text: string): number[] {
  return [...text.matchAll(/(\d[\d,]*(?:\.\d{1,2})?)\s*元/g)].flatMap(
    (match) => fenOfYuan((match[1] ?? "").replaceAll(",", "")) ?? [],
  );
}

const contradicts = (clause: ClauseDraft) => {
  const said = sumsSaid(clause.text);
  const sum = fenOfYuan(clause.yuan);
  return clause.kind === "pay" && said.length > 0 && sum !== null && !said.includes(sum);
};

/** True when nobody could sign for this party: somebody who needs a guardian and has none, a firm without representative, an unknown. */
const cannotSign = (party: AgreementParty): boolean =>
  whoMaySpeak(asSpeakable(party), { purpose: "bind", track: "peoples" }, false).length === 0;

/** What the paper would say of a party beside their name and nobody has entered. */
const lacksOf = (party: AgreementParty) => (party.lacks ?? []).filter((one) => one !== "trueName");

/** Parties that lack the same things together: of forty members of a side all may lack the same. */
function lacking(parties: readonly AgreementParty[]): Lacking[] {
  const groups = new Map<string, Lacking>();
  for (const party of parties) {
    const lacks = lacksOf(party);
    const group = groups.get(lacks.join()) ?? { names: [], lacks };
    groups.set(lacks.join(), { lacks, names: [...group.names, party.name] });
  }
  groups.delete("");
  return [...groups.values()];
}

/** Everything a court or a party could stumble over later, clause by clause. */
export function checksOf({ facts, clauses, parties, interpreting, today, lackWords }: Paper): Check[] {
  const perClause = (
    code: Check["code"],
    weight: Check["weight"],
    isFaulty: (clause: ClauseDraft) => boolean,
  ): Check => {
    const at = clauses.flatMap((clause, i) => (isFaulty(clause) ? [i + 1] : []));
    return { code, weight, isOk: at.length === 0, clauses: at, names: [] };
  };
  const perParty = (
    code: Check["code"],
    weight: Check["weight"],
    isFaulty: (party: AgreementParty) => boolean,
  ): Check => {
    const names = parties.filter(isFaulty).map((party) => party.name);
    return { code, weight, isOk: names.length === 0, clauses: [], names };
  };
  const whole = (code: Check["code"], isOk: boolean): Check => ({ code, weight: "stop", isOk, clauses: [], names: [] });
  const unmet = interpreting ? unmetNeeds(interpreting) : [];
  const named = new Set(clauses.flatMap((clause) => [...clause.obligorPartyIds, ...clause.obligeePartyIds]));
  const free = new Set(freeSides(clauses, parties).map(({ id }) => id));
  return [
    whole("facts", facts.trim() !== ""),
    whole("clauses", clauses.length > 0),
    perClause("text", "stop", (clause) => clause.text.trim() === ""),
    perClause("dueOn", "stop", (clause) => !saysWhen(clause)),
    perClause("obligors", "stop", (clause) => clause.obligorPartyIds.length === 0),
    perClause("obligees", "stop", (clause) => clause.kind === "pay" && clause.obligeePartyIds.length === 0),
    perClause("amount", "stop", (clause) => clause.kind === "pay" && !fenOfYuan(clause.yuan)),
    perClause("proof", "stop", (clause) => clause.proof === ""),
    perClause("liability", "stop", (clause) => isShared(clause) && clause.liability === ""),
    perClause(
      "shares",
      "stop",
      (clause) => isShared(clause) && clause.liability === "shares" && sharesOf(clause) === null,
    ),
    perClause("instalments", "stop", (clause) => clause.kind === "pay" && clause.instalments !== undefined),
    perClause("past", "mind", (clause) => clause.dueAfter === undefined && clause.dueOn !== "" && clause.dueOn < today),
    perClause("amountInText", "mind", contradicts),
    perClause("blank", "stop", hasBlank),
    perClause("vague", "mind", isVague),
    perClause("status", "mind", isOfStatus),
    perParty("trueName", "stop", (party) => party.lacks?.includes("trueName") ?? false),
    {
      ...perParty("particulars", "mind", (party) => lacksOf(party).length > 0),
      names: lackWords ? [lackWords(lacking(parties))] : [],
    },
    perParty("signers", "mind", cannotSign),
    perParty("interpreters", "mind", ({ id }) => unmet.some((need) => need.partyId === id)),
    perParty("everyone", "mind", (party) => clauses.length > 0 && !named.has(party.id)),
    perParty("oneSided", "mind", ({ id }) => free.has(id)),
  ];
}
