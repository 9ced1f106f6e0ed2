// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const createForceLimits = { nameZh: 24, nameEn: 48, shortZh: 8, shortEn: 16 } as const;
