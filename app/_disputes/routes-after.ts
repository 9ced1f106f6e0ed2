import type { NonAcceptanceReason, OtherRoute } from "@/db/vocabulary";

/** Where people may go when their matter is not taken in, by the reason. */
export const routesAfter: Record<NonAcceptanceReason, readonly OtherRoute[]> = {
  judgedByCourt: ["court"],
  acceptedElsewhere: ["administration", "court"],
  reservedByLaw: ["administration", "court"],
  familyViolence: ["police", "court"],
  partyUnwilling: ["arbitration", "administration", "court"],
  outsideArea: ["administration", "court"],
};
