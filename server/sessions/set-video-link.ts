import { and, eq } from "drizzle-orm";
import { sessions, slots, videoLinks } from "@/db/schema/sessions";
import { bookedSession } from "../bookings/booked-session";
import { moveOffers } from "../bookings/move-offers";
import { requireVideoUrl, writeVideoLink } from "../bookings/write-video-link";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import { offeredTime } from "../slots/offered-time";
import type { SetVideoLinkInput } from "./inputs";

/**
 * Sets or replaces the address of a video session, or removes it (null), which makes it a session in the room again.
 * The event says what changed, never the address: only those invited may read it. Whoever is still being asked finds the new
 * place in their invitation, and everybody who was told is told again, with their calendar entry.
 */
export function setVideoLink(ctx: ActContext, input: SetVideoLinkInput): Promise<{ sessionId: string }> {
  return perform(ctx, "session.setVideo", input, async (act) => {
    const { tx, countyId, now } = act;
    const session = await bookedSession(act, input);
    if (session.endsAt <= now) throw conflict("sessionNotBooked", { status: session.status });
    const one = and(eq(videoLinks.countyId, countyId), eq(videoLinks.sessionId, session.id));
    const [before] = await tx.select({ url: videoLinks.url }).from(videoLinks).where(one).for("update");
    const { url } = input;
    if (url === null) {
      if (!before) throw conflict("noVideoLink");
      await tx.delete(videoLinks).where(one);
    } else {
      requireVideoUrl(url);
      if (before?.url === url) throw conflict("sameVideoLink");
      await writeVideoLink(act, session.id, url);
    }
    const mode = url === null ? "onSite" : "video";
    await tx
      .update(sessions)
      .set({ mode, version: session.version + 1 })
      .where(and(eq(sessions.countyId, countyId), eq(sessions.id, session.id)));
    await moveOffers(act, session.id, await offeredTime(tx, countyId, { ...session, mode, isHeld: true }));
    // Calendars that know the entry learn that its place has changed: a slot written anew raises the entry's sequence.
    await tx
      .update(slots)
      .set({ sessionId: session.id })
      .where(and(eq(slots.countyId, countyId), eq(slots.sessionId, session.id)));
    const change = url === null ? "removed" : before ? "replaced" : "set";
    return {
      result: { sessionId: session.id },
      payload: {
        sessionId: session.id,
        ordinal: session.ordinal,
        startsAt: session.startsAt.toISOString(),
        endsAt: session.endsAt.toISOString(),
        change,
      },
    };
  });
}
