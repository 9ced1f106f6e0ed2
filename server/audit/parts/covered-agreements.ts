import type { Covered } from "./covered";

/** What the chain covers of agreements, their clauses and who was asked to sign. */
export const coveredAgreements = {
  agreements: {
    key: "id",
    version: 2,
    columns:
      "dispute_id,proceeding_id,ordinal,form,status,number,facts,drafted_by,drafted_at,sent_to_sign_at,effective_at,withdrawn_at,withdrawn_reason,replaces_id,renegotiated_reason",
    earlier: {
      1: "dispute_id,proceeding_id,ordinal,form,status,number,facts,drafted_by,drafted_at,sent_to_sign_at,effective_at,withdrawn_at,withdrawn_reason",
    },
  },
  obligations: {
    key: "id",
    version: 6,
    columns:
      "dispute_id,agreement_id,ordinal,kind,text,amount_fen,due_on,proof,verifier_id,performed_at,liability,waived_at,superseded_at,due_after_days,way,place,condition,consequence",
    earlier: {
      1: "dispute_id,agreement_id,ordinal,kind,text,amount_fen,due_on,proof,verifier_id,performed_at",
      2: "dispute_id,agreement_id,ordinal,kind,text,amount_fen,due_on,proof,verifier_id,performed_at,liability,waived_at",
      3: "dispute_id,agreement_id,ordinal,kind,text,amount_fen,due_on,proof,verifier_id,performed_at,liability,waived_at,superseded_at",
      4: "dispute_id,agreement_id,ordinal,kind,text,amount_fen,due_on,proof,verifier_id,performed_at,liability,waived_at,superseded_at,due_after_days",
      5: "dispute_id,agreement_id,ordinal,kind,text,amount_fen,due_on,proof,verifier_id,performed_at,liability,waived_at,superseded_at,due_after_days,way,place",
    },
  },
  urges: {
    key: "id",
    version: 1,
    isFinal: true,
    columns: "dispute_id,obligation_id,note,urged_by,urged_at",
  },
  signing_requests: {
    key: "id",
    version: 2,
    columns:
      "dispute_id,agreement_id,signer_kind,party_id,by_link_id,person_id,asked_by,asked_at,refused_at,refused_reason,interpreter_id",
    earlier: {
      1: "dispute_id,agreement_id,signer_kind,party_id,by_link_id,person_id,asked_by,asked_at,refused_at,refused_reason",
    },
  },
} as const satisfies Readonly<Record<string, Covered>>;
