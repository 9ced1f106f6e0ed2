import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { catalogues, type Messages } from "./catalogues";
import { type PageGroup, shipped } from "./shipped";

/** Gives the client components below the words of their group of pages and no others; server components read all of them anyway. */
export async function ClientWords({ of, children }: { of: PageGroup; children: ReactNode }) {
  const all = catalogues[await getLocale()];
  const words = Object.fromEntries(shipped[of].map((name) => [name, all[name]])) as Partial<Messages>;
  return <NextIntlClientProvider messages={words}>{children}</NextIntlClientProvider>;
}
