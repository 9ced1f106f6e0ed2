import { TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { callContext } from "@/app/_trpc/context";
import { appRouter } from "@/server/api/root";
import { currentTime } from "@/server/kernel/clock";
import { reached, retrySeconds } from "@/server/kernel/unreachable";
import { toTrpcError } from "@/server/trpc/problems";

export type SentHeaders = Pick<Headers, "get" | "has">;

interface Calls {
  url: string;
  headers: SentHeaders;
  /** Null where it was larger than any act is. */
  body: Uint8Array | null;
}

/** Answers a batch of calls of a page of this installation; who asks and where from is decided before. */
export function answerCalls({ url, headers, body }: Calls): Promise<Response> {
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: requestOf(url, headers, body),
    router: appRouter,
    createContext: () => {
      if (!body) throw new TRPCError({ code: "PAYLOAD_TOO_LARGE" });
      return reached(callContext(headers, currentTime())).catch((error: unknown) => {
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

/** Every answer is whole: what asks for one in pieces is not heard. */
const asWhole = (headers: SentHeaders): SentHeaders => {
  const asksForPieces = (name: string) => name.toLowerCase() === "trpc-accept";
  return {
    get: (name) => (asksForPieces(name) ? null : headers.get(name)),
    has: (name) => !asksForPieces(name) && headers.has(name),
  };
};

/** What tRPC asks of a request, without the costly rest of one. */
const requestOf = (url: string, headers: SentHeaders, body: Uint8Array | null): Request => {
  const asked = {
    url,
    method: "POST",
    headers: asWhole(headers),
    signal: new AbortController().signal,
    json: async () => JSON.parse(body ? new TextDecoder().decode(body) : "null") as unknown,
  };
  return asked as unknown as Request;
};
