/** How far a matter is, as whoever holds its slip or keeps its contact point is told it; how it ended is never told. */
export const toldStages = [
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
export type ToldStage = (typeof toldStages)[number];
