/** Words about who leads, speaks, writes and interprets in a proceeding. Imports nothing. */

/** How a party asked for another mediator or officer. */
export const leadRequestMeans = ["spoken", "paper", "message"] as const;
export type LeadRequestMeans = (typeof leadRequestMeans)[number];

/** What became of it; "overtaken": the lead changed or the proceeding ended before it was decided. */
export const leadRequestOutcomes = ["accepted", "declined", "withdrawn", "overtaken"] as const;
export type LeadRequestOutcome = (typeof leadRequestOutcomes)[number];

/** Speaks another language for a party, signs for one who cannot hear, or reads aloud to one who cannot read. */
export const interpreterKinds = ["spoken", "sign", "reader"] as const;
export type InterpreterKind = (typeof interpreterKinds)[number];
