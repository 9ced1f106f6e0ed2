import type { PartyChangeField } from "@/db/party-changes";
import type {
  AgreementForm,
  AgreementStatus,
  Liability,
  ObligationKind,
  PartyKind,
  PartyLinkKind,
  PartyStanding,
  ProceedingStatus,
  ProofKind,
  Sex,
  SignatureMeans,
  SignerKind,
  Track,
} from "@/db/vocabulary";
import { readPart } from "../../access/gate";
import type { Action } from "../../access/policy";
import { showsPart } from "../../access/views";
import type { Speakable, SpokenFor } from "../../binding/choices";
import { allowedActions } from "../../disputes/reads/allowed";
import { type CourtState, factsOf } from "../../disputes/reads/facts";
import type { Interpreter, InterpretingNeed } from "../../disputes/reads/interpreter-rows";
import type { Context } from "../../kernel/context";
import { notFound } from "../../kernel/problem";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { rulesOn } from "../../rules/queries";
import type { AgreementQuery, UnfinishedClause } from "../inputs";
import { confirmationOf } from "../parts/confirmation-until";
import { asSigned, shellOf } from "./agreement-shell";
import { type CourtAdvice, courtsOf } from "./courts";

/** A party as the paper names it; no phone, no address. What is asked of it today is no word of the paper. */
export interface AgreementParty extends Partial<Pick<SpokenFor, "isSuspect" | "isDeparted" | "departedOn">> {
  id: string;
  side: number;
  name: string;
  kind: PartyKind;
  standing: PartyStanding;
  isMinor: boolean;
  /** A guardian acts for them. Absent from papers sent before it was told apart from being a minor. */
  needsGuardian?: boolean;
  links: { id: string; kind: PartyLinkKind; name: string; maySign: boolean; isOpposed?: boolean }[];
  /** What the paper says beside the name; absent from papers sent before, and for whoever may not read it. */
  sex?: Sex | null;
  /** A birthday, or the year alone. */
  born?: string;
  ethnicity?: string;
  occupation?: string;
  creditCode?: string;
  legalRepresentative?: string;
  /** What a draft still lacks of it; a true name it needs. */
  lacks?: Particular[];
}
/** A party that died or left, as forms ask who spoke for it, and who stands in its place. */
export interface DepartedParty extends Speakable {
  side: number;
  heirPartyIds: string[];
}
/** What papers name of a party; an ID number where the police mediate. */
export type Particular =
  | "trueName"
  | "sex"
  | "born"
  | "bornOn"
  | "ethnicity"
  | "occupation"
  | "address"
  | "idNumber"
  | "creditCode"
  | "legalRepresentative";
/** What is otherwise now than in the signed paper. */
export interface Supplement {
  /** Null where it is the committee's name. */
  partyId: string | null;
  field: PartyChangeField;
  oldValue: string;
  newValue: string;
  /** Why, and since when it is so; empty and null where nobody said. */
  reason: string;
  since: string | null;
  /** ISO text; null where nobody noted when. */
  changedAt: string | null;
  changedByName: string | null;
}
export interface AgreementClause {
  id: string;
  ordinal: number;
  kind: ObligationKind;
  text: string;
  amountFen: number | null;
  /** Null where it is said from the day of signing and the agreement is not in force yet. */
  dueOn: string | null;
  /** So many days after the day of signing; null where the clause names a day. */
  dueAfterDays: number | null;
  /** The day off on which those days would have ended, where they end after it; else null. */
  movedFrom: string | null;
  proof: ProofKind;
  /** In which way and where it is to be done; empty where nobody said. */
  way: string;
  place: string;
  /** When it is owed at all, and what follows where it is not kept; empty where nobody said. */
  condition: string;
  consequence: string;
  verifierId: string | null;
  verifierName: string | null;
  performedAt: string | null;
  obligorPartyIds: string[];
  obligeePartyIds: string[];
  /** How several obligors of a payment owe it. */
  liability: Liability | null;
  /** By share: each obligor's, in the order of `obligorPartyIds`, in fen; else empty. */
  sharesFen: number[];
}
/** A clause in the words that were sent to sign. Amounts are fen. */
export interface SentClause
  extends Pick<AgreementClause, "id" | "kind" | "text" | "amountFen" | "dueOn" | "dueAfterDays"> {
  liability: Liability | null;
  proof: ProofKind;
  /** Absent from papers sent before it was said. */
  way?: string;
  place?: string;
  condition?: string;
  consequence?: string;
  verifierName: string | null;
  parties: { id: string; part: "obligor" | "obligee"; shareFen: number | null }[];
}
/** What another version said, so that its differences can be shown; null where it was never sent. */
export interface SentWords {
  facts: string;
  parties: AgreementParty[];
  clauses: SentClause[];
}
export interface AgreementSignature {
  id: string;
  signerKind: SignerKind;
  partyId: string | null;
  personId: string | null;
  personName: string | null;
  byLinkId: string | null;
  byLinkName: string | null;
  means: SignatureMeans;
  signedAt: string;
}
/** Who was asked to sign on a phone of their own, and what became of it. A link is seen by the lead team alone. */
export interface SigningRequestLine {
  id: string;
  partyId: string | null;
  personId: string | null;
  /** Who interprets or witnesses, as the paper names them. */
  interpreterId: string | null;
  askedAt: string;
  refusedAt: string | null;
  refusedReason: string;
  /** The link that is still there: until when it signs, and whether somebody has opened it. */
  expiresAt: string | null;
  isOpened: boolean;
  isLive: boolean;
}
/** The agreement that a renegotiated one replaces, with what had been paid and done when the paper was sent, or so far. */
export interface ReplacedPart {
  id: string;
  number: string | null;
  effectiveAt: string;
  clauses: {
    ordinal: number;
    kind: ObligationKind;
    amountFen: number | null;
    isPerformed: boolean;
    paidFen: number;
    waivedFen: number;
  }[];
}
/** The paper itself; times are ISO text, amounts fen. */
export interface AgreementPaper {
  version: number;
  id: string;
  ordinal: number;
  form: AgreementForm;
  status: AgreementStatus;
  number: string | null;
  facts: string;
  /** A draft that was last saved half-finished, for whoever writes it; beside it stands what was saved whole before. */
  unfinished: { form: AgreementForm; facts: string; clauses: UnfinishedClause[] } | null;
  draftedAt: string;
  sentToSignAt: string | null;
  effectiveAt: string | null;
  clauses: AgreementClause[];
  signatures: AgreementSignature[];
  seal: { sealedByName: string; sealedAt: string } | null;
  replaces: ReplacedPart | null;
  /** Why what was in force was agreed anew; empty for a first agreement. */
  renegotiatedReason: string;
  /** SHA-256 of the words that were sent to sign, in hexadecimal; null for what was never sent. */
  hash: string | null;
  /** Corrections since then, oldest first; the paper itself keeps what was signed. */
  supplements: Supplement[];
  /** In force: whose hand or word, as is known now, did not bind them, so that whoever acts for them has to approve (民法典 19). */
  unboundPartyIds: string[];
}
export interface AgreementPage extends CourtAdvice {
  disputeId: string;
  title: string;
  proceeding: {
    id: string;
    track: Track;
    status: ProceedingStatus;
    version: number;
    leadPersonId: string;
    leadName: string;
  } | null;
  committeeName: string;
  /** Who reads this; a draft kept on a device is theirs alone. */
  readerId: string;
  isLead: boolean;
  allowed: Action[];
  /** The heads who may put the committee's seal: none of them mediated the matter. */
  sealers: { id: string; name: string }[];
  parties: AgreementParty[];
  /** Who was a party and is none any more, with until when: what they said or signed by then can still be entered. */
  departed: DepartedParty[];
  /** Whoever but the lead was present at a session; each may sign as a witness. */
  witnesses: { personId: string; name: string; post: string }[];
  /** Helpers who accepted; each may be named to check work. */
  verifiers: { personId: string; name: string; post: string }[];
  requests: SigningRequestLine[];
  /** An oral agreement: who said yes, and who said it for them. */
  saidYes: { partyId: string; byLinkName: string | null; at: string }[];
  agreement: AgreementPaper | null;
  /** The other versions of a renegotiated agreement, newest first. */
  versions: {
    id: string;
    number: string | null;
    status: AgreementStatus;
    effectiveAt: string | null;
    words: SentWords | null;
  }[];
  /** Who interprets for a party, or reads the paper to it; and which parties need somebody. */
  interpreters: Interpreter[];
  needs: InterpretingNeed[];
  /** Who assisted and kept the record, as the paper says it once it was sent. */
  assistantName: string | null;
  /** Papers taken back, newest first. */
  withdrawn: { id: string; number: string | null; withdrawnAt: string; reason: string; words: SentWords | null }[];
  /** Last day to apply for judicial confirmation together (人民调解法 33), once in force; and the day on which all did. */
  confirmationUntil: string | null;
  appliedOn: string | null;
  /** What the court did last with their application. */
  court: CourtState | null;
  /** How many days that is by the rules. */
  confirmationDays: number;
  today: string;
  /** The neutral summary, to start a draft's facts from: no side's own words stand in a paper. */
  startingFacts: string | null;
}
/** The agreement of a dispute's newest proceeding, who signs it, what follows from it, and what the reader may do. */
export function agreementOfDispute(ctx: Context, { disputeId, agreementId }: AgreementQuery): Promise<AgreementPage> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const { dispute, proceeding, actsBy, view } = await readPart(tx, actor, disputeId, "agreement");
    if (!showsPart(view, "agreement")) throw notFound();
    const { countyId } = actor;

    const [facts, { leadName, startingFacts, ...shell }, rules] = await Promise.all([
      proceeding && factsOf(tx, countyId, proceeding.id, now),
      shellOf(tx, countyId, disputeId, proceeding?.id ?? null, agreementId ?? null).then(asSigned),
      rulesOn(tx, countyId, dayOf(now)),
    ]);
    if (agreementId && shell.agreement?.id !== agreementId) throw notFound();
    const allowed = allowedActions(actor, actsBy, dispute, proceeding, facts);
    const unfinished = allowed.includes("agreement.draft") ? (shell.agreement?.unfinished ?? null) : null;
    const isInForce = proceeding?.track === "peoples" && shell.agreement?.status === "effective";
    const [confirmation, courts] = await Promise.all([
      confirmationOf(tx, countyId, isInForce ? facts : null),
      courtsOf(tx, countyId, { disputeId, committee: shell.committeeName, allowed }),
    ]);
    return {
      ...shell,
      disputeId,
      proceeding: proceeding && {
        id: proceeding.id,
        track: proceeding.track,
        status: proceeding.status,
        version: proceeding.version,
        leadPersonId: proceeding.leadPersonId,
        leadName: leadName ?? "",
      },
      readerId: actor.personId,
      isLead: proceeding?.leadPersonId === actor.personId,
      allowed,
      agreement: shell.agreement && { ...shell.agreement, unfinished },
      ...confirmation,
      ...courts,
      confirmationDays: rules["confirmation.days"],
      today: dayOf(now),
      startingFacts: showsPart(view, "contacts") ? startingFacts : null,
    };
  });
}
