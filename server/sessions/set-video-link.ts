import { and, eq } from "drizzle-orm";
import { sessions, videoLinks } from "@/db/schema/sessions";
import { bookedSession } from "../bookings/booked-session";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict, invalid } from "../kernel/problem";
import type { SetVideoLinkInput } from "./inputs";

const https = /^https:\/\/[^\s/]+\.[^\s]+$/;

/**
 * Sets or replaces the address of a video session, or removes it (null), which makes it a session in the room again.
 * The event says what changed, never the address: only those invited may read it.
 */
export function setVideoLink(ctx: ActContext, input: SetVideoLinkInput): Promise<{ sessionId: string }> {
  return perform(ctx, "session.setVideo", input, async (act) => {
    const { tx, countyId, dispute, now } = act;
    const session = await bookedSession(act, input);
    if (session.endsAt <= now) throw conflict("sessionNotBooked", { status: session.status });
    const one = and(eq(videoLinks.countyId, countyId), eq(videoLinks.sessionId, session.id));
    const [before] = await tx.select({ url: videoLinks.url }).from(videoLinks).where(one).for("update");
    const { url } = input;
    if (url === null) {
      if (!before) throw conflict("noVideoLink");
      await tx.delete(videoLinks).where(one);
    } else {
      if (!https.test(url)) throw invalid("linkNotHttps");
      if (before?.url === url) throw conflict("sameVideoLink");
      const values = { url, setBy: ctx.actor.personId, setAt: now };
      await tx
        .insert(videoLinks)
        .values({ countyId, sessionId: session.id, disputeId: dispute.id, ...values })
        .onConflictDoUpdate({ target: [videoLinks.countyId, videoLinks.sessionId], set: values });
    }
    await tx
      .update(sessions)
      .set({ mode: url === null ? "onSite" : "video", version: session.version + 1 })
      .where(and(eq(sessions.countyId, countyId), eq(sessions.id, session.id)));
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
