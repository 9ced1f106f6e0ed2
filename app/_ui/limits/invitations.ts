// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const declineAnswerLimits = { note: 200 } as const;
export const deputyAnswerLimits = { note: 200 } as const;
export const disclosedTieLimits = { note: 200 } as const;
export const proposeAnswerLimits = { note: 200 } as const;
export const recordAnswerLimits = { saidBy: 60, note: 200 } as const;
