import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { requestContext } from "@/app/_trpc/context";
import type { Context } from "@/server/kernel/context";
import { forbidden, Problem } from "@/server/kernel/problem";
import { noteRefusal } from "@/server/trpc/note-refusal";
import { problemOf, toTrpcError } from "@/server/trpc/problems";

/**
 * Runs an act on a file for a signed-in person. Refusals have the same form as those of procedures:
 * `{ problem: { code, params }, requestId }` with the matching status.
 */
export async function withPerson(answer: (ctx: Context) => Promise<Response>): Promise<Response> {
  const { signedIn, now, requestId } = await requestContext();
  try {
    if (!signedIn) throw new Problem("signedOut", "signedOut");
    if (signedIn.mustChangePassword) throw forbidden("mustChangePassword");
    if (signedIn.mustAddFactor) throw forbidden("mustAddFactor");
    return await answer({ actor: signedIn.actor, now });
  } catch (error) {
    const trpcError = toTrpcError(error, requestId);
    if (signedIn) await noteRefusal({ actor: signedIn.actor, now }, "file.read", trpcError, async () => null);
    return Response.json(
      { problem: problemOf(trpcError), requestId },
      { status: getHTTPStatusCodeFromError(trpcError) },
    );
  }
}
