import type { AgreementPage, AgreementPaper } from "@/server/agreements/reads/agreement";
import type { PoliceContent, ViolationParty } from "@/server/violations/reads/violation";

/** A paper of police mediation, as it was sent to sign, with who has signed it since. */
export interface PoliceSheetProps {
  page: AgreementPage;
  agreement: AgreementPaper;
  police: PoliceContent;
  /** ID numbers and addresses as they were when it was sent. */
  contacts: readonly Pick<ViolationParty, "id" | "contact">[];
  /** Whether the reader works on the case: they may have an ID number shown whole. */
  canReveal: boolean;
}
