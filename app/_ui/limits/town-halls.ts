// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const closeMeetingLimits = { summary: 2000 } as const;
export const planTownHallLimits = { title: 80 } as const;
