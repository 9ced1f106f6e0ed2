import { and, eq } from "drizzle-orm";
import { committees } from "@/db/schema/places";
import type { ActContext } from "../kernel/context";
import { notFound } from "../kernel/problem";
import type { AmendCommitteeInput } from "./inputs";
import { changePlace } from "./parts/change-place";

/** Changes name and dossier characters; dossiers already numbered keep theirs. */
export function amendCommittee(ctx: ActContext, input: AmendCommitteeInput): Promise<{ committeeId: string }> {
  return changePlace(ctx, "amendCommittee", input, async (tx, countyId) => {
    const { committeeId, ...words } = input;
    const changed = await tx
      .update(committees)
      .set(words)
      .where(and(eq(committees.countyId, countyId), eq(committees.id, committeeId)))
      .returning({ id: committees.id });
    if (changed.length === 0) throw notFound();
    return { result: { committeeId }, payload: { id: committeeId, ...words } };
  });
}
