import type { Covered } from "./covered";

/**
 * Covered rows that are there before a dispute, beside it, or are written by acts of another one: calls, clues and questions until
 * a dispute takes them up; who is asked and expected, which a tie found in another matter changes as well.
 */
export const coveredReports: Readonly<Record<string, Covered>> = {
  police_calls: {
    key: "id",
    version: 1,
    ofAnyChain: true,
    columns:
      "number,station_id,called_at,caller_name,place,summary,incident_id,group_id,dispute_id,recorded_by,recorded_at",
  },
  repeat_groups: {
    key: "id",
    version: 1,
    ofAnyChain: true,
    columns: "station_id,place,opened_at,alerted_at,activated_at,activated_by,activation_reason,dispute_id",
  },
  clues: {
    key: "id",
    version: 1,
    ofAnyChain: true,
    columns: "station_id,point_id,reporter_id,place,text,reported_at,status,dispute_id,answer,handled_by,handled_at",
  },
  consultations: {
    key: "id",
    version: 1,
    ofAnyChain: true,
    columns:
      "station_id,point_id,asked_by,asked_at,question,status,duty_id,due_at,answer,answered_by,answered_at,dispute_id,linked_by,linked_at",
  },
  invitations: {
    key: "id",
    version: 1,
    ofAnyChain: true,
    columns:
      "dispute_id,proceeding_id,person_id,force_code,role_asked,neutral_summary,party_names,status,sent_by,sent_at,answer_by,seen_at,answered_at,no_tie_declared,decline_reason,decline_note,replaces_id,session_id,is_required,offers,proposals,proposal_note,proposed_at,disclosed_at,spoken_means,said_by,entered_by,entered_at,deputy_id",
  },
  // Not whether they came: that is ticked while a session runs, and the record says it.
  session_people: {
    key: "id",
    version: 1,
    ofAnyChain: true,
    columns: "dispute_id,session_id,person_id,party_id,despite",
  },
};
