"use client";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import { v7 } from "uuid";
import { RememberLocaleProvider } from "@/app/_i18n/remember-locale";
import type { Locale } from "@/db/vocabulary";
import type { AppRouter } from "@/server/api/root";

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

/** Gives client components the procedures; wraps every signed-in page. */
export function TrpcClient({ children }: { children: ReactNode }) {
  const [queryClient] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: 10_000, retry: false } } }),
  );
  const [client] = useState(() =>
    createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: "/api/trpc", methodOverride: "POST", maxItems: 10 })] }),
  );
  // The language is chosen on this page already; that the account could not be told is no reason to stop.
  const rememberLocale = (locale: Locale) =>
    void client.account.setLocale.mutate({ key: v7(), input: { locale } }).catch(() => undefined);
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        <RememberLocaleProvider value={rememberLocale}>{children}</RememberLocaleProvider>
      </TRPCProvider>
    </QueryClientProvider>
  );
}
