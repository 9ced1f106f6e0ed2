import type { Covered } from "./covered";

/** Covered rows of who leads, speaks, writes and interprets in a proceeding. */
export const coveredPeople: Readonly<Record<string, Covered>> = {
  lead_requests: {
    key: "id",
    version: 1,
    columns:
      "dispute_id,proceeding_id,lead_person_id,party_id,spoken_by_link_id,means,asked_on,reason,wished_person_id,recorded_by,recorded_at,answer_by,outcome,decided_by,decided_at,decision_reason,new_lead_person_id,told_means,told_on,told_by",
  },
};
