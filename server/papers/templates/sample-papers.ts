import { agreementPaper } from "../forms/agreement";
import { applicationPaper } from "../forms/application";
import { authorityPaper } from "../forms/authority";
import { closingPaper } from "../forms/closing";
import { confirmationPaper } from "../forms/confirmation";
import { backPaper, contentsPaper, coverPaper, situationPaper } from "../forms/dossier";
import { endingPaper, nonAcceptancePaper } from "../forms/ending";
import { evidencePaper } from "../forms/evidence";
import { intakePaper } from "../forms/intake";
import { investigationPaper } from "../forms/investigation";
import { noticePaper } from "../forms/notice";
import { oralAgreementPaper } from "../forms/oral-agreement";
import { receiptPaper } from "../forms/receipt";
import { recordPaper } from "../forms/record";
import { representativesPaper } from "../forms/representatives";
import { revisitPaper } from "../forms/revisit";
import type { Composed, Paper } from "../model";
import { sampleContents, sampleElection, sampleFiled, sampleFiles, sampleSession, sampleVisit } from "./sample-course";
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
  application: () => papers(applicationPaper({ matter })),
  intake: () => papers(intakePaper({ matter, number: "（2026）某人调受字第 001 号" })),
  authority: () =>
    matter.parties.flatMap((party) =>
      party.links
        .filter(({ kind }) => kind === "agent")
        .flatMap((link) => papers(authorityPaper({ matter, party, link, today }))),
    ),
  representatives: () => papers(representativesPaper({ matter, election: sampleElection })),
  investigation: () => papers(investigationPaper({ matter })),
  evidence: () => papers(evidencePaper({ matter, files: sampleFiles })),
  record: () => papers(recordPaper({ matter, session: sampleSession })),
  revisit: () => papers(revisitPaper({ matter, visit: sampleVisit })),
  confirmation: () =>
    papers(confirmationPaper({ matter, facts: sampleAgreement("written"), until: "2026-02-09", court: null, today })),
  closing: () => papers(closingPaper({ ...filed, payments: [samplePayment], visits: [sampleVisit] })),
  cover: () =>
    papers(coverPaper({ ...filed, agreedOn: "2026-01-10", kept: { class: "long", years: null, until: null } })),
  contents: () => papers(contentsPaper({ matter: sampleFiled, lines: sampleContents })),
  situation: () => papers(situationPaper({ matter: sampleFiled, missing: ["回访记录"] })),
  back: () => papers(backPaper({ matter: sampleFiled, bound: null })),
};

const filed = { matter: sampleFiled, agreement: sampleAgreement("written") };
