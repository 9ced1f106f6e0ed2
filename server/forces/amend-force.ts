import { and, eq } from "drizzle-orm";
import { forces } from "@/db/schema/people";
import type { ActContext } from "../kernel/context";
import { notFound } from "../kernel/problem";
import type { AmendForceInput } from "./inputs";
import { changeForce } from "./parts/change-force";

/** Changes a force's names, long and short, in both languages. */
export function amendForce(ctx: ActContext, input: AmendForceInput): Promise<{ code: string }> {
  return changeForce(ctx, "amendForce", input, async (tx, countyId) => {
    const { code, ...names } = input;
    const changed = await tx
      .update(forces)
      .set(names)
      .where(and(eq(forces.countyId, countyId), eq(forces.code, code)))
      .returning({ code: forces.code });
    if (changed.length === 0) throw notFound();
    return { result: { code }, payload: { code, ...names } };
  });
}
