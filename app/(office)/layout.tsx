import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { OfficeFrame } from "@/app/_frame/office-frame";
import { frameOf } from "@/app/_frame/places";
import { TrpcClient } from "@/app/_trpc/client";
import { api, requireSignIn } from "@/app/_trpc/server";

/** The desk of everyone who works at one; people who help from their phones are sent to their own pages. */
export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const { actor, name, post, stationName, committeeName } = await requireSignIn();
  if (frameOf(actor.role) === "phone") redirect("/");
  const overdue = actor.role === "mediator" ? await (await api()).disputes.overdue({}) : 0;
  const redList = actor.role === "stationHead" ? (await (await api()).overview.redList({})).total : 0;
  const role = await getTranslations("vocabulary.roles");
  return (
    <TrpcClient>
      <OfficeFrame
        actor={{
          name,
          role: actor.role,
          roleWord: post || role(actor.role),
          unit: stationName ?? committeeName ?? undefined,
        }}
        counts={{ today: overdue, redList }}
      >
        {children}
      </OfficeFrame>
    </TrpcClient>
  );
}
