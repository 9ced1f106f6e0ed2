// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const interpreterThereLimits = { language: 40 } as const;
export const nameInterpreterLimits = { language: 40, despite: 200 } as const;
export const needInterpreterLimits = { language: 40 } as const;
export const outsiderLimits = { name: 60, phone: 30, tie: 100 } as const;
