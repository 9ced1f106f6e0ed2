// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const acceptTransferLimits = { note: 400 } as const;
export const decideLeadRequestLimits = { reason: 400 } as const;
export const declineTransferLimits = { reason: 400 } as const;
export const offerTransferLimits = { reason: 400 } as const;
export const recordLeadRequestLimits = { reason: 400 } as const;
export const recordTransferAnswerLimits = { source: 60, reason: 400 } as const;
export const recordTransferResultLimits = { result: 400 } as const;
export const setLeadLimits = { leadUnit: 60, reason: 200 } as const;
export const transferOutsideLimits = { body: 60 } as const;
