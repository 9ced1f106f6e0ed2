import type { ReactNode } from "react";
import { ClientWords } from "@/app/_i18n/client-words";
import { requireSignIn } from "@/app/_trpc/server";

/** Pages made to be printed: no frame, only the paper. */
export default async function PaperLayout({ children }: { children: ReactNode }) {
  await requireSignIn();
  return (
    <ClientWords of="(paper)/layout">
      <main id="content">{children}</main>
    </ClientWords>
  );
}
