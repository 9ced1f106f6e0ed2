// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const applySettlementLimits = { agreed: 2000, proof: 400 } as const;
export const decideSettlementLimits = { reason: 400 } as const;
export const describeCaseLimits = {
  organ: 80,
  place: 120,
  cause: 500,
  course: 2000,
  circumstances: 1000,
  result: 1000,
  performanceWay: 300,
  others: 400,
} as const;
export const findViolationLimits = { basis: 1000 } as const;
export const keptClauseLimits = { text: 500, proofNote: 200 } as const;
export const settleOnSpotLimits = { place: 120, facts: 4000, recording: 120, others: 200 } as const;
export const summonGuardianLimits = { exceptionReason: 200 } as const;
