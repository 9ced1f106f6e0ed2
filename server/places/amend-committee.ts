import { and, eq } from "drizzle-orm";
import { committees } from "@/db/schema/places";
import type { ActContext } from "../kernel/context";
import { updateInVersion } from "../kernel/in-version";
import type { AmendCommitteeInput } from "./inputs";
import { changePlace } from "./parts/change-place";

/** Changes name and dossier characters; dossiers already numbered keep theirs. */
export function amendCommittee(
  ctx: ActContext,
  input: AmendCommitteeInput,
): Promise<{ committeeId: string; version: number }> {
  return changePlace(ctx, "amendCommittee", input, async (tx, countyId) => {
    const { committeeId, committeeVersion, ...words } = input;
    const version = await updateInVersion(tx, committees, {
      where: and(eq(committees.countyId, countyId), eq(committees.id, committeeId)),
      version: committeeVersion,
      set: words,
    });
    return { result: { committeeId, version }, payload: { id: committeeId, ...words } };
  });
}
