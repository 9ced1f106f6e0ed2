// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const handOverSubsidiesLimits = { recipient: 60 } as const;
