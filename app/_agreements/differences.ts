import type { AgreementParty, SentClause, SentWords } from "@/server/agreements/reads/agreement";
import { type ClauseDraft, draftOf } from "./clause-draft";

/** A clause of one of two versions, or of both. */
export interface ClauseDifference {
  is: "same" | "gone" | "new";
  clause: ClauseDraft;
  verifierName: string | null;
}
/** What of a text was taken out and put in between two parts that are the same. */
export interface TextDifference {
  before: string;
  gone: string;
  added: string;
  after: string;
}

interface Said {
  clause: ClauseDraft;
  verifierName: string | null;
}

/** A clause that was sent to sign, as one that is written. */
export function clauseOfSent({ verifierName: _, parties, ...clause }: SentClause): ClauseDraft {
  const of = (part: "obligor" | "obligee") => parties.filter((one) => one.part === part);
  return draftOf({
    ...{ way: "", place: "", condition: "", consequence: "" },
    ...{ ordinal: 0, movedFrom: null, verifierId: null, verifierName: null, performedAt: null },
    ...clause,
    obligorPartyIds: of("obligor").map(({ id }) => id),
    obligeePartyIds: of("obligee").map(({ id }) => id),
    sharesFen: of("obligor").flatMap(({ shareFen }) => shareFen ?? []),
  });
}

/** The clauses of an earlier version and of this one: in the order of this one, what is gone where it stood. */
export function clauseDifferences(earlier: SentWords, now: readonly Said[]): ClauseDifference[] {
  const was = earlier.clauses.map((one) => ({ clause: clauseOfSent(one), verifierName: one.verifierName }));
  const [old, young] = [was.map(wordsOf), now.map(wordsOf)];
  const kept = commonOf(old, young);
  const said: ClauseDifference[] = [];
  let [i, j] = [0, 0];
  for (const [at, to] of [...kept, [was.length, now.length] as const]) {
    for (; i < at; i++) said.push({ is: "gone", ...(was[i] as Said) });
    for (; j < to; j++) said.push({ is: "new", ...(now[j] as Said) });
    if (at < was.length) said.push({ is: "same", ...(now[to] as Said) });
    [i, j] = [at + 1, to + 1];
  }
  return said;
}

/** All that a clause says, and nothing by which it is kept. A day that came of days after signing is not said. */
function wordsOf({ clause, verifierName }: Said): string {
  const { kind, text, yuan, dueOn, dueAfter = null, proof, liability, shares } = clause;
  const { way = "", place = "", condition = "", consequence = "" } = clause;
  const due = dueAfter === null ? dueOn : "";
  const sides = [[...clause.obligorPartyIds].sort(), [...clause.obligeePartyIds].sort()];
  const owed = liability === "shares" ? Object.entries(shares).sort(([a], [b]) => a.localeCompare(b)) : [];
  return JSON.stringify([
    kind,
    text.trim(),
    yuan,
    due,
    dueAfter,
    proof,
    way,
    place,
    condition,
    consequence,
    liability,
    owed,
    sides,
    verifierName,
  ]);
}

/** The longest common run of two lists, in order: the places in both. */
function commonOf(a: readonly string[], b: readonly string[]): [number, number][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      (lengths[i] as number[])[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const places: [number, number][] = [];
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) places.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return places;
}

/** What changed in a text, within what is the same at its beginning and end; null where nothing did. */
export function textDifference(was: string, now: string): TextDifference | null {
  if (was === now) return null;
  const [old, young] = [[...was], [...now]];
  const most = Math.min(old.length, young.length);
  let head = 0;
  while (head < most && old[head] === young[head]) head++;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === young.at(-1 - tail)) tail++;
  return {
    before: young.slice(0, head).join(""),
    gone: old.slice(head, old.length - tail).join(""),
    added: young.slice(head, young.length - tail).join(""),
    after: young.slice(young.length - tail).join(""),
  };
}

/** Who is named in one of the two and not in the other. */
export const partyDifferences = (was: readonly AgreementParty[], now: readonly AgreementParty[]) => ({
  gone: was.filter(({ id }) => !now.some((one) => one.id === id)).map(({ name }) => name),
  added: now.filter(({ id }) => !was.some((one) => one.id === id)).map(({ name }) => name),
});
