// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const reasonedLimits = { reason: 200 } as const;
export const restrictDisputeLimits = { reason: 200 } as const;
export const reviewWindowLimits = { note: 400 } as const;
