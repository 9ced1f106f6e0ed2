import type { Covered } from "./covered";

/** What a county's own chain covers: rows of no dispute, each written by an act that leaves its event there. */
export const coveredOffices: Readonly<Record<string, Covered>> = {
  person_roles: {
    key: "id",
    version: 1,
    ofCounty: true,
    columns:
      "person_id,role,station_id,point_id,from_on,until_on,reason,given_by,given_at,ended_reason,ended_by,ended_at",
  },
  // Not final: the steps of a clue go with it to the successor of its station or point.
  clue_steps: {
    key: "id",
    version: 1,
    ofCounty: true,
    columns: "clue_id,station_id,point_id,kind,note,taken_by,taken_at",
  },
  paper_templates: {
    key: "id",
    version: 1,
    ofCounty: true,
    columns:
      "committee_id,kind,name,valid_from,sha256,bytes,fields,added_by,added_at,withdrawn_by,withdrawn_at,withdrawn_reason",
  },
  drafting_templates: {
    key: "id",
    version: 1,
    isFinal: true,
    ofCounty: true,
    columns: "committee_id,type,clauses,valid_from,set_by,set_at",
  },
  number_starts: {
    key: "id",
    version: 1,
    isFinal: true,
    ofCounty: true,
    columns: "scope,kind,year,last_used,proof,set_by,set_at",
  },
  number_patterns: {
    key: "id",
    version: 1,
    isFinal: true,
    ofCounty: true,
    columns: "scope,kind,pattern,valid_from,set_by,set_at",
  },
  number_voids: {
    key: "id",
    version: 1,
    isFinal: true,
    ofCounty: true,
    columns: "scope,kind,number,subject_id,reason,voided_by,voided_at",
  },
  subsidy_sheets: {
    key: "id",
    version: 1,
    isFinal: true,
    ofCounty: true,
    columns: "committee_id,month,handed_on,recipient,source_sha256,matters,sum_fen,handed_by,handed_at",
  },
  rules: {
    key: "id",
    version: 1,
    isFinal: true,
    ofCounty: true,
    columns: "committee_id,key,valid_from,value,source,changed_by,changed_at",
  },
  day_overrides: {
    key: "id",
    version: 1,
    isFinal: true,
    ofCounty: true,
    columns: "day,is_workday,note,changed_by,changed_at",
  },
  day_years: {
    key: "id",
    version: 1,
    isFinal: true,
    ofCounty: true,
    columns: "year,notice,entered_by,entered_at",
  },
};
