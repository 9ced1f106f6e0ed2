/**
 * How many rows lists hold that have no pages: what is beyond is older, or comes up when the first ones are done. Whoever
 * shows such a list says so where it is full (app/_ui/lists/list-end.tsx).
 */
export const listLimits = {
  accessRequests: 50,
  callGroups: 20,
  clues: 100,
  consultationsOfDispute: 100,
  linkableDisputes: 200,
  looseCalls: 30,
  mattersOf: 200,
  notesOfDispute: 300,
  notifiedOfDispute: 120,
  opinionsOfDispute: 200,
  ownClues: 50,
  readingsOfDispute: 100,
  sessionsAhead: 60,
  sessionsPast: 30,
  signIns: 50,
  townHalls: 50,
  transfers: 50,
  waitingQuestions: 50,
  windows: 100,
} as const;
