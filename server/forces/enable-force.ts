import { and, eq, isNotNull } from "drizzle-orm";
import { forces } from "@/db/schema/people";
import type { ActContext } from "../kernel/context";
import { notFound } from "../kernel/problem";
import type { ForceCodeInput } from "./inputs";
import { changeForce } from "./parts/change-force";

/** Brings a force back to its place in the order. */
export function enableForce(ctx: ActContext, input: ForceCodeInput): Promise<{ code: string }> {
  return changeForce(ctx, "enableForce", input, async (tx, countyId) => {
    const { code } = input;
    const opened = await tx
      .update(forces)
      .set({ disabledAt: null })
      .where(and(eq(forces.countyId, countyId), eq(forces.code, code), isNotNull(forces.disabledAt)))
      .returning({ code: forces.code });
    if (opened.length === 0) throw notFound();
    return { result: { code }, payload: { code } };
  });
}
