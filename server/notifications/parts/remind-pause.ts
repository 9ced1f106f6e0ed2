/** Least time between two messages to a person about one invitation, the first included. */
export const remindPauseMs = 4 * 3_600_000;
