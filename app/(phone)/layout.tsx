import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { PhoneFrame } from "@/app/_frame/phone-frame";
import { frameOf } from "@/app/_frame/places";
import { TrpcClient } from "@/app/_trpc/client";
import { requireSignIn } from "@/app/_trpc/server";

/** For experts and grid members; everyone else is sent to his own first page. */
export default async function PhoneLayout({ children }: { children: ReactNode }) {
  const { actor, name, post } = await requireSignIn();
  if (frameOf(actor.role) !== "phone") redirect("/");
  return (
    <TrpcClient>
      <PhoneFrame actor={{ name, role: actor.role }} line={post}>
        {children}
      </PhoneFrame>
    </TrpcClient>
  );
}
