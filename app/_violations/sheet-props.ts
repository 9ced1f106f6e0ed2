import type { AgreementPage, AgreementPaper } from "@/server/agreements/reads/agreement";
import type { PoliceContent } from "@/server/violations/reads/violation";

/** A paper of police mediation, as it was sent to sign, with who has signed it since. */
export interface PoliceSheetProps {
  page: AgreementPage;
  agreement: AgreementPaper;
  police: PoliceContent;
}
