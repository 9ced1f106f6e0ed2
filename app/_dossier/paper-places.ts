import type { PaperKind } from "@/db/vocabulary";

/** The part of the dispute's page where each paper is made; "" is the overview; what is filed signed, and files, are under the records; papers of filing are made here. */
export const paperPlaces: Partial<Record<PaperKind, string>> = {
  application: "",
  intake: "",
  notice: "/parties",
  identity: "/records",
  authority: "/parties",
  representatives: "/parties",
  investigation: "/records",
  evidence: "/records",
  record: "/records",
  policeRecord: "/records",
  agreement: "/agreement",
  oralAgreement: "/agreement",
  policeAgreement: "/agreement",
  onSpotAgreement: "/violation",
  noPenalty: "/violation",
  confirmation: "/agreement",
  receipt: "/performance",
  revisit: "/performance",
  ending: "/timeline",
};
