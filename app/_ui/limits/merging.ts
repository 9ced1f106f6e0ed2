// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const linkDisputesLimits = { reason: 200 } as const;
export const mergeDisputesLimits = { reason: 400 } as const;
export const otherByNumberLimits = { number: 24 } as const;
export const undoMergeLimits = { reason: 400 } as const;
export const unlinkDisputesLimits = { reason: 200 } as const;
