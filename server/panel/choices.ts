import type { TieKind } from "@/db/vocabulary";

/** Ties the lead team may record by hand; the other kinds are worked out from facts or are a party's objection. */
export const recordableTies = ["kin", "sameEmployer", "earlierCounsel", "other"] as const satisfies readonly TieKind[];
