import type { NonAcceptanceReason, OtherRoute } from "@/db/vocabulary";

/** Other routes open to people whose dispute is not accepted, by the reason. */
export const routesAfter: Record<NonAcceptanceReason, readonly OtherRoute[]> = {
  judgedByCourt: ["court"],
  acceptedElsewhere: ["administration", "court"],
  reservedByLaw: ["administration", "court"],
  familyViolence: ["police", "court"],
  partyUnwilling: ["arbitration", "administration", "court"],
  outsideArea: ["administration", "court"],
};
