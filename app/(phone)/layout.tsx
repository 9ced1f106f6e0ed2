import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PhoneFrame } from "@/app/_frame/phone-frame";
import { frameOf } from "@/app/_frame/places";
import { SignInAgain } from "@/app/_frame/sign-in-again";
import { ClientWords } from "@/app/_i18n/client-words";
import { LiveBell } from "@/app/_notifications/live-bell";
import { TrpcClient } from "@/app/_trpc/client";
import { api, asRead, requireSignIn } from "@/app/_trpc/server";

/** For experts and grid members; everyone else is sent to their own first page. */
export default async function PhoneLayout({ children }: { children: ReactNode }) {
  const { actor, name, username, post, hasRoles } = await requireSignIn();
  if (frameOf(actor.role) !== "phone") redirect(hasRoles ? "/other-role" : "/");
  const trpc = await api();
  // In a role beside the main one there is no post to show.
  const roles = await getTranslations("vocabulary.roles");
  const isExpert = actor.role === "expert";
  const [duty, asked, unread, shown] = await Promise.all([
    isExpert ? trpc.consultations.badge({}) : null,
    isExpert ? trpc.invitations.badge({}) : null,
    trpc.notifications.unread({}),
    asRead(actor, { post }),
  ]);
  return (
    <ClientWords of="(phone)/layout">
      <TrpcClient>
        <SignInAgain username={username} />
        <PhoneFrame
          actor={{ name, role: actor.role }}
          line={shown.post || roles(actor.role)}
          end={<LiveBell href="/my-notices" initial={unread} />}
          counts={{ consultations: duty?.waiting ?? 0, invitations: asked?.waiting ?? 0 }}
          isLawyer={duty?.isLawyer ?? false}
        >
          {children}
        </PhoneFrame>
      </TrpcClient>
    </ClientWords>
  );
}
