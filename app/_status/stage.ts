import type { ProceedingStatus } from "@/db/vocabulary";

/** The eight steps of the page's arrows, in order. */
export const stages = [
  "registration",
  "acceptance",
  "convening",
  "scheduling",
  "mediation",
  "signing",
  "performance",
  "archiving",
] as const;
export type Stage = (typeof stages)[number];

const stageOfStatus: Record<ProceedingStatus, Stage> = {
  accepted: "acceptance",
  convening: "convening",
  scheduled: "scheduling",
  mediating: "mediation",
  agreed: "signing",
  signing: "signing",
  performing: "performance",
  performed: "archiving",
  closed: "archiving",
  archived: "archiving",
};

/** The stage of a proceeding; a dispute without one is still being registered. */
export function stageOf(status: ProceedingStatus | null): Stage {
  return status ? stageOfStatus[status] : "registration";
}

/** Lists show five segments: registered, convened, mediated, signed, kept. Counted from 0. */
export function segmentOf(stage: Stage): number {
  return [0, 0, 1, 1, 2, 3, 4, 4][stages.indexOf(stage)] ?? 0;
}
