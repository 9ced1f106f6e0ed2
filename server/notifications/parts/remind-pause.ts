/** Between two words to the same person about the same invitation, its sending included. */
export const remindPauseMs = 4 * 3_600_000;
