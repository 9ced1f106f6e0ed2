import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { frameOf } from "@/app/_frame/places";
import { SkipLink } from "@/app/_frame/skip-link";
import { WalkRegions } from "@/app/_frame/walk-regions";
import { ClientWords } from "@/app/_i18n/client-words";
import { TrpcClient } from "@/app/_trpc/client";
import { requireSignIn } from "@/app/_trpc/server";

/** A talk takes the whole screen: no rail, no bell, no 新登记 while people sit at the table. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { actor } = await requireSignIn();
  if (frameOf(actor.role) === "phone") redirect("/");
  return (
    <ClientWords of="desk">
      <TrpcClient>
        <SkipLink />
        <WalkRegions />
        {children}
      </TrpcClient>
    </ClientWords>
  );
}
