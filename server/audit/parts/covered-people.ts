import type { Covered } from "./covered";

/** Covered rows of who leads, speaks, writes and interprets in a proceeding, and of the receipts that people hold. */
export const coveredPeople: Readonly<Record<string, Covered>> = {
  party_links: {
    key: "id",
    version: 3,
    columns:
      "dispute_id,party_id,kind,name,may_sign,election_id,elected_party_id,may_negotiate,may_receive,ended_at,ended_on,ended_by,ended_reason,authorised_on",
    earlier: {
      1: "dispute_id,party_id,kind,name,may_sign",
      2: "dispute_id,party_id,kind,name,may_sign,election_id,elected_party_id,may_negotiate,may_receive,ended_at,ended_on,ended_by,ended_reason",
    },
  },
  elections: {
    key: "id",
    version: 1,
    isFinal: true,
    columns: "dispute_id,side,elected_on,paper,may_negotiate,may_sign,may_receive,recorded_by,recorded_at",
  },
  lead_requests: {
    key: "id",
    version: 1,
    columns:
      "dispute_id,proceeding_id,lead_person_id,party_id,spoken_by_link_id,means,asked_on,reason,wished_person_id,recorded_by,recorded_at,answer_by,outcome,decided_by,decided_at,decision_reason,new_lead_person_id,told_means,told_on,told_by",
  },
  instructions: {
    key: "id",
    version: 1,
    columns:
      "dispute_id,proceeding_id,kind,wish,answer_by,given_by,given_at,answer,answered_by,answered_at,withdrawn_by,withdrawn_at",
  },
  assignments: {
    key: "id",
    version: 1,
    columns:
      "dispute_id,proceeding_id,what,person_id,organisation,due_at,asked_by,asked_at,status,answer,answered_by,answered_at,remark,settled_by,settled_at",
  },
  registration_slips: {
    key: "id",
    version: 1,
    columns: "dispute_id,code_hash,made_by,made_at,expires_at,revoked_by,revoked_at",
  },
  interpreter_askings: {
    key: "id",
    version: 1,
    columns:
      "dispute_id,proceeding_id,session_id,person_id,status,asked_by,asked_at,answer_by,answered_at,decline_reason,decline_note,proposals,proposal_note,proposed_at,spoken_means,said_by,entered_by,entered_at",
  },
  interpreters: {
    key: "id",
    version: 3,
    columns:
      "dispute_id,session_id,agreement_id,asking_id,party_id,kind,language,person_id,name,tie,agreed_party_ids,named_by,named_at,told_means,told_starts_at,told_at,told_by,attendance,means,signed_at,recorded_by,ended_at,ended_by,strokes,is_by_link",
    earlier: {
      2: "dispute_id,session_id,agreement_id,asking_id,party_id,kind,language,person_id,name,tie,agreed_party_ids,named_by,named_at,told_means,told_starts_at,told_at,told_by,attendance,means,signed_at,recorded_by,ended_at,ended_by",
      1: "dispute_id,session_id,agreement_id,party_id,kind,language,person_id,name,tie,agreed_party_ids,named_by,named_at,told_means,told_starts_at,told_at,told_by,attendance,means,signed_at,recorded_by,ended_at,ended_by",
    },
  },
  interpreting_needs: {
    key: "id",
    version: 1,
    isFinal: true,
    columns: "dispute_id,party_id,kind,language,recorded_by,recorded_at",
  },
  access_requests: {
    key: "id",
    version: 1,
    columns: "dispute_id,person_id,reason,asked_at,is_granted,decided_by,decided_at,valid_until,used_at",
  },
};
