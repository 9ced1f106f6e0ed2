import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { retrySeconds } from "@/server/kernel/unreachable";
import { problemOf, toTrpcError } from "@/server/trpc/problems";

/** A refusal of a route in the form that procedures have: `{ problem: { code, params }, requestId }` with the matching status. */
export function refusedAnswer(error: unknown, requestId: string): Response {
  const refused = toTrpcError(error, requestId);
  const status = getHTTPStatusCodeFromError(refused);
  const headers = status === 503 ? { "retry-after": String(retrySeconds) } : undefined;
  return Response.json({ problem: problemOf(refused), requestId }, { status, headers });
}
