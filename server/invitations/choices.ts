import { declineReasons, tieKinds } from "@/db/vocabulary";

/** Reasons an invitee may give; naming a colleague is an answer of its own. */
export const ownDeclineReasons = declineReasons.filter((reason) => reason !== "deputised");

/** Other times that one answer may name. */
export const mostProposals = 5;

/** Kinds of ties people know of themselves; of a failed attempt, an objection or a shared phone the system knows. */
export const disclosedKinds = tieKinds.filter(
  (kind) => kind !== "failedAttempt" && kind !== "objection" && kind !== "samePhone",
);
