// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const applyConfirmationLimits = { court: 60 } as const;
export const extendClockLimits = { reason: 200 } as const;
export const pauseClockLimits = { reason: 200 } as const;
export const recordConfirmationLimits = { note: 200 } as const;
export const resumeClockLimits = { reason: 200 } as const;
