// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const cancelSessionLimits = { reason: 200 } as const;
export const correctRecordLimits = { text: 8000, facts: 4000, outcome: 2000, reason: 200 } as const;
export const moveSessionLimits = { despite: 200 } as const;
export const recordHeldLimits = { place: 120, othersPresent: 200, text: 8000, facts: 4000, outcome: 2000 } as const;
export const recordSessionLimits = { text: 8000, facts: 4000, outcome: 2000 } as const;
export const recordTellingLimits = { toldTo: 60, note: 200 } as const;
export const setVideoLinkLimits = { url: 500 } as const;
