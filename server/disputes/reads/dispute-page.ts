import type { disputeFields } from "@/db/schema/disputes";
import type {
  DisputeType,
  HeirAnswer,
  Lane,
  NextStep,
  NonAcceptanceReason,
  OtherRoute,
  Outcome,
  PartyExitKind,
  PartyKind,
  PartyLinkKind,
  PartyStanding,
  ProceedingStatus,
  RestrictionGround,
  RiskLevel,
  Sex,
  Source,
  Track,
} from "@/db/vocabulary";
import type { Action } from "../../access/policy";
import type { Part, View } from "../../access/views";
import type { ClockOnPage, ClockRow } from "./clock-state";
import type { StepDetail, StepNames } from "./step-detail";

interface PartyFacts {
  id: string;
  /** 1 = 甲 A, 2 = 乙 B … */
  side: number;
  kind: PartyKind;
  standing: PartyStanding;
  /** Empty for a minor outside the full view. */
  name: string;
  isMinor: boolean;
  /** A guardian acts for them. */
  needsGuardian: boolean;
  /** An adult who cannot judge what they do. */
  lacksCapacity: boolean;
  version: number;
  isDeparted: boolean;
}
/** How a party left, and whose place somebody may take; null for whoever does not work on the dispute. */
interface PartyStory {
  exit: { kind: PartyExitKind; happenedOn: string; reason: string; into: string | null } | null;
  heirOf: { partyId: string; toldOn: string; answer: HeirAnswer | null; answeredOn: string | null } | null;
}
/** What is for those who work on it; the birthday is known where an age decides who acts, and the reason is of a worker of 16. */
interface Contacts {
  phone: string;
  idNumber: string;
  address: string;
  employer: string;
  bornOn: string | null;
  ownWagesReason: string;
  particulars: Particulars;
}
/** What papers name beside a party; the year of birth where the day is not known. */
export interface Particulars {
  sex: Sex | null;
  bornYear: number | null;
  ethnicity: string;
  occupation: string;
  creditCode: string;
  legalRepresentative: string;
}
interface LinkFacts {
  id: string;
  kind: PartyLinkKind;
  name: string;
  phone: string;
  maySign: boolean;
  note: string;
  /** The day of their written authority, where it is known. */
  authorisedOn: string | null;
  /** The last day on which they spoke for the party, and why no longer; null as long as they do. */
  endedOn: string | null;
  endedReason: string;
}
export interface ProceedingLine {
  id: string;
  ordinal: number;
  track: Track;
  status: ProceedingStatus;
  /** When its acceptance was entered, and the day ('YYYY-MM-DD') on which it was taken up. */
  acceptedAt: string;
  acceptedOn: string;
  endedAt: string | null;
  outcome: Outcome | null;
  dossierNumber: string | null;
}

/** What the page's one statement gives; instants are ISO text. */
export interface PageRow {
  station: string;
  committee: string;
  point: string | null;
  /** Of whoever registered it, leads it and has its next step, by id. */
  names: Record<string, string>;
  head: string | null;
  /** Who leads the station by its duty roster now. */
  dutyLeader: string | null;
  facts: { facts: string; requests: string; neutralSummary: string; version: number } | null;
  parties: (PartyFacts &
    PartyStory &
    Omit<Contacts, "particulars"> &
    Particulars & { links: LinkFacts[]; representedBy: string[] })[];
  calls: { id: string; number: string; calledAt: string; summary: string; incidentId: string }[] | null;
  activation: { at: string; reason: string; by: string } | null;
  /** Newest three; text only of open and joint notes, the others stay covered until opened. */
  notes: { id: string; lane: Lane; side: number | null; writtenAt: string; text: string | null }[] | null;
  triage: { track: Track | null; decidedAt: string; overrideReason: string; by: string } | null;
  /** Of the newest proceeding. */
  now: { detail: StepNames | null; routesTold: OtherRoute[]; clocks: ClockRow[] };
  counts: { invitations: number; records: number | null };
  /** Emergency windows of others or of the reader that are open now. */
  emergencies: { id: string; asker: string; second: string; reason: string; endsAt: string }[];
  /** Why the matter is closed to all but those who work on it; null where it is not. */
  restriction: { ground: RestrictionGround; reason: string; setBy: string; at: string } | null;
  /** Whether minors are shown by their family names alone, and a window would open their names; null outside the office. */
  areMinorsClosed: boolean | null;
  /** The registration that goes on for it, as far as the reader may read it. */
  mergedInto: { id: string; number: string } | null;
  /** Whether it was merged with another registration, or is linked to a matter, that the reader may read as well. */
  hasRelated: boolean;
  /** Until when the reader reads in a window of theirs. */
  windowEndsAt: string | null;
  /** What was corrected since it was registered, newest first; null where the view hides it. */
  changes: DisputeChange[] | null;
}

/** One correction of a registration; a contact point by its name, empty where there was none. */
export interface DisputeChange {
  id: string;
  field: (typeof disputeFields)[number];
  oldValue: string;
  newValue: string;
  reason: string;
  by: string | null;
  at: string;
}

/** A party as the page shows it; phones and ID numbers come masked, contacts are null where the view hides them. */
export interface PartyOnPage extends PartyFacts, PartyStory {
  contacts: Contacts | null;
  links: LinkFacts[];
  /** Names of whom the party elected, as long as that lasts. */
  representedBy: string[];
}

/** The newest proceeding with its next step. */
export interface ProceedingOnPage extends ProceedingLine {
  version: number;
  /** Its statutory clocks in the order in which they start; the law sets none for some tracks. */
  clocks: ClockOnPage[];
  leadPersonId: string;
  lead: string;
  assistantId: string | null;
  /** Who assists the lead and keeps the record. */
  assistant: string | null;
  leadUnit: string;
  nextStep: NextStep | null;
  nextOwner: string | null;
  nextDueAt: string | null;
  detail: StepDetail;
  routesTold: OtherRoute[];
  /** Invitations waiting or accepted, and those accepted. */
  asked: number;
  accepted: number;
  /** What was answered since has closed this track; told to whoever may end it. */
  isGateShut: boolean;
}

export interface DisputePage extends Omit<PageRow, "parties" | "now" | "head" | "dutyLeader" | "names" | "mergedInto"> {
  id: string;
  number: string;
  title: string;
  type: DisputeType;
  source: Source;
  /** Who referred it and under which number; "" where nobody did. */
  referral: string;
  /** The same apart, for correcting it. */
  referredBy: string;
  referralNumber: string;
  place: string;
  pointId: string | null;
  startedOn: string | null;
  registeredAt: string;
  registrar: string;
  /** The first one first. */
  proceedings: ProceedingLine[];
  triageDueAt: string;
  version: number;
  view: View;
  /** The parts this view shows. */
  parts: readonly Part[];
  /** On which day, 'YYYY-MM-DD', and why. */
  notAccepted: { on: string; reason: NonAcceptanceReason } | null;
  /** It goes on under another registration; which one, for a reader who may read that too. */
  merged: { at: string; into: { id: string; number: string } | null } | null;
  /** Responsible are the station `head` for a red one and the leader on duty, by the roster, for an amber one. */
  risk: { level: RiskLevel; reason: string; head: string | null; dutyLeader: string | null } | null;
  proceeding: ProceedingOnPage | null;
  parties: PartyOnPage[];
  allowed: Action[];
}
