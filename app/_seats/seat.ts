/**
 * suggested = not asked yet, perhaps with a proposed person; sent, seen, accepted, declined,
 * expired = the invitation's own state; recused = emptied because a tie was found later; objected = emptied because a party objected.
 */
export type SeatState = "suggested" | "sent" | "seen" | "accepted" | "declined" | "expired" | "recused" | "objected";
