// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const activateGroupLimits = {
  title: 60,
  place: 120,
  facts: 4000,
  requests: 1000,
  neutralSummary: 200,
  riskReason: 200,
  reason: 200,
  overrideReason: 200,
  leadUnit: 60,
} as const;
export const declineClueLimits = { answer: 200 } as const;
export const recordCallLimits = { number: 40, callerName: 60, phone: 30, place: 120, summary: 2000 } as const;
export const reportClueLimits = { place: 120, text: 2000 } as const;
