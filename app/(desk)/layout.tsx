import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { frameOf } from "@/app/_frame/places";
import { RegionKeys } from "@/app/_frame/region-keys";
import { SignInAgain } from "@/app/_frame/sign-in-again";
import { SkipLink } from "@/app/_frame/skip-link";
import { ClientWords } from "@/app/_i18n/client-words";
import { TrpcClient } from "@/app/_trpc/client";
import { requireSignIn } from "@/app/_trpc/server";

/** A running session takes the whole screen: no rail, no bell and no 新登记 while the parties are in the room. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { actor, username } = await requireSignIn();
  if (frameOf(actor.role) === "phone") redirect("/");
  return (
    <ClientWords of="(desk)/layout">
      <TrpcClient>
        <SignInAgain username={username} />
        <SkipLink />
        <RegionKeys />
        {children}
      </TrpcClient>
    </ClientWords>
  );
}
