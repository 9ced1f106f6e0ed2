import { getTranslations } from "next-intl/server";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";
import { toWallClock } from "@/app/_ui/format/shanghai";
import type { DisputePage } from "@/server/disputes/reads/dispute-page";
import { ElectionList } from "./election-list";

/** 推选代表人: the list of a numerous side, whom it elected and for what. Empty where nobody may do anything and nobody elected. */
export async function ElectionsPanel({ dispute }: { dispute: DisputePage }) {
  const { id, allowed, proceeding, parties } = dispute;
  if (!allowed.includes("election.read") || !proceeding) return null;
  const trpc = await api();
  const elections = await orNotFound(trpc.elections.ofDispute({ disputeId: id }));
  const t = await getTranslations("disputes.parties");
  return (
    <ElectionList
      disputeId={id}
      version={proceeding.version}
      elections={elections}
      parties={parties
        .filter((party) => !party.isDeparted)
        .map(({ id: partyId, side, name }) => ({ id: partyId, side, name: name || t("minor") }))}
      allowed={allowed}
      needsReason={proceeding.status === "performing"}
      isSigning={proceeding.status === "signing"}
      today={toWallClock(requestTime()).slice(0, 10)}
    />
  );
}
