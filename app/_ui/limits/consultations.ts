// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const answerQuestionLimits = { answer: 4000 } as const;
export const askQuestionLimits = { question: 2000 } as const;
