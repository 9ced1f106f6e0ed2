/** Words of an agreement, of what it obliges somebody to, and of its signatures. */

export const agreementForms = ["written", "oral"] as const;
export type AgreementForm = (typeof agreementForms)[number];

export const agreementStatuses = ["draft", "signing", "effective", "withdrawn", "replaced"] as const;
export type AgreementStatus = (typeof agreementStatuses)[number];

export const obligationKinds = ["pay", "act", "refrain"] as const;
export type ObligationKind = (typeof obligationKinds)[number];

export const obligationParts = ["obligor", "obligee"] as const;
export type ObligationPart = (typeof obligationParts)[number];

export const proofKinds = ["receipt", "transfer", "photo", "inspection", "mutualConfirmation", "invoice"] as const;
export type ProofKind = (typeof proofKinds)[number];

/** How several debtors of one sum owe it: each the whole (民法典 518), or each a share, equal or named (民法典 517). */
export const liabilities = ["joint", "equalShares", "shares"] as const;
export type Liability = (typeof liabilities)[number];

/**
 * What an entry in the ledger of an obligation says. A correction names the entry that was recorded wrongly, which then
 * counts nowhere; nothing is ever overwritten.
 */
export const ledgerEntryKinds = ["performed", "overpaid", "paidTwice", "refunded", "waived", "correction"] as const;
export type LedgerEntryKind = (typeof ledgerEntryKinds)[number];

/**
 * What is contested in a ledger: an obligee denies that what an entry says took place, or an obligor claims to have done what no
 * entry says.
 */
export const contestKinds = ["denied", "claimed"] as const;
export type ContestKind = (typeof contestKinds)[number];

/** How a contest ends: what was contested did take place, or whoever contested it takes it back. Correcting the entry ends it too. */
export const contestEnds = ["confirmed", "withdrawn"] as const;
export type ContestEnd = (typeof contestEnds)[number];

/** What somebody can do whose debtor does not perform: confirmation by the court, suit, enforcement. */
export const remedies = ["confirmation", "suit", "enforcement"] as const;
export type Remedy = (typeof remedies)[number];

export const signerKinds = ["party", "mediator", "witness"] as const;
export type SignerKind = (typeof signerKinds)[number];

export const signatureMeans = ["sign", "seal", "fingerprint"] as const;
export type SignatureMeans = (typeof signatureMeans)[number];
