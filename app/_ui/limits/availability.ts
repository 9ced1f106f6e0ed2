// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const addCalendarLimits = { address: 2000, label: 60 } as const;
export const markAbsenceLimits = { note: 200 } as const;
