import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { OfficeFrame } from "@/app/_frame/office-frame";
import { frameOf } from "@/app/_frame/places";
import { SignInAgain } from "@/app/_frame/sign-in-again";
import { ClientWords } from "@/app/_i18n/client-words";
import { LiveBell } from "@/app/_notifications/live-bell";
import { TrpcClient } from "@/app/_trpc/client";
import { api, asRead, requireSignIn } from "@/app/_trpc/server";

/** The frame of everyone who works in an office; people who help from their phones are sent to their own pages. */
export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const { actor, name, username, post, stationName, committeeName, hasRoles } = await requireSignIn();
  if (frameOf(actor.role) === "phone") redirect(hasRoles ? "/other-role" : "/");
  const trpc = await api();
  const isHead = actor.role === "stationHead" || actor.role === "committeeHead";
  const [overdue, redList, decisions, failedWork, missingYear, unread, shown] = await Promise.all([
    actor.role === "mediator" ? trpc.disputes.overdue({}) : 0,
    actor.role === "stationHead" ? trpc.overview.redCount({}) : 0,
    isHead ? trpc.approvals.waiting({}) : null,
    actor.role === "admin" ? trpc.work.count({}) : 0,
    actor.role === "county" ? trpc.settings.missingYear({}) : null,
    trpc.notifications.unread({}),
    asRead(actor, { post, station: stationName, committee: committeeName }),
  ]);
  const role = await getTranslations("vocabulary.roles");
  return (
    <ClientWords of="(office)/layout">
      <TrpcClient>
        <SignInAgain username={username} />
        <OfficeFrame
          actor={{
            name,
            role: actor.role,
            roleWord: shown.post || role(actor.role),
            unit: shown.station ?? shown.committee ?? undefined,
          }}
          counts={{
            ...{ today: overdue, redList, failedWork, approvals: decisions?.all ?? 0 },
            rules: missingYear?.isMissing ? 1 : 0,
          }}
          bell={<LiveBell href="/notices" initial={unread} />}
        >
          {children}
        </OfficeFrame>
      </TrpcClient>
    </ClientWords>
  );
}
