// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const setNumberPatternLimits = { pattern: 60 } as const;
export const setNumberStartLimits = { proof: 200 } as const;
export const voidNumberLimits = { number: 80, reason: 200 } as const;
