// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const settleClueLimits = { note: 200 } as const;
export const takeClueStepLimits = { note: 500 } as const;
