import "server-only";
import { requestTime } from "@/server/access/session";
import { appRouter } from "@/server/api/root";
import { callerFactory } from "@/server/trpc/init";
import { strangerContext } from "./context";

const createCaller = callerFactory(appRouter);

/**
 * The procedures for somebody without an account: their link alone says what they may read and do, whoever else is signed
 * in in this browser. With the time of the request, the letters under which its faults are logged, and the address that
 * limits count.
 */
export function strangersCaller(headers: Pick<Headers, "get">) {
  const context = strangerContext(headers, requestTime());
  return {
    caller: createCaller(context),
    now: context.now,
    requestId: context.requestId,
    address: context.address ?? null,
  };
}
