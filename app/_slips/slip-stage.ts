import { stageOf } from "@/app/_status/stage";
import type { ProceedingStatus } from "@/db/vocabulary";

/** What a slip says of a matter, in plain words of the catalogue `slips.stages`. */
export const slipStages = [
  "kept",
  "refused",
  "registration",
  "acceptance",
  "convening",
  "scheduling",
  "mediation",
  "signing",
  "performance",
  "over",
] as const;
export type SlipStageWord = (typeof slipStages)[number];

/** The stage as whoever holds the slip is told it; how a matter ended is never told. */
export function slipStageOf({
  status,
  wasRefused,
  isKept = false,
}: {
  status: ProceedingStatus | null;
  wasRefused: boolean;
  isKept?: boolean;
}): SlipStageWord {
  if (isKept) return "kept";
  if (wasRefused) return "refused";
  const stage = stageOf(status);
  return stage === "archiving" ? "over" : stage;
}
