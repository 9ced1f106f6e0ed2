"use client";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useRef, useState } from "react";
import { v7 } from "uuid";
import { RememberLocaleProvider } from "@/app/_i18n/remember-locale";
import type { Locale } from "@/db/vocabulary";
import { untouchedHeader } from "@/server/access/untouched-header";
import type { AppRouter } from "@/server/api/root";
import { isWorthAskingAgain, retryDelay } from "./ask-again-later";
import { type AskAgain, AskAgainContext, askAgainLink } from "./signed-out";
import { useUntouched } from "./use-untouched";

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

/** Gives client components the procedures; wraps every signed-in page. */
export function TrpcClient({ children }: { children: ReactNode }) {
  const [queryClient] = useState(
    () =>
      new QueryClient({ defaultOptions: { queries: { staleTime: 10_000, retry: isWorthAskingAgain, retryDelay } } }),
  );
  const asking = useRef<AskAgain | null>(null);
  const isUntouched = useUntouched();
  const [client] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [
        askAgainLink(asking),
        httpBatchLink({
          url: "/api/trpc",
          methodOverride: "POST",
          maxItems: 10,
          headers: () => (isUntouched() ? { [untouchedHeader]: "yes" } : {}),
        }),
      ],
    }),
  );
  // The page already has the chosen language; failing to store it with the account must not stop the user.
  const rememberLocale = (locale: Locale) =>
    void client.account.setLocale.mutate({ key: v7(), input: { locale } }).catch(() => undefined);
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        <AskAgainContext value={asking}>
          <RememberLocaleProvider value={rememberLocale}>{children}</RememberLocaleProvider>
        </AskAgainContext>
      </TRPCProvider>
    </QueryClientProvider>
  );
}
