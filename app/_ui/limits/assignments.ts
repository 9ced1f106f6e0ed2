// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const answerAssignmentLimits = { note: 400 } as const;
export const giveAssignmentLimits = { what: 200, organisation: 60 } as const;
export const settleAssignmentLimits = { remark: 200 } as const;
