import "server-only";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { retrySeconds } from "@/server/kernel/unreachable";
import { problemOf, type ShownProblem, toTrpcError } from "@/server/trpc/problems";

/** Why something was refused, as a plain page shows it. */
export interface Refused {
  problem: ShownProblem;
  /** To be read out; "" where the refusal says nothing of the request. */
  reference: string;
  status: number;
  headers: Record<string, string>;
}

/** What a procedure threw, as status and headers of the answer and as the problem its page says. */
export function refusedBy(error: unknown, requestId: string): Refused {
  const given = toTrpcError(error, requestId);
  const problem = problemOf(given);
  const status = getHTTPStatusCodeFromError(given);
  const headers: Record<string, string> = {};
  if (status === 503) headers["retry-after"] = String(retrySeconds);
  if (status === 429) headers["retry-after"] = String(Number(problem.params.minutes ?? 1) * 60);
  return { problem, reference: problem.code === "linkDead" ? "" : requestId, status, headers };
}
