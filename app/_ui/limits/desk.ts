// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const changeCardLimits = { text: 2000 } as const;
export const openPollLimits = { question: 200 } as const;
export const reportHarmLimits = { text: 2000, reason: 500 } as const;
export const setAgendaLimits = { agenda: 2000 } as const;
export const writeCardLimits = { text: 2000 } as const;
