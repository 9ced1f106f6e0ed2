import { stageOf } from "@/app/_status/stage";
import type { ProceedingStatus } from "@/db/vocabulary";
import type { ToldStage } from "@/server/access/told-stage";

/** The stage on a printed slip, in the words of `slips.stages`; whoever holds it asks app.told_stage(), which says the same. */
export function slipStageOf({
  status,
  wasRefused,
}: {
  status: ProceedingStatus | null;
  wasRefused: boolean;
}): ToldStage {
  if (wasRefused) return "refused";
  const stage = stageOf(status);
  return stage === "archiving" ? "over" : stage;
}
