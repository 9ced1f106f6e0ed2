import { TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { requestContext } from "@/app/_trpc/context";
import { appRouter } from "@/server/api/root";
import { reached, retrySeconds } from "@/server/kernel/unreachable";
import { toTrpcError } from "@/server/trpc/problems";
import { boundedBody } from "../../bounded-body";
import { isOwnRequest } from "./same-origin";

/** Room for ten of the longest acts together: texts, signature strokes, lists of parties. */
const mostBytes = 1024 * 1024;

/** Reads are POST requests too, so that no search word is in an address; there is no GET. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnRequest(request)) return new Response(null, { status: 403 });
  const body = await boundedBody(request, mostBytes, 8 * mostBytes);
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: new Request(request.url, { method: "POST", headers: request.headers, body }),
    router: appRouter,
    createContext: () => {
      if (!body) throw new TRPCError({ code: "PAYLOAD_TOO_LARGE" });
      return reached(requestContext()).catch((error: unknown) => {
        throw toTrpcError(error, "");
      });
    },
    responseMeta: ({ errors }) =>
      errors.some(({ code }) => code === "SERVICE_UNAVAILABLE")
        ? { status: 503, headers: new Headers({ "retry-after": String(retrySeconds) }) }
        : {},
    allowMethodOverride: true,
    maxBatchSize: 10,
  });
}
