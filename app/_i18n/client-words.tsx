import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { catalogues, type Messages } from "./catalogues";
import { type PageGroup, shipped } from "./shipped";

/** Passes only the catalogues of their group of pages to client components; server components read all of them anyway. */
export async function ClientWords({ of, children }: { of: PageGroup; children: ReactNode }) {
  const all = catalogues[await getLocale()];
  const words = Object.fromEntries(shipped[of].map((name) => [name, all[name]])) as Partial<Messages>;
  return <NextIntlClientProvider messages={words}>{children}</NextIntlClientProvider>;
}
