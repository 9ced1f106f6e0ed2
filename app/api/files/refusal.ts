import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { requestContext } from "@/app/_trpc/context";
import type { Context } from "@/server/kernel/context";
import { forbidden, Problem } from "@/server/kernel/problem";
import { problemOf, toTrpcError } from "@/server/trpc/problems";

/**
 * Lets a signed-in person do something with a file. What is refused is told as the procedures tell it:
 * `{ problem: { code, params }, requestId }` with the fitting status.
 */
export async function withPerson(answer: (ctx: Context) => Promise<Response>): Promise<Response> {
  const { signedIn, now, requestId } = await requestContext();
  try {
    if (!signedIn) throw new Problem("signedOut", "signedOut");
    if (signedIn.mustChangePassword) throw forbidden("mustChangePassword");
    return await answer({ actor: signedIn.actor, now });
  } catch (error) {
    const trpcError = toTrpcError(error, requestId);
    return Response.json(
      { problem: problemOf(trpcError), requestId },
      { status: getHTTPStatusCodeFromError(trpcError) },
    );
  }
}
