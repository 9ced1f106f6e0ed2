/** Dossiers on one list, and how many of a year are offered at once: what is left is offered once these were given. */
export const depositMost = 200;
