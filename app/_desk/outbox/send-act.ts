import { type TRPCClient, TRPCClientError } from "@trpc/client";
import type { AppRouter } from "@/server/api/root";
import type { Waiting } from "./outbox";

export type Outcome =
  | { is: "arrived"; version: number }
  /** The connection, the server or the sign-in is missing: try again later. */
  | { is: "away"; isSignedOut: boolean }
  | { is: "clash" }
  | { is: "refused"; code: string; params: Record<string, string | number> };

/** Errors after which a retry may succeed. */
const passing = new Set([
  "TOO_MANY_REQUESTS",
  "INTERNAL_SERVER_ERROR",
  "TIMEOUT",
  "SERVICE_UNAVAILABLE",
  "BAD_GATEWAY",
]);

/** Sends one act to the server; its key makes a second try harmless. Never rejects. */
export async function sendAct(client: TRPCClient<AppRouter>, { key, act }: Waiting): Promise<Outcome> {
  try {
    const { version } =
      act.do === "write"
        ? await client.desk.writeCard.mutate({ key, input: act.input })
        : await client.desk.changeCard.mutate({ key, input: act.input });
    return { is: "arrived", version };
  } catch (error) {
    return outcomeOf(error);
  }
}

export function outcomeOf(error: unknown): Outcome {
  const data = error instanceof TRPCClientError ? (error as TRPCClientError<AppRouter>).data : null;
  if (!data) return { is: "away", isSignedOut: false };
  if (data.code === "UNAUTHORIZED") return { is: "away", isSignedOut: true };
  if (passing.has(data.code)) return { is: "away", isSignedOut: false };
  if (data.problem.code === "cardChanged") return { is: "clash" };
  return { is: "refused", code: data.problem.code, params: { ...data.problem.params } };
}
