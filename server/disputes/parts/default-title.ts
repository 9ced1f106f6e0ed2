/** A party as a title names it. */
export interface TitledParty {
  name: string;
  isMinor: boolean;
}

/**
 * What a dispute is called while nobody gives it a title: its first two parties, or its place. Minors' names stay out of
 * titles, which every list shows (未成年人保护法 103).
 */
export function defaultTitle(parties: readonly TitledParty[], place: string): string {
  const names = parties
    .filter((party) => !party.isMinor)
    .map((party) => party.name)
    .slice(0, 2);
  return names.join(" / ") || place.slice(0, 60);
}
