// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const answerInstructionLimits = { answer: 1000 } as const;
export const giveInstructionLimits = { wish: 400 } as const;
