/** What came of telling somebody their rights: they were not there, were only told, agree to mediation, or to helpers as well. */
export const saids = ["away", "told", "agreed", "agreedAll"] as const;
export type Said = (typeof saids)[number];

/** The answers that one of those who were told gave in the same breath; an objection to some of the helpers has its own form. */
export function answersWhenTold(
  { partyId, linkId }: { partyId: string; linkId: string | null },
  said: Said,
  forceCodes: readonly string[],
) {
  const who = { partyId, spokenByLinkId: linkId, answer: "agreed" as const };
  if (said === "away" || said === "told") return [];
  const toForces = said === "agreedAll" ? forceCodes : [];
  return [
    { ...who, subject: "mediation" as const },
    ...toForces.map((forceCode) => ({ ...who, subject: "inviteForce" as const, forceCode })),
  ];
}
