// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const changeNeedsLimits = { reason: 200 } as const;
export const conveneLimits = { despite: 200, videoUrl: 500 } as const;
export const partyTimeLimits = { reason: 120 } as const;
