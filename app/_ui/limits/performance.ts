// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const contestPerformanceLimits = { reason: 200 } as const;
export const correctPerformanceLimits = { reason: 200 } as const;
export const endContestLimits = { reason: 200 } as const;
export const recordBreachLimits = { note: 400 } as const;
export const recordPerformanceLimits = { proofNote: 200 } as const;
export const recordVisitLimits = { escalationSigns: 400, courtAction: 400, measures: 1000, note: 1000 } as const;
export const urgePerformanceLimits = { note: 200 } as const;
export const waivePerformanceLimits = { proofNote: 200 } as const;
