/** Words about who leads, speaks, writes and interprets in a proceeding. Imports nothing. */

/** How a party asked for another mediator or officer. */
export const leadRequestMeans = ["spoken", "paper", "message"] as const;
export type LeadRequestMeans = (typeof leadRequestMeans)[number];

/** What became of it; "overtaken": the lead changed or the proceeding ended before it was decided. */
export const leadRequestOutcomes = ["accepted", "declined", "withdrawn", "overtaken"] as const;
export type LeadRequestOutcome = (typeof leadRequestOutcomes)[number];

/**
 * Speaks another language for a party, signs for one who cannot hear, or reads aloud to one who cannot read; or a witness from
 * outside, who helps no party and sees what is agreed and signed: a neighbour, a village elder.
 */
export const interpreterKinds = ["spoken", "sign", "reader", "witness"] as const;
export type InterpreterKind = (typeof interpreterKinds)[number];
/** What a party may need. */
export type HelpKind = Exclude<InterpreterKind, "witness">;

/** What a head asks of whoever leads: to get on, to report, to gather everybody, or to report while the head is in charge. */
export const instructionKinds = ["urge", "report", "jointMeeting", "takeCharge"] as const;
export type InstructionKind = (typeof instructionKinds)[number];

/** What became of a task of a coordination: done or not possible as whoever was asked says, then confirmed or dropped by the lead. */
export const assignmentStatuses = ["open", "done", "cannot", "confirmed", "dropped"] as const;
export type AssignmentStatus = (typeof assignmentStatuses)[number];
