import type { Covered } from "./covered";

/** What the chain covers of police mediation (程序规定 178–186); see coveredContent. */
export const coveredPolice: Readonly<Record<string, Covered>> = {
  violation_findings: {
    key: "id",
    version: 1,
    isFinal: true,
    columns:
      "dispute_id,proceeding_id,is_violation,is_minor,kinds,circumstance,hired,gang,repeated,new_violation,fled,other_unfit,basis,found_by,found_at",
  },
  violation_people: { key: "finding_id,party_id,part", version: 1, isFinal: true, columns: "dispute_id" },
  guardian_summonses: {
    key: "id",
    version: 1,
    isFinal: true,
    columns: "dispute_id,proceeding_id,party_id,link_id,means,exception_reason,told_at,recorded_by,recorded_at",
  },
  case_accounts: {
    key: "id",
    version: 1,
    isFinal: true,
    columns:
      "dispute_id,proceeding_id,organ,happened_at,place,cause,course,circumstances,result,performance_way,others,recorded_by,recorded_at",
  },
  on_spot_forms: {
    key: "agreement_id",
    version: 1,
    isFinal: true,
    columns: "dispute_id,settled_at,place,is_facts_clear,is_cause_clear,losses,recording,second_officer_id,others",
  },
  settlement_applications: {
    key: "id",
    version: 1,
    columns:
      "dispute_id,proceeding_id,way,peoples_proceeding_id,agreed_on,agreed,performed_on,proof,applied_on,is_decided,recorded_by,recorded_at,is_approved,decision_reason,decided_by,decided_at",
  },
  settlement_applicants: {
    key: "application_id,party_id",
    version: 1,
    isFinal: true,
    columns: "dispute_id,link_id,means",
  },
};
