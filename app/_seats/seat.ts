/**
 * suggested = not asked yet, perhaps with a proposed person; sent, seen, accepted, declined,
 * expired = the invitation's own state; objected = emptied because a party objected.
 */
export type SeatState = "suggested" | "sent" | "seen" | "accepted" | "declined" | "expired" | "objected";
