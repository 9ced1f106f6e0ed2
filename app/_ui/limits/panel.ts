// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const recordTieLimits = { note: 200 } as const;
export const setPanelRuleLimits = { forceCode: 32, area: 40, reason: 200 } as const;
export const waiveTieLimits = { reason: 200 } as const;
