import type { AgreementParty } from "@/server/agreements/reads/agreement";

/** From so many on a side is named by its representatives and its number, and its members stand in a list. A local rule. */
export const numerousFrom = 10;

/** A side as its paper names it. */
export interface PaperSide {
  side: number;
  members: AgreementParty[];
  /** Its members stand in a list at the end and not in the sentence. */
  isNumerous: boolean;
  /** Members whom others of the side elected, and who sign for them. */
  representatives: AgreementParty[];
}

/** The sides of a paper, in their order. */
export function paperSides(parties: readonly AgreementParty[]): PaperSide[] {
  return [...new Set(parties.map((party) => party.side))].map((side) => {
    const members = parties.filter((party) => party.side === side);
    const elected = new Set(
      members.flatMap(({ links }) =>
        links.filter((link) => link.kind === "representative" && link.maySign).map(({ name }) => name),
      ),
    );
    return {
      side,
      members,
      isNumerous: members.length >= numerousFrom,
      representatives: members.filter((party) => party.kind === "person" && elected.has(party.name)),
    };
  });
}
