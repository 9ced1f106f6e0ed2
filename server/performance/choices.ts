/** Kinds of entries that say money went one way or the other; waivers and corrections are acts of their own. */
export const paymentKinds = ["performed", "overpaid", "paidTwice", "refunded"] as const;
export type PaymentKind = (typeof paymentKinds)[number];
