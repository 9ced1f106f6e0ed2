import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { requestContext } from "@/app/_trpc/context";
import { appRouter } from "@/server/trpc/root";
import { isOwnRequest } from "./same-origin";

/** Reads travel as POST too, so that no search word lands in an address; there is no GET. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnRequest(request)) return new Response(null, { status: 403 });
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: requestContext,
    allowMethodOverride: true,
    maxBatchSize: 10,
  });
}
