/** What is kept of a party when it is corrected, leaves or comes later. */
export const partyChangeFields = [
  "name",
  "kind",
  "standing",
  "isMinor",
  "lacksCapacity",
  "ownWages",
  "departed",
  "joined",
  "sex",
  "born",
  "ethnicity",
  "occupation",
  "creditCode",
  "legalRepresentative",
] as const;
export type PartyChangeField = (typeof partyChangeFields)[number];
