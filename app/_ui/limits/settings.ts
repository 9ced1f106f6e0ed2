// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const setDaysLimits = { notice: 200 } as const;
export const setRuleLimits = { source: 120 } as const;
