import { callContext } from "@/app/_trpc/context";
import type { Action } from "@/server/access/policy";
import { currentTime } from "@/server/kernel/clock";
import type { Context } from "@/server/kernel/context";
import { forbidden, Problem } from "@/server/kernel/problem";
import { reached } from "@/server/kernel/unreachable";
import { noteRefusal } from "@/server/trpc/note-refusal";
import { toTrpcError } from "@/server/trpc/problems";
import { refusedAnswer } from "../refused-answer";

/**
 * Runs an act on a file or paper for the person who is signed in by the request's cookie. Refusals have the same form as those of procedures:
 * `{ problem: { code, params }, requestId }` with the matching status.
 */
export async function withPerson(
  request: Request,
  answer: (ctx: Context) => Promise<Response>,
  action: Action = "file.read",
): Promise<Response> {
  let requestId = "";
  let ctx: Context | null = null;
  try {
    const { signedIn, now, requestId: reference } = await reached(callContext(request.headers, currentTime()));
    requestId = reference;
    if (signedIn) ctx = { actor: signedIn.actor, now };
    if (!ctx || !signedIn) throw new Problem("signedOut", "signedOut");
    if (signedIn.mustChangePassword) throw forbidden("mustChangePassword");
    if (signedIn.mustAddFactor) throw forbidden("mustAddFactor");
    return await answer(ctx);
  } catch (error) {
    const trpcError = toTrpcError(error, requestId);
    if (ctx) await noteRefusal(ctx, action, trpcError, async () => null);
    return refusedAnswer(trpcError, requestId);
  }
}
