import type { Covered } from "./covered";

/** What the chain covers of matters that changed hands, were merged or linked, and of dossiers that went to an archive. */
export const coveredMoves: Readonly<Record<string, Covered>> = {
  deposited_dossiers: {
    key: "id",
    version: 1,
    isFinal: true,
    columns: "dispute_id,proceeding_id,deposit_id,position,pages",
  },
  transfers: {
    key: "id",
    version: 2,
    columns:
      "dispute_id,proceeding_id,from_station_id,from_committee_id,to_station_id,to_committee_id,to_body,reason,offered_by,offered_at,answer_by,is_accepted,answered_by,answered_at,answer_reason,answered_on,answer_source,withdrawn_by,withdrawn_at,next_proceeding_id,result,result_by,result_at,is_succession",
    earlier: {
      1: "dispute_id,proceeding_id,from_station_id,from_committee_id,to_station_id,to_committee_id,to_body,reason,offered_by,offered_at,answer_by,is_accepted,answered_by,answered_at,answer_reason,answered_on,answer_source,withdrawn_by,withdrawn_at,next_proceeding_id,result,result_by,result_at",
    },
  },
  dispute_merges: {
    key: "id",
    version: 1,
    columns:
      "dispute_id,into_dispute_id,reason,proceeding_id,proceeding_status,call_ids,group_ids,clue_ids,invitation_ids,risk_before,risk_reason_before,merged_by,merged_at,undone_reason,undone_by,undone_at",
  },
  dispute_merge_parties: {
    key: "merge_id,party_id",
    version: 1,
    isFinal: true,
    columns: "dispute_id,party_id,into_dispute_id,into_party_id,is_carried",
  },
  dispute_links: {
    key: "id",
    version: 1,
    columns: "dispute_id,other_dispute_id,kind,reason,linked_by,linked_at,removed_reason,removed_by,removed_at",
  },
};
