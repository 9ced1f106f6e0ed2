import type { Covered } from "./covered";
import { coveredAgreements } from "./covered-agreements";
import { coveredContests } from "./covered-contests";
import { coveredDisputes } from "./covered-disputes";
import { coveredMoves } from "./covered-moves";
import { coveredOffices } from "./covered-offices";
import { coveredPeople } from "./covered-people";
import { coveredPolice } from "./covered-police";
import { coveredReports } from "./covered-reports";

/**
 * The rows whose content the chain covers (docs/tampering.md). The triggers in db/sql/triggers/content.sql say the same
 * to the database, and a test compares the two: verify must not learn from an altered database what it has to look at.
 */
export const coveredContent: Readonly<Record<string, Covered>> = {
  ...coveredAgreements,
  ...coveredDisputes,
  party_exits: {
    key: "id",
    version: 1,
    columns:
      "dispute_id,party_id,kind,happened_on,reason,into_party_id,recorded_by,recorded_at,undone_reason,undone_by,undone_at",
  },
  party_successions: {
    key: "heir_party_id",
    version: 1,
    columns: "dispute_id,party_id,told_on,told_by,answer,answered_on",
  },
  parties: {
    key: "id",
    version: 3,
    columns:
      "dispute_id,side,kind,standing,name,is_minor,lacks_capacity,born_on,own_wages_reason,sex,born_year,ethnicity,occupation,credit_code,legal_representative",
    earlier: {
      1: "dispute_id,side,kind,standing,name,is_minor",
      2: "dispute_id,side,kind,standing,name,is_minor,lacks_capacity,born_on,own_wages_reason",
    },
  },
  triages: {
    key: "id",
    version: 1,
    isFinal: true,
    columns:
      "dispute_id,is_violation,has_minor,family_violence,judged_by_court,accepted_elsewhere,property_damage,injury,track,override_reason,decided_by,decided_at",
  },
  gate_answers: {
    key: "id",
    version: 1,
    isFinal: true,
    columns: "dispute_id,question,ordinal,answer,given_as,reason,given_by,given_at",
  },
  gate_steps: {
    key: "id",
    version: 1,
    columns: "dispute_id,kind,question,owner_id,opened_by,opened_at,due_at,result,done_on,note,done_by,done_at",
  },
  proceedings: {
    key: "id",
    version: 2,
    columns:
      "dispute_id,ordinal,track,status,lead_person_id,lead_unit,accepted_at,accepted_on,due_on,ended_at,outcome,archived_at,dossier_number,retention",
    earlier: {
      1: "dispute_id,ordinal,track,status,lead_person_id,lead_unit,accepted_at,due_on,ended_at,outcome,archived_at,dossier_number,retention",
    },
  },
  notices: {
    key: "id",
    version: 3,
    isFinal: true,
    columns: "dispute_id,proceeding_id,party_id,means,spoken_by_link_id,given_by,given_at,happened_on",
    earlier: {
      1: "dispute_id,proceeding_id,party_id,means,given_by,given_at",
      2: "dispute_id,proceeding_id,party_id,means,spoken_by_link_id,given_by,given_at",
    },
  },
  consents: {
    key: "id",
    version: 4,
    isFinal: true,
    columns:
      "dispute_id,proceeding_id,party_id,subject,force_code,person_id,about_link_id,answer,spoken_by_link_id,recorded_by,recorded_at,happened_on",
    earlier: {
      3: "dispute_id,proceeding_id,party_id,subject,force_code,person_id,answer,spoken_by_link_id,recorded_by,recorded_at,happened_on",
      1: "dispute_id,proceeding_id,party_id,subject,force_code,person_id,answer,recorded_by,recorded_at",
      2: "dispute_id,proceeding_id,party_id,subject,force_code,person_id,answer,spoken_by_link_id,recorded_by,recorded_at",
    },
  },
  endings: {
    key: "proceeding_id",
    version: 4,
    isFinal: true,
    columns:
      "dispute_id,outcome,reason,refused_by_party_id,routes_told,failure,failed_on,happened_on,said_by_party_id,said_by_link_id,said_means,attempts,ended_by,ended_at",
    earlier: {
      2: "dispute_id,outcome,reason,refused_by_party_id,routes_told,failure,failed_on,ended_by,ended_at",
      3: "dispute_id,outcome,reason,refused_by_party_id,routes_told,failure,failed_on,happened_on,said_by_party_id,said_by_link_id,said_means,ended_by,ended_at",
    },
  },
  clocks: {
    key: "id",
    version: 2,
    columns: "dispute_id,proceeding_id,kind,agreement_id,started_on,due_on,paused_on,paused_for,stopped_on,stopped_by",
    earlier: { 1: "dispute_id,proceeding_id,kind,started_on,due_on,paused_on,paused_for,stopped_on,stopped_by" },
  },
  clock_changes: {
    key: "id",
    version: 1,
    isFinal: true,
    columns:
      "dispute_id,proceeding_id,clock_id,kind,happened_on,old_due_on,new_due_on,appraisal,reason,recorded_by,recorded_at",
  },
  sessions: {
    key: "id",
    version: 2,
    columns: "dispute_id,proceeding_id,ordinal,kind,status,result,starts_at,ends_at,place,others_present,entered_at",
  },
  session_records: {
    key: "session_id,version",
    version: 2,
    isFinal: true,
    columns: "dispute_id,text,statements,facts,outcome,routes_told,correction_reason,written_by,written_at",
    earlier: { 1: "dispute_id,text,correction_reason,written_by,written_at" },
  },
  session_tellings: {
    key: "id",
    version: 1,
    isFinal: true,
    columns: "dispute_id,session_id,party_id,means,starts_at,told_at,told_by,told_to,answer,note,entered_by,entered_at",
  },
  notes: {
    key: "id",
    version: 1,
    isFinal: true,
    columns: "dispute_id,session_id,lane,side,text,author_id,written_at",
  },
  files: {
    key: "id",
    version: 3,
    isFinal: true,
    columns:
      "dispute_id,session_id,lane,side,kind,name,mime,bytes,sha256,added_by,added_at,assignment_id,performance_id,small_sha256",
    earlier: {
      2: "dispute_id,session_id,lane,side,kind,name,mime,bytes,sha256,added_by,added_at,assignment_id",
      1: "dispute_id,session_id,lane,side,kind,name,mime,bytes,sha256,added_by,added_at",
    },
  },
  file_origins: {
    key: "id",
    version: 2,
    isFinal: true,
    columns: "dispute_id,file_id,provider,is_original,place,made_on,said_by,said_at,paper_kind",
    earlier: { 1: "dispute_id,file_id,provider,is_original,place,made_on,said_by,said_at" },
  },
  papers: {
    key: "id",
    version: 1,
    isFinal: true,
    columns: "dispute_id,proceeding_id,kind,subject_id,title,source_sha256,asked_by,asked_at",
  },
  sealed_papers: {
    key: "agreement_id",
    version: 1,
    isFinal: true,
    columns: "dispute_id,code,committee_name,pdf_sha256,bytes,certificate_sha256,sealed_at,signed_at",
  },
  opinions: {
    key: "id",
    version: 1,
    isFinal: true,
    columns: "dispute_id,session_id,person_id,lane,text,signed_at",
  },
  harm_reports: {
    key: "id",
    version: 1,
    isFinal: true,
    columns: "dispute_id,session_id,kind,text,reason,reported_by,reported_at",
  },
  fact_statements: {
    key: "id",
    version: 1,
    isFinal: true,
    columns: "dispute_id,session_id,ordinal,lines,written_by,written_at",
  },
  fact_signatures: {
    key: "statement_id,party_id",
    version: 2,
    isFinal: true,
    columns: "dispute_id,means,signed_by_link_id,strokes,recorded_by,signed_at",
    earlier: { 1: "dispute_id,means,strokes,recorded_by,signed_at" },
  },
  agreement_papers: { key: "agreement_id", version: 1, isFinal: true, columns: "dispute_id,content,frozen_at" },
  party_changes: {
    key: "id",
    version: 2,
    isFinal: true,
    columns: "dispute_id,party_id,field,old_value,new_value,changed_by,changed_at,reason,since",
    earlier: { 1: "dispute_id,party_id,field,old_value,new_value,changed_by,changed_at" },
  },
  obligation_parties: {
    key: "obligation_id,party_id,part",
    version: 2,
    columns: "dispute_id,share_fen",
    earlier: { 1: "dispute_id" },
  },
  signatures: {
    key: "id",
    version: 3,
    isFinal: true,
    columns:
      "dispute_id,agreement_id,signer_kind,party_id,person_id,signed_by_link_id,means,signed_at,recorded_by,signer_name,strokes,request_id",
    earlier: {
      2: "dispute_id,agreement_id,signer_kind,party_id,person_id,signed_by_link_id,means,signed_at,recorded_by,signer_name",
      1: "dispute_id,agreement_id,signer_kind,party_id,person_id,signed_by_link_id,means,signed_at,recorded_by",
    },
  },
  seals: {
    key: "agreement_id",
    version: 2,
    isFinal: true,
    columns: "dispute_id,sealed_by,sealed_at,sealer_name",
    earlier: { 1: "dispute_id,sealed_by,sealed_at" },
  },
  performances: {
    key: "id",
    version: 2,
    isFinal: true,
    columns:
      "dispute_id,obligation_id,party_id,amount_fen,performed_on,proof,proof_note,recorded_by,recorded_at,kind,corrects_id,by_party_id,by_link_id,received_by_party_id,received_by_link_id",
    earlier: {
      1: "dispute_id,obligation_id,party_id,amount_fen,performed_on,proof,proof_note,recorded_by,recorded_at",
    },
  },
  breaches: {
    key: "id",
    version: 1,
    isFinal: true,
    columns: "dispute_id,obligation_id,party_id,breached_on,note,remedies_told,follow_up_on,recorded_by,recorded_at",
  },
  ...coveredContests,
  follow_up_visits: {
    key: "id",
    version: 4,
    isFinal: true,
    columns:
      "dispute_id,proceeding_id,party_id,visited_on,satisfaction,escalation_signs,court_action,measures,note,visited_by,recorded_at,fairness,revisit_id",
    earlier: {
      3: "dispute_id,proceeding_id,party_id,visited_on,satisfaction,escalation_signs,court_action,measures,note,visited_by,recorded_at,fairness",
      2: "dispute_id,proceeding_id,party_id,visited_on,satisfaction,escalation_signs,court_action,measures,note,visited_by,recorded_at",
      1: "dispute_id,proceeding_id,party_id,visited_on,satisfaction,escalation_signs,note,visited_by,recorded_at",
    },
  },
  ties: {
    key: "id",
    version: 1,
    columns: "dispute_id,party_id,person_id,kind,note,source,recorded_by,recorded_at",
  },
  tie_waivers: {
    key: "id",
    version: 1,
    isFinal: true,
    columns: "dispute_id,proceeding_id,person_id,kinds,reason,waived_by,waived_at",
  },
  ...coveredMoves,
  ...coveredPeople,
  dispute_restrictions: {
    key: "id",
    version: 1,
    columns: "dispute_id,ground,reason,restricted_by,restricted_at,released_by,released_at,release_reason",
  },
  reading_windows: {
    key: "id",
    version: 1,
    columns:
      "dispute_id,kind,person_id,reason,asked_at,minutes_max,is_granted,decided_by,decided_at,starts_at,ends_at,ended_by,ended_at,review_due_at,review,review_note,reviewed_by,reviewed_at",
  },
  tie_waiver_parties: {
    key: "waiver_id,party_id",
    version: 2,
    isFinal: true,
    columns: "dispute_id,spoken_by_link_id",
    earlier: { 1: "dispute_id" },
  },
  ...coveredPolice,
  ...coveredReports,
  ...coveredOffices,
};
