import type { Covered } from "./covered";

/** What was registered, what is said to have happened, and what of both was corrected. */
export const coveredDisputes: Readonly<Record<string, Covered>> = {
  disputes: {
    key: "id",
    version: 3,
    columns:
      "number,station_id,committee_id,title,type,source,place,started_on,risk,risk_reason,registered_by,registered_at,not_accepted_at,not_accepted_reason,referred_by,referral_number,not_accepted_on",
    earlier: {
      2: "number,station_id,committee_id,title,type,source,place,started_on,risk,risk_reason,registered_by,registered_at,not_accepted_at,not_accepted_reason,referred_by,referral_number",
      1: "number,station_id,committee_id,title,type,source,place,started_on,risk,risk_reason,registered_by,registered_at,not_accepted_at,not_accepted_reason",
    },
  },
  dispute_facts: {
    key: "dispute_id",
    version: 2,
    columns: "facts,neutral_summary,requests",
    earlier: { 1: "facts,neutral_summary" },
  },
  dispute_changes: {
    key: "id",
    version: 1,
    isFinal: true,
    columns: "dispute_id,field,old_value,new_value,reason,changed_by,changed_at",
  },
};
