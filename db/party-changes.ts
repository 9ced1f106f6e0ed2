/** What is kept of a party when it is corrected. */
export const partyChangeFields = ["name", "kind", "standing", "isMinor", "lacksCapacity", "ownWages"] as const;
export type PartyChangeField = (typeof partyChangeFields)[number];
