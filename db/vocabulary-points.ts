/** `settled`: by the contact point, on the spot. */
export const clueStatuses = ["new", "taken", "declined", "settled"] as const;
export type ClueStatus = (typeof clueStatuses)[number];

/** What a contact point does about a clue before the station: it sees to it, goes there, settles it or hands it up. */
export const clueStepKinds = ["acknowledge", "visit", "settle", "escalate"] as const;
export type ClueStepKind = (typeof clueStepKinds)[number];
