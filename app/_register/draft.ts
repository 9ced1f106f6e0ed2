import { v7 } from "uuid";
import { faultOf } from "@/app/_disputes/parties/particulars";
import { registerDisputeLimits } from "@/app/_ui/limits/disputes";
import { canonicalIdNumber, canonicalPhone } from "@/db/encryption/canonical";
import type {
  DisputeType,
  GateQuestion,
  PartyKind,
  PartyLinkKind,
  PartyStanding,
  Source,
  YesNoUnclear,
} from "@/db/vocabulary";
import { isReferral, proposedRisk } from "@/server/disputes/choices";
import type { RegisterDisputeInput } from "@/server/disputes/inputs";
import type { CallChoice } from "@/server/disputes/reads/choices";
import type { Particulars } from "@/server/disputes/reads/dispute-page";
import { proposedType } from "./proposed-type";
import { dangerQuestions, elsewhereQuestions } from "./questions";

export interface LinkDraft {
  key: string;
  kind: PartyLinkKind;
  name: string;
  phone: string;
  maySign: boolean;
  /** The day of their letter, of whoever speaks by one; absent or null: not said. */
  authorisedOn?: string | null;
}
export interface PartyDraft {
  key: string;
  /** 1 = 甲 A … */
  side: number;
  kind: PartyKind;
  /** Said by whoever registers: the name does not change it any more. */
  isKindChosen?: boolean;
  standing: PartyStanding;
  name: string;
  phone: string;
  address: string;
  /** Absent until the user chooses to fill them in. */
  idNumber?: string;
  employer?: string;
  /** What papers name beside the party, where the user unfolded it; of a person or of an organisation. */
  particulars?: Particulars;
  isMinor: boolean;
  /** An adult for whom a guardian acts. */
  lacksCapacity?: boolean;
  /** They made this call: its phone is theirs where none is typed. */
  callerOf?: string;
  /** The number of the earlier matter from which what is known of them was taken. */
  takenFrom?: string;
  links: LinkDraft[];
}

export type Asked = Partial<Record<GateQuestion, YesNoUnclear>>;

export interface Draft {
  source: Source;
  /** Which office referred it, and under which number. */
  referredBy: string;
  referralNumber: string;
  parties: PartyDraft[];
  facts: string;
  /** Absent in drafts of before. */
  requests?: string;
  /** What those are shown who are asked to help: without names. */
  neutralSummary: string;
  type: DisputeType | null;
  /** The type was proposed from the words; another proposal may replace it. */
  isTypeProposed?: boolean;
  place: string;
  pointId: string;
  startedOn: string;
  asked: Asked;
  callIds: string[];
  clueId: string;
  /** A dispute that is over and comes back as this one; "" for none. */
  relapseOf: string;
  /** The day on which it was taken up, where all of it is entered later; absent or null: today. */
  acceptedOn?: string | null;
}

const newParty = (side: number): PartyDraft => ({
  key: v7(),
  side,
  kind: "person",
  standing: side === 1 ? "applicant" : "respondent",
  name: "",
  phone: "",
  address: "",
  isMinor: false,
  links: [],
});

export const newLink = (kind: PartyLinkKind): LinkDraft => ({
  key: v7(),
  kind,
  name: "",
  phone: "",
  maySign: kind !== "helper",
});

/** What an intake begins with: the calls or the clue it was opened from. */
export interface Brought {
  calls?: readonly CallChoice[];
  clue?: { id: string; place: string; text: string; pointId: string | null } | null;
  place?: string;
}

/** What the calls and the clue say, in their order, as the first words of the matter. */
const wordsOf = ({ calls = [], clue }: Brought): string =>
  [...calls.toReversed().map(({ summary }) => summary), clue?.text ?? ""]
    .filter((words, i, all) => words.trim() !== "" && all.indexOf(words) === i)
    .join("\n")
    .slice(0, registerDisputeLimits.facts);

/** Everything that was said before is carried over; whoever registers corrects it and adds the rest. */
export function emptyDraft(brought: Brought = {}): Draft {
  const { calls = [], clue = null } = brought;
  const callIds = calls.map((call) => call.id);
  const clueId = clue?.id ?? "";
  // To everybody but whoever wrote the call down, the caller is 刘某, whom nobody wants as a party's name.
  const caller = calls.find((call) => call.caller?.isWholeName);
  const facts = wordsOf(brought);
  const type = proposedType(facts);
  return {
    source: clueId ? "grid" : callIds.length > 0 ? "policeCall" : "walkIn",
    referredBy: "",
    referralNumber: "",
    parties: [
      caller?.caller ? { ...newParty(1), name: caller.caller.name, callerOf: caller.id } : newParty(1),
      newParty(2),
    ],
    facts,
    neutralSummary: "",
    type,
    isTypeProposed: type !== null,
    place: brought.place || clue?.place || calls[0]?.place || "",
    pointId: clue?.pointId ?? "",
    startedOn: "",
    asked: {},
    callIds,
    clueId,
    relapseOf: "",
  };
}

/**
 * A change of the form with what follows from it: the place is where the first party lives until it is said otherwise, and
 * the type is proposed from the words until it is chosen.
 */
export function changed(before: Draft, next: Draft): Draft {
  const [was, is] = [before.parties[0]?.address ?? "", next.parties[0]?.address ?? ""];
  const place = next.place === before.place && next.place === was ? is : next.place;
  const isTypeProposed = next.type === before.type && (next.type === null || Boolean(next.isTypeProposed));
  const type = isTypeProposed && next.facts !== before.facts ? proposedType(next.facts) : next.type;
  return { ...next, place, type, isTypeProposed };
}

export const sidesOf = (draft: Draft): number[] =>
  [...new Set(draft.parties.map((party) => party.side))].sort((a, b) => a - b);

/** Adds a person to a side, after its last one; a side above the highest is a new side. */
export function withParty(draft: Draft, side: number): Draft {
  const at = draft.parties.findLastIndex((party) => party.side <= side) + 1;
  return { ...draft, parties: [...draft.parties.slice(0, at), newParty(side), ...draft.parties.slice(at)] };
}

/** Without one party; when a side becomes empty, the sides above it move down. */
export function withoutParty(draft: Draft, key: string): Draft {
  const left = draft.parties.filter((party) => party.key !== key);
  const sides = [...new Set(left.map((party) => party.side))].sort((a, b) => a - b);
  return { ...draft, parties: left.map((party) => ({ ...party, side: sides.indexOf(party.side) + 1 })) };
}

export type Missing = "names" | "numbers" | "sides" | "facts" | "type" | "place" | "danger" | "elsewhere" | "referral";

/** What must still be filled in, in the order of the page. */
export function missingIn(draft: Draft): Missing[] {
  const missing: Missing[] = [];
  if (draft.parties.some((party) => !party.name.trim() || party.links.some((link) => !link.name.trim())))
    missing.push("names");
  if (
    draft.parties.some(
      (party) =>
        !isPhone(party.phone) ||
        !isIdNumber(party) ||
        party.links.some((link) => !isPhone(link.phone)) ||
        (party.particulars && faultOf({ ...noParticulars, ...particularsOf(party.kind, party.particulars) }) !== null),
    )
  )
    missing.push("numbers");
  if (sidesOf(draft).length < 2) missing.push("sides");
  if (!draft.facts.trim()) missing.push("facts");
  if (!draft.type) missing.push("type");
  if (!draft.place.trim()) missing.push("place");
  if (dangerQuestions.some((question) => !draft.asked[question])) missing.push("danger");
  if (elsewhereQuestions.some((question) => !draft.asked[question])) missing.push("elsewhere");
  if (draft.source === "courtEntrusted" && !(draft.referredBy.trim() && draft.referralNumber.trim()))
    missing.push("referral");
  return missing;
}

/** Whether a phone field holds nothing or one phone. */
export const isPhone = (text: string) => text.trim() === "" || canonicalPhone(text) !== null;
/** Whether a party's ID number is empty or a valid one. */
export const isIdNumber = ({ idNumber = "" }: PartyDraft) =>
  idNumber.trim() === "" || canonicalIdNumber(idNumber) !== null;

/** What belongs to the kind: it may have been chosen after they were filled in. */
const particularsOf = (kind: PartyKind, { creditCode, legalRepresentative, ...ofPerson }: Particulars) =>
  kind === "organisation" ? { creditCode, legalRepresentative } : kind === "person" ? ofPerson : {};

export const noParticulars: Particulars = {
  ...{ sex: null, bornYear: null, ethnicity: "", occupation: "" },
  ...{ creditCode: "", legalRepresentative: "" },
};

/** A party as it is stored, without what only the form knows; "" stands for what was not said. */
const partyOf = ({
  key: _,
  takenFrom: __,
  isKindChosen: ____,
  links,
  particulars,
  ...party
}: PartyDraft): RegisterDisputeInput["parties"][number] => ({
  ...party,
  ...(particulars ? particularsOf(party.kind, particulars) : {}),
  links: links.map(({ key: ___, ...link }) => ({ ...link, note: "" })),
});

/** What was answered beside what must be: triage does not ask it again. */
function alsoAnswered({ asked, parties }: Draft): RegisterDisputeInput["also"] {
  const { propertyDamage, hasMinor, isViolation } = asked;
  // A marked minor says it of itself.
  return { propertyDamage, isViolation, ...(parties.some((party) => party.isMinor) ? {} : { hasMinor }) };
}

/**
 * The draft as the act takes it; `title` names the dispute, `riskReason` lists the questions answered with yes. Only for
 * a draft in which nothing is missing; `accept` takes it up at once; the server checks all of it again.
 */
export function inputOf(
  draft: Draft,
  title: string,
  riskReason: string,
  accept?: RegisterDisputeInput["accept"],
): RegisterDisputeInput {
  const {
    source,
    referredBy,
    referralNumber,
    type,
    place,
    pointId,
    startedOn,
    facts,
    requests,
    callIds,
    clueId,
    relapseOf,
  } = draft;
  if (!type) throw new Error("a draft without a type is not complete");
  const risk = proposedRisk(draft.asked);
  const { injury, threat, familyViolence, livelihood, judgedByCourt, inCourt, acceptedElsewhere } = draft.asked;
  if (!injury || !threat || !familyViolence || !livelihood || !judgedByCourt || !inCourt || !acceptedElsewhere)
    throw new Error("a draft with an open question is not complete");
  return {
    source,
    referredBy: isReferral(source) ? referredBy : "",
    referralNumber: isReferral(source) ? referralNumber : "",
    asked: { injury, threat, familyViolence, livelihood, judgedByCourt, inCourt, acceptedElsewhere },
    type,
    place,
    facts,
    requests: requests ?? "",
    parties: draft.parties.map(partyOf),
    callIds,
    risk,
    title: title.slice(0, registerDisputeLimits.title),
    neutralSummary: draft.neutralSummary.trim(),
    riskReason: risk === "green" ? "" : riskReason,
    pointId: pointId || null,
    startedOn: startedOn || null,
    clueId: clueId || null,
    relapseOf: relapseOf || null,
    ...(accept ? { accept: { ...accept, acceptedOn: draft.acceptedOn ?? null } } : { also: alsoAnswered(draft) }),
  };
}
