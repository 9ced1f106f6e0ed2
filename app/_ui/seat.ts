import type { InvitationStatus } from "@/db/vocabulary";
import type { GlyphState } from "./glyph";

/**
 * suggested = not asked yet, perhaps with a name to propose; sent, seen, accepted, declined,
 * expired = the invitation's own state; objected = emptied because a party objected.
 */
export type SeatState = "suggested" | "sent" | "seen" | "accepted" | "declined" | "expired" | "objected";

/** A seat whose invitation was withdrawn is free to be asked again. */
export function seatStateOf(status: InvitationStatus | null): SeatState {
  return status === null || status === "withdrawn" ? "suggested" : status;
}

const glyphOfState: Record<SeatState, GlyphState> = {
  suggested: "none",
  sent: "waiting",
  seen: "waiting",
  accepted: "accepted",
  declined: "gone",
  expired: "silent",
  objected: "gone",
};

/** The same seat in the 27 px drawing. */
export function glyphStateOf(state: SeatState): GlyphState {
  return glyphOfState[state];
}
