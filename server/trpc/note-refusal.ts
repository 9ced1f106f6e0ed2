import type { TRPCError } from "@trpc/server";
import * as z from "zod";
import { noteAudit } from "../kernel/audit";
import type { Context } from "../kernel/context";
import { problemOf } from "./problems";

const named = z.object({ disputeId: z.uuid() });
const target = z.union([named, z.object({ input: named }).transform(({ input }) => input)]);

/**
 * Leaves an entry of what a signed-in person was refused ("not found" included, which is the refusal of what they may not
 * see). The refusal stands even when its entry cannot be written; that is logged.
 */
export async function noteRefusal(
  ctx: Context,
  action: string,
  error: TRPCError,
  rawInput: () => Promise<unknown>,
): Promise<void> {
  if (error.code !== "FORBIDDEN" && error.code !== "NOT_FOUND") return;
  const { code } = problemOf(error);
  if (code === "mustChangePassword" || code === "mustAddFactor") return;
  try {
    const asked = target.safeParse(await rawInput());
    await noteAudit(ctx, "audit.refuse", { what: action, code, disputeId: asked.data?.disputeId });
  } catch (failed) {
    const name = failed instanceof Error ? failed.name : typeof failed;
    process.stderr.write(`${JSON.stringify({ level: "error", audit: "audit.refuse", error: name })}\n`);
  }
}
