import type { PartyLinkKind } from "@/db/vocabulary";
import { partyLinkKinds } from "@/db/vocabulary";

/** A name stored with an invitation: its side, counted from 0, and the relation to the party if it is not a party itself. */
export interface FrozenName {
  sideIndex: number;
  name: string;
  link: PartyLinkKind | null;
}

/** Reads "2:张晓雯:agent". */
export function frozenName(text: string): FrozenName {
  const [side = "1", ...rest] = text.split(":");
  const link = partyLinkKinds.find((kind) => rest.length > 1 && kind === rest.at(-1)) ?? null;
  return { sideIndex: Number(side) - 1, name: (link ? rest.slice(0, -1) : rest).join(":"), link };
}
