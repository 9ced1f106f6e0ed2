import "server-only";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";
import { EmergencyBanners } from "./emergency-banners";

/** The banners of a page outside the dispute's own layout: convening, the session desk, the helper's phone. */
export async function EmergenciesOf({ disputeId }: { disputeId: string }) {
  const emergencies = await orNotFound((await api()).windows.emergencies({ disputeId }));
  return <EmergencyBanners emergencies={emergencies} now={requestTime()} />;
}
