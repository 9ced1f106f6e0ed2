// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const describeFileLimits = { provider: 40, place: 60 } as const;
