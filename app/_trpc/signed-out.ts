import type { TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import { createContext, type RefObject } from "react";
import type { AppRouter } from "@/server/api/root";

/** Asks the person to sign in again; resolves to whether they did. */
export type AskAgain = () => Promise<boolean>;

/** Where a page that has signed-in people puts its way of asking (app/_frame/sign-in-again.tsx). */
export const AskAgainContext = createContext<RefObject<AskAgain | null>>({ current: null });

/**
 * When the sign-in has ended, asks for a new one and sends the same call once more: with the same input and the same
 * idempotency key, so what was typed and begun is neither lost nor done twice.
 */
export const askAgainLink =
  (asking: RefObject<AskAgain | null>): TRPCLink<AppRouter> =>
  () =>
  ({ next, op }) =>
    observable((observer) => {
      let current: { unsubscribe: () => void } | null = null;
      let isGone = false;
      const send = (mayAsk: boolean) => {
        current = next(op).subscribe({
          next: (value) => observer.next(value),
          complete: () => observer.complete(),
          error: (error) => {
            const ask = asking.current;
            if (!mayAsk || !ask || error.data?.problem.code !== "signedOut") return observer.error(error);
            void ask().then((isBack) => {
              if (isGone) return;
              if (isBack) send(false);
              else observer.error(error);
            });
          },
        });
      };
      send(true);
      return () => {
        isGone = true;
        current?.unsubscribe();
      };
    });
