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

/**
 * Runs an act at most once per idempotency key, in one transaction with its effect. The same key with
 * the same body replays the stored answer; with another body it is refused. A concurrent duplicate
 * waits on the key's row and then replays.
 */
export async function once<T>(
  ctx: ActContext<Actor>,
  action: string,
  input: unknown,
  act: (tx: Tx) => Promise<T>,
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
    const taken = await tx
      .insert(idempotencyKeys)
      .values({ countyId, actorId, key: ctx.key, action, bodyHash: keyedBodyHash(bareHash), createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ key: idempotencyKeys.key });
    if (taken.length === 0) {
      const [before] = await tx.select().from(idempotencyKeys).where(row);
      if (!before || !isBodyHash(before.bodyHash, bareHash)) throw conflict("keyReused");
      return before.response as T;
    }
    const response = await act(tx);
    await tx
      .update(idempotencyKeys)
      .set({ response: response ?? null })
      .where(row);
    return response;
  };
  return asActor(ctx, work, { systemTakesPart: systemTakesPartIn.has(action) });
}
