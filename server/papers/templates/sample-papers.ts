import { agreementPaper } from "../forms/agreement";
import { endingPaper, nonAcceptancePaper } from "../forms/ending";
import { noticePaper } from "../forms/notice";
import { oralAgreementPaper } from "../forms/oral-agreement";
import { receiptPaper } from "../forms/receipt";
import type { Composed, Paper } from "../model";
import { sampleAgreement, sampleMatter, samplePayment } from "./sample-facts";
import type { TemplateKind } from "./template-kinds";

const today = "2026-01-10";
const matter = sampleMatter;
const papers = (...composed: Composed[]): Paper[] => composed.map(({ paper }) => paper);

/** Papers of the invented matter: the first of a kind is what a preview shows, all of them have every field it can have. */
export const samplePapers: Record<TemplateKind, () => Paper[]> = {
  agreement: () => papers(agreementPaper({ matter, facts: sampleAgreement("written"), confirmationDays: 30, today })),
  oralAgreement: () =>
    papers(
      oralAgreementPaper({
        ...{ matter, facts: sampleAgreement("oral"), number: "（2026）某人调口字第 001 号", today },
        performed: "约定义务2项，已履行1项。",
      }),
    ),
  receipt: () => papers(receiptPaper({ matter, payment: samplePayment })),
  ending: () => papers(endingPaper({ matter, number: "（2026）某人调终字第 001 号" })),
  nonAcceptance: () => papers(nonAcceptancePaper({ matter, number: "（2026）某人调不字第 001 号" })),
  notice: () => papers(noticePaper({ matter })),
};
