// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const endElectionLimits = { reason: 200 } as const;
export const importMembersLimits = { reason: 200 } as const;
export const recordElectionLimits = { paper: 200 } as const;
