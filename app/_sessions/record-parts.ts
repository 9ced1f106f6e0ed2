import type { OtherRoute, SessionResult } from "@/db/vocabulary";

/** What a joint record holds beside its words, as it is being written. */
export interface RecordParts {
  /** What each party stated, by party. */
  statements: Readonly<Record<string, string>>;
  facts: string;
  /** What was agreed, or why it failed. */
  outcome: string;
  routesTold: readonly OtherRoute[];
}
export interface PartyHere {
  id: string;
  side: number;
  name: string;
}

export const noParts: RecordParts = { statements: {}, facts: "", outcome: "", routesTold: [] };

/** The parts as the acts take them; blank statements are left out. */
export const partsInput = ({ statements, facts, outcome, routesTold }: RecordParts) => ({
  statements: Object.entries(statements).flatMap(([partyId, text]) => (text.trim() ? [{ partyId, text }] : [])),
  facts,
  outcome,
  routesTold: [...routesTold],
});

/** What the record of a failed session still lacks: names of parties whose side says nothing, why, other ways. */
export function lackingIn(parts: RecordParts, result: SessionResult | null, here: readonly PartyHere[]) {
  if (result !== "failed") return { statements: [], outcome: false, routes: false };
  const said = new Set(here.filter((one) => parts.statements[one.id]?.trim()).map((one) => one.side));
  return {
    statements: here.filter((one) => !said.has(one.side)).map((one) => one.name),
    outcome: parts.outcome.trim() === "",
    routes: parts.routesTold.length === 0,
  };
}

export const isLacking = (lacks: ReturnType<typeof lackingIn>): boolean =>
  lacks.statements.length > 0 || lacks.outcome || lacks.routes;

/** Parts stored on this device as text; what cannot be read is nothing. */
export function partsOf(text: string): RecordParts {
  try {
    return { ...noParts, ...(JSON.parse(text || "{}") as Partial<RecordParts>) };
  } catch {
    return noParts;
  }
}
