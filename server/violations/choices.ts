/** Bars of police mediation, each answered before it is open (程序规定 179); a refusal of the fourth is a consent. */
export const mediationBars = ["hired", "gang", "repeated", "newViolation", "fled", "otherUnfit"] as const;
export type MediationBar = (typeof mediationBars)[number];
