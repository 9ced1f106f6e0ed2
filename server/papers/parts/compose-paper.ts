import type { Tx } from "@/db/client";
import type { PaperKind } from "@/db/vocabulary";
import { confirmationUntil } from "../../agreements/parts/confirmation-until";
import { factsOf } from "../../disputes/reads/facts";
import { dayOf, instantOf } from "../../kernel/shanghai";
import { rulesOn } from "../../rules/queries";
import { printable } from "../draw/printable";
import { type AgreementFacts, agreementFacts } from "../facts/agreement";
import { contestFacts } from "../facts/contests";
import { courtOfApplication } from "../facts/court";
import { electionFacts } from "../facts/elections";
import { fileFacts } from "../facts/files";
import { type MatterFacts, matterFacts, type PapersAt } from "../facts/matter";
import { type PaymentFacts, paymentFacts } from "../facts/payments";
import { sessionFacts } from "../facts/session";
import { settlementFacts } from "../facts/settlements";
import { visitFacts } from "../facts/visits";
import { agreementPaper } from "../forms/agreement";
import { applicationPaper } from "../forms/application";
import { authorityPaper } from "../forms/authority";
import { noteOfFile } from "../forms/bound-files";
import { closingPaper } from "../forms/closing";
import { confirmationPaper } from "../forms/confirmation";
import { backPaper, type ContentsLine, contentsPaper, coverPaper, situationPaper } from "../forms/dossier";
import { endingPaper, nonAcceptancePaper } from "../forms/ending";
import { evidencePaper } from "../forms/evidence";
import { identityPaper } from "../forms/identity";
import { intakePaper } from "../forms/intake";
import { investigationPaper } from "../forms/investigation";
import { noPenaltyPaper } from "../forms/no-penalty";
import { noticePaper } from "../forms/notice";
import { oralAgreementPaper } from "../forms/oral-agreement";
import { onSpotPaper, policeAgreementPaper } from "../forms/police-agreement";
import { policeRecordPaper } from "../forms/police-record";
import { receiptPaper } from "../forms/receipt";
import { recordPaper } from "../forms/record";
import { representativesPaper } from "../forms/representatives";
import { revisitPaper } from "../forms/revisit";
import type { Composed, PaperOf } from "../model";
import { type KeptFor, keptFor, retentionYears } from "../words/retention";
import { crossFaults } from "./cross-checks";
import { givePaperNumber, paperNumber } from "./give-paper-number";
import { missingLines } from "./missing-papers";
import type { PaperLine } from "./paper-list";
import { failed, titledAbout, withinDossier } from "./paper-list";
import { papersOf } from "./papers-of";

/** Where a form's facts are read, once the matter is known. */
interface Source {
  tx: Tx;
  at: PapersAt;
  matter: MatterFacts;
  /** The row it is about: a session, an agreement, a link, a payment, a visit, an application; null for the newest. */
  subjectId: string | null;
  today: string;
  now: Date;
  /** Whether the paper is made to be kept, which gives it its number. */
  gives: boolean;
}

/**
 * One paper from the facts as the actor of this transaction may read them, with what is still missing for it. Signed papers
 * take the words that were signed. Null where there is nothing that it could be about. Made to be kept (`gives`), which only
 * the system may do, it takes its number.
 */
export async function composePaper(
  tx: Tx,
  countyId: string,
  paper: PaperOf,
  { now, gives = false }: { now: Date; gives?: boolean },
): Promise<Composed | null> {
  const at = { countyId, disputeId: paper.disputeId, proceedingId: paper.proceedingId };
  const matter = await matterFacts(tx, at);
  if (!matter) return null;
  return makers[paper.kind]({ tx, at, matter, subjectId: paper.subjectId, today: dayOf(now), now, gives });
}

type Maker = (source: Source) => Promise<Composed | null> | Composed | null;

/** The row that is asked for, or the newest where none is named. */
function subjectOf<Row extends { id: string }>(rows: readonly Row[], subjectId: string | null): Row | null {
  return (subjectId === null ? rows.at(-1) : rows.find(({ id }) => id === subjectId)) ?? null;
}

const agreementOf = ({ tx, at, subjectId }: Source): Promise<AgreementFacts | null> =>
  agreementFacts(tx, at, subjectId);
const newestAgreement = ({ tx, at }: Source): Promise<AgreementFacts | null> => agreementFacts(tx, at);

const makers: Record<PaperKind, Maker> = {
  cover: async (source) => {
    const agreement = await newestAgreement(source);
    const at = agreement?.agreement.effectiveAt;
    const kept = await keptOf(source);
    return coverPaper({ matter: source.matter, agreement, agreedOn: at ? dayOf(new Date(at)) : null, kept });
  },
  contents: async (source) => {
    const { matter } = source;
    return contentsPaper({ matter, lines: await contentsLines(source) });
  },
  application: ({ matter }) => applicationPaper({ matter }),
  intake: async (source) =>
    intakePaper({ matter: source.matter, number: await numberOf(source, "intake", source.at.proceedingId) }),
  notice: ({ matter }) => noticePaper({ matter }),
  identity: async ({ tx, at, matter }) => identityPaper({ matter, files: await fileFacts(tx, at) }),
  authority: ({ matter, subjectId, today }) => {
    const party = matter.parties.find(({ links }) =>
      links.some(({ id, kind }) => id === subjectId && kind === "agent"),
    );
    const link = party?.links.find(({ id }) => id === subjectId);
    return party && link ? authorityPaper({ matter, party, link, today }) : null;
  },
  representatives: async ({ tx, at, matter, subjectId }) => {
    const election = subjectOf(await electionFacts(tx, at), subjectId);
    return election && representativesPaper({ matter, election });
  },
  investigation: ({ matter }) => investigationPaper({ matter }),
  evidence: async ({ tx, at, matter }) =>
    evidencePaper({ matter, files: (await fileFacts(tx, at)).filter(({ paperKind }) => paperKind === null) }),
  record: async ({ tx, at, matter, subjectId }) => {
    const session = subjectOf(await sessionFacts(tx, at), subjectId);
    return session && recordPaper({ matter, session });
  },
  agreement: async (source) => {
    const { tx, at, matter, today } = source;
    const facts = await agreementOf(source);
    if (!facts || !matter.proceeding) return null;
    const sent = facts.agreement.sentToSignAt;
    const rules = await rulesOn(tx, at.countyId, sent ? dayOf(new Date(sent)) : today);
    return agreementPaper({ matter, facts, confirmationDays: rules["confirmation.days"], today });
  },
  oralAgreement: async (source) => {
    const facts = await agreementOf(source);
    if (facts?.agreement.form !== "oral") return null;
    const { clauses } = facts.agreement;
    const kept = clauses.filter(({ performedAt }) => performedAt !== null).length;
    const performed = `约定义务${clauses.length}项，已履行${kept}项。`;
    // A draft takes no number.
    const number = await numberOf(source, "oralAgreement", facts.agreement.effectiveAt ? facts.agreement.id : null);
    return oralAgreementPaper({ matter: source.matter, facts, number, performed, today: source.today });
  },
  receipt: async ({ tx, at, matter, subjectId }) => {
    const payment = subjectOf(await moneyOf(tx, at), subjectId);
    return payment && receiptPaper({ matter, payment });
  },
  revisit: async ({ tx, at, matter, subjectId }) => {
    const visit = subjectOf(await visitFacts(tx, at), subjectId);
    return visit && revisitPaper({ matter, visit });
  },
  ending: async (source) => {
    const { matter, at } = source;
    // Whoever reached an agreement is told of no failure.
    if (!matter.ending || !failed.includes(matter.ending.outcome)) return null;
    return endingPaper({ matter, number: await numberOf(source, "ending", at.proceedingId) });
  },
  nonAcceptance: async (source) => {
    const { matter, at } = source;
    if (!matter.notAccepted) return null;
    return nonAcceptancePaper({ matter, number: await numberOf(source, "nonAcceptance", at.disputeId) });
  },
  closing: async (source) => {
    const { tx, at, matter } = source;
    const [agreement, payments, visits, sessions, contests] = await Promise.all([
      newestAgreement(source),
      paymentFacts(tx, at),
      visitFacts(tx, at),
      sessionFacts(tx, at),
      contestFacts(tx, at),
    ]);
    const filed = { matter, agreement, payments, visits };
    const { paper, lacks } = closingPaper({ ...filed, contests });
    return { paper, lacks: [...lacks, ...crossFaults({ ...filed, sessions })] };
  },
  confirmation: async (source) => {
    const { tx, at, matter, today, now } = source;
    const facts = await agreementOf(source);
    if (!facts || !at.proceedingId) return null;
    const { inForce } = await factsOf(tx, at.countyId, at.proceedingId, now);
    const [until, court] = await Promise.all([
      confirmationUntil(tx, at.countyId, inForce),
      courtOfApplication(tx, { countyId: at.countyId, agreementId: facts.agreement.id }, matter),
    ]);
    return confirmationPaper({ matter, facts, until, court, today });
  },
  situation: async (source) => {
    const { tx, at, matter } = source;
    const sessions = await sessionFacts(tx, at);
    const listed = await listedPapers(source);
    const lacks = new Set(listed.flatMap(({ kind, state }) => (state === "missing" ? kind : [])));
    return situationPaper({ matter, missing: missingLines({ matter, sessions, lacks }) });
  },
  back: ({ matter }) => backPaper({ matter, bound: null }),
  policeAgreement: async (source) => {
    const facts = await agreementOf(source);
    return facts && policeAgreementPaper({ matter: source.matter, facts, today: source.today });
  },
  onSpotAgreement: async (source) => {
    const facts = await agreementOf(source);
    return facts && onSpotPaper({ matter: source.matter, facts, today: source.today });
  },
  policeRecord: async ({ tx, at, matter, subjectId }) => {
    const session = subjectOf(await sessionFacts(tx, at), subjectId);
    return session && policeRecordPaper({ matter, session });
  },
  noPenalty: async (source) => {
    const { tx, at, matter, subjectId } = source;
    const settlement = subjectOf(await settlementFacts(tx, at), subjectId);
    const number = await numberOf(source, "noPenalty", settlement?.id ?? null);
    return settlement && noPenaltyPaper({ matter, settlement, number });
  },
};

/** How long the dossier is kept, by the rules of the day on which it was archived. */
async function keptOf({ tx, at, matter: { proceeding } }: Source): Promise<KeptFor | null> {
  if (!proceeding?.retention || !proceeding.archivedOn) return null;
  const { retention, archivedOn, track } = proceeding;
  return keptFor(retention, archivedOn, retentionYears(track, await rulesOn(tx, at.countyId, archivedOn)));
}

/** The matter's papers by the list of its dossier; none where nothing is dealt with. */
async function listedPapers({ tx, at, matter, now }: Source): Promise<PaperLine[]> {
  const { proceedingId } = at;
  if (!proceedingId || !matter.proceeding) return [];
  const { track, archivedOn } = matter.proceeding;
  const archivedAt = archivedOn ? instantOf(archivedOn, "12:00") : null;
  const proceeding = { id: proceedingId, committeeId: matter.numberedFor.committeeId, track, archivedAt };
  return (await papersOf(tx, at.countyId, at.disputeId, proceeding, now)).papers;
}

/** What lies in the dossier by its own list, each paper by the title it is bound with; pages are told once it is bound. */
async function contentsLines(source: Source): Promise<ContentsLine[]> {
  const lines: ContentsLine[] = [];
  for (const { kind, subjects, canPrint, filed } of withinDossier(await listedPapers(source))) {
    for (const subject of !canPrint ? [] : subjects.length > 0 ? subjects : [null]) {
      const composed = await makers[kind]({ ...source, subjectId: subject?.id ?? null, gives: false });
      if (!composed) continue;
      const { title, number } = composed.paper;
      lines.push({ title: titledAbout(title, subject), from: null, to: null, note: number ?? "" });
    }
    for (const { name, ...file } of filed)
      lines.push({ title: await printable(name), from: null, to: null, note: noteOfFile(file) });
  }
  return lines;
}

/**
 * The number in its series. As the system, which makes the papers that are kept, it is given where there is none yet; somebody
 * who only looks gets what was given.
 */
async function numberOf(
  { tx, at, matter, gives, now }: Source,
  kind: Parameters<typeof paperNumber>[1]["kind"],
  subjectId: string | null,
): Promise<string | null> {
  if (subjectId === null) return null;
  const numbered = { countyId: at.countyId, kind, subjectId };
  return gives
    ? givePaperNumber(tx, numbered, { countyId: at.countyId, ...matter.numberedFor }, now)
    : paperNumber(tx, numbered);
}

/** Receipts are for money; what was done instead has other proofs. */
async function moneyOf(tx: Tx, at: PapersAt): Promise<PaymentFacts[]> {
  return (await paymentFacts(tx, at)).filter(({ amountFen }) => amountFen !== null);
}
