import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { requestContext } from "@/app/_trpc/context";
import { appRouter } from "@/server/trpc/root";

const handler = (request: Request) =>
  fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: requestContext,
    // Reads travel as POST, so that no search word lands in an address.
    allowMethodOverride: true,
    maxBatchSize: 10,
  });

export { handler as GET, handler as POST };
