// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const draftAgreementLimits = { facts: 4000 } as const;
export const obligationLimits = { text: 500, way: 40, place: 60, condition: 100, consequence: 140 } as const;
export const renegotiateLimits = { reason: 400 } as const;
export const templateClauseLimits = { condition: 100, text: 250, consequence: 140 } as const;
export const withdrawAgreementLimits = { reason: 200 } as const;
