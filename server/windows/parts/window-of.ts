import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { readingWindows } from "@/db/schema/windows";
import type { WindowKind } from "@/db/vocabulary";
import type { PersonActor } from "../../kernel/actor";
import { notFound } from "../../kernel/problem";
import type { WindowTarget } from "../inputs";

export const thisWindow = (actor: PersonActor, { disputeId, windowId }: WindowTarget) =>
  and(
    eq(readingWindows.countyId, actor.countyId),
    eq(readingWindows.disputeId, disputeId),
    eq(readingWindows.id, windowId),
  );

/** The window, locked, where row-level security shows it to the actor and it is of this kind; else not found. */
export async function windowOf(tx: Tx, actor: PersonActor, target: WindowTarget, kind?: WindowKind) {
  const [found] = await tx.select().from(readingWindows).where(thisWindow(actor, target)).for("update");
  if (!found || (kind && found.kind !== kind)) throw notFound();
  return found;
}
