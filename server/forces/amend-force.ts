import { and, eq } from "drizzle-orm";
import { forces } from "@/db/schema/people";
import type { ActContext } from "../kernel/context";
import { updateInVersion } from "../kernel/in-version";
import type { AmendForceInput } from "./inputs";
import { changeForce } from "./parts/change-force";

/** Changes a force's names, long and short, in both languages. */
export function amendForce(ctx: ActContext, input: AmendForceInput): Promise<{ code: string; version: number }> {
  return changeForce(ctx, "amendForce", input, async (tx, countyId) => {
    const { code, forceVersion, ...names } = input;
    const version = await updateInVersion(tx, forces, {
      where: and(eq(forces.countyId, countyId), eq(forces.code, code)),
      version: forceVersion,
      set: names,
    });
    return { result: { code, version }, payload: { code, ...names } };
  });
}
