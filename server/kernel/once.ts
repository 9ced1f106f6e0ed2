import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isBodyHash, keyedBodyHash } from "@/db/encryption/body-hash";
import { idempotencyKeys } from "@/db/schema/records";
import type { Actor } from "./actor";
import type { ActContext } from "./context";
import { conflict } from "./problem";
import { sha256 } from "./sha256";
import { asActor } from "./transaction";
import { systemTakesPartIn } from "./with-system-privileges";

/** JSON with sorted keys, so that equal bodies hash equally. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, v) =>
    v && typeof v === "object" && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );
}

/** The key was used before, so that whatever the act has begun is rolled back and the stored answer given. */
class Replayed extends Error {}

/** What an act gives back: its answer, and what it has sent without waiting for it. */
interface Acted<T> {
  response: T;
  written?: Promise<unknown>;
}

/**
 * Runs an act at most once per idempotency key, in one transaction with its effect. The same key with
 * the same body replays the stored answer; with another body it is refused. A concurrent duplicate
 * waits on the key's row and then replays. `act` begins at once, so that its first statements travel with the key: before
 * it does anything that a rollback would not undo, it waits for `claimed`.
 */
export async function once<T>(
  ctx: ActContext<Actor>,
  action: string,
  input: unknown,
  act: (tx: Tx, claimed: Promise<void>) => Promise<Acted<T>>,
): Promise<T> {
  const bareHash = sha256(`${action}\n${canonical(input)}`);
  const { countyId } = ctx.actor;
  const actorId = ctx.actor.kind === "person" ? ctx.actor.personId : countyId;
  const row = and(
    eq(idempotencyKeys.countyId, countyId),
    eq(idempotencyKeys.actorId, actorId),
    eq(idempotencyKeys.key, ctx.key),
  );
  const work = async (tx: Tx) => {
    const claimed = claim(
      tx
        .insert(idempotencyKeys)
        .values({ countyId, actorId, key: ctx.key, action, bodyHash: keyedBodyHash(bareHash), createdAt: ctx.now })
        .onConflictDoNothing()
        .returning({ key: idempotencyKeys.key })
        .execute(),
    );
    const acting = act(tx, claimed);
    acting.catch(() => undefined);
    await claimed;
    const { response, written } = await acting;
    const store = tx
      .update(idempotencyKeys)
      .set({ response: response ?? null })
      .where(row);
    await Promise.all([written, store.execute()]);
    return response;
  };
  const replay = async (tx: Tx) => {
    const [before] = await tx.select().from(idempotencyKeys).where(row);
    if (!before || !isBodyHash(before.bodyHash, bareHash)) throw conflict("keyReused");
    return before.response as T;
  };
  const manner = { systemTakesPart: systemTakesPartIn.has(action) };
  try {
    return await asActor(ctx, work, manner);
  } catch (error) {
    if (!(error instanceof Replayed)) throw error;
    return asActor(ctx, replay, manner);
  }
}

/** Settles when the key is known to be new. Its refusal may go unheard where the act failed before. */
function claim(inserted: Promise<readonly unknown[]>): Promise<void> {
  const claimed = inserted.then((taken) => {
    if (taken.length === 0) throw new Replayed();
  });
  claimed.catch(() => undefined);
  return claimed;
}
