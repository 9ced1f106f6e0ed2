// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const addHeirLimits = { name: 60, phone: 30, reason: 200 } as const;
export const addPartyLimits = { reason: 200 } as const;
export const amendPartyLimits = {
  name: 60,
  reason: 200,
  phone: 30,
  idNumber: 24,
  address: 120,
  employer: 60,
  ownWagesReason: 200,
  ethnicity: 20,
  occupation: 60,
  creditCode: 18,
  legalRepresentative: 60,
} as const;
export const answerGateLimits = { answersReason: 200 } as const;
export const answerHeirLimits = { reason: 200 } as const;
export const assessRiskLimits = { reason: 200 } as const;
export const closeProceedingLimits = { note: 400 } as const;
export const correctDisputeLimits = { reason: 200 } as const;
export const endPartyLinkLimits = { reason: 200 } as const;
export const endProceedingLimits = { reason: 400 } as const;
export const partyLimits = {
  name: 60,
  phone: 30,
  idNumber: 24,
  address: 120,
  employer: 60,
  ownWagesReason: 200,
  ethnicity: 20,
  occupation: 60,
  creditCode: 18,
  legalRepresentative: 60,
} as const;
export const partyLinkLimits = { name: 60, phone: 30, note: 200 } as const;
export const reachAttemptLimits = { note: 100 } as const;
export const recordGateStepLimits = { note: 400 } as const;
export const recordPartyExitLimits = { reason: 200 } as const;
export const registerDisputeLimits = {
  title: 60,
  place: 120,
  facts: 4000,
  requests: 1000,
  neutralSummary: 200,
  riskReason: 200,
  referredBy: 60,
  referralNumber: 60,
} as const;
export const reopenDisputeLimits = { reason: 200 } as const;
export const setSummaryLimits = { neutralSummary: 200 } as const;
export const splitPartyLimits = { name: 60, otherName: 60, otherPhone: 30, reason: 200 } as const;
export const triageDisputeLimits = { answersReason: 200, overrideReason: 200, leadUnit: 60 } as const;
export const withdrawPartyExitLimits = { reason: 200 } as const;
