// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const createAccountLimits = { username: 32 } as const;
export const createPersonLimits = { name: 60, phone: 30, post: 60, postEn: 80, employer: 60, area: 60 } as const;
export const directoryFilterLimits = { q: 40 } as const;
export const giveRoleLimits = { reason: 200 } as const;
export const peopleFilterLimits = { q: 40 } as const;
