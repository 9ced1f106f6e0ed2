import { randomBytes } from "node:crypto";
import { and, count, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { feedTokens } from "@/db/schema/calendar";
import { rooms } from "@/db/schema/places";
import type { SlotResource } from "@/db/vocabulary";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict, invalid } from "../kernel/problem";
import type { MakeOwnFeedInput, MakeRoomFeedInput } from "./inputs";
import { tokenHash } from "./parts/token-hash";

const mostFeeds = 20;

export interface FeedMade {
  feedId: string;
  /**
   * The secret part of the address, shown only this once: 256 bits, base64url. Null when the same act is sent again.
   */
  token: string | null;
}

interface Wanted {
  action: "feed.makeOwn" | "feed.makeRoom";
  input: { label: string };
  resource: SlotResource;
  resourceId: string;
  check?: (tx: Tx) => Promise<void>;
}

async function makeFeed(ctx: ActContext, { action, input, resource, resourceId, check }: Wanted): Promise<FeedMade> {
  const { countyId, personId } = ctx.actor;
  // Not part of the act's result: results are stored for repeated requests, a token never is.
  let token: string | null = null;
  const made = await act(
    ctx,
    action,
    input,
    (who) => requireRole(who, action),
    async (tx) => {
      await check?.(tx);
      const live = and(
        eq(feedTokens.countyId, countyId),
        eq(feedTokens.createdBy, personId),
        isNull(feedTokens.revokedAt),
      );
      const [before] = await tx.select({ rows: count() }).from(feedTokens).where(live);
      if ((before?.rows ?? 0) >= mostFeeds) throw conflict("tooManyFeeds", { most: mostFeeds });
      token = randomBytes(32).toString("base64url");
      const feedId = newId(ctx.now);
      await tx.insert(feedTokens).values({
        countyId,
        id: feedId,
        resource,
        resourceId,
        tokenHash: tokenHash(token),
        label: input.label,
        createdBy: personId,
        createdAt: ctx.now,
      });
      return { result: { feedId }, payload: { feedId, resource, resourceId } };
    },
  );
  return { ...made, token };
}

/** Makes an address under which a calendar program reads the actor's own bookings. */
export function makeOwnFeed(ctx: ActContext, input: MakeOwnFeedInput): Promise<FeedMade> {
  return makeFeed(ctx, { action: "feed.makeOwn", input, resource: "person", resourceId: ctx.actor.personId });
}

/** The same for the bookings of a room; any room in use in the county. */
export function makeRoomFeed(ctx: ActContext, input: MakeRoomFeedInput): Promise<FeedMade> {
  const { countyId } = ctx.actor;
  return makeFeed(ctx, {
    action: "feed.makeRoom",
    input,
    resource: "room",
    resourceId: input.roomId,
    check: async (tx) => {
      const [room] = await tx
        .select({ id: rooms.id })
        .from(rooms)
        .where(and(eq(rooms.countyId, countyId), eq(rooms.id, input.roomId), isNull(rooms.disabledAt)));
      if (!room) throw invalid("roomUnknown");
    },
  });
}
