// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const depositLimits = { recipient: 60, location: 100 } as const;
