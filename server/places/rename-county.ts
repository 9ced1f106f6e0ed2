import { and, eq } from "drizzle-orm";
import { counties } from "@/db/schema/places";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { RenameCountyInput } from "./inputs";
import { changePlace } from "./parts/change-place";

/** Renames the county, in Chinese and in English, if both names still are those the user saw. Refuses with changedMeanwhile. */
export function renameCounty(ctx: ActContext, input: RenameCountyInput): Promise<{ countyId: string }> {
  return changePlace(ctx, "renameCounty", input, async (tx, countyId) => {
    const { name, nameEn, nameSeen, nameEnSeen } = input;
    const asSeen = and(eq(counties.id, countyId), eq(counties.name, nameSeen), eq(counties.nameEn, nameEnSeen));
    const changed = await tx.update(counties).set({ name, nameEn }).where(asSeen).returning({ id: counties.id });
    if (changed.length === 0) throw conflict("changedMeanwhile");
    return { result: { countyId }, payload: { id: countyId, name, nameEn } };
  });
}
