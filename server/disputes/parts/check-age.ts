import { canonicalIdNumber } from "@/db/encryption/canonical";
import { invalid } from "../../kernel/problem";
import { addMonths } from "../../kernel/shanghai";
import type { Rules } from "../../rules/defaults";

/** What is said about a party's age; `bornOn` and the ID number may both be left out. */
interface Aged {
  bornOn: string | null;
  idNumber: string;
  isMinor: boolean;
  lacksCapacity: boolean;
  ownWagesReason: string;
}

/** The birthday in an ID number, or null where there is none. */
function birthdayIn(idNumber: string): string | null {
  const digits = canonicalIdNumber(idNumber)?.slice(6, 14);
  return digits ? `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` : null;
}

/**
 * Refuses a birthday to come (dayInFuture) and an age that does not fit what it decides: birthdayDiffers from the ID number, ageSaysMinor and ageSaysAdult (民法典
 * 17), ownWagesWhole without a birthday or for somebody who is no minor, tooYoungToActAlone below 16 (民法典 18). Gives the
 * birthday to store: what was said, and from the ID number only of a minor, who comes of age by it.
 */
export function checkAge(party: Aged, today: string, rules: Rules): string | null {
  const inNumber = birthdayIn(party.idNumber);
  if (party.bornOn && inNumber && party.bornOn !== inNumber) throw invalid("birthdayDiffers");
  const bornOn = party.bornOn ?? inNumber;
  if (bornOn && bornOn > today) throw invalid("dayInFuture");
  const isUnder = (age: number) => bornOn !== null && addMonths(bornOn, age * 12) > today;
  if (bornOn) {
    const isMinor = isUnder(rules["age.ofMajority"]);
    if (isMinor && !party.isMinor) throw invalid("ageSaysMinor");
    if (!isMinor && party.isMinor) throw invalid("ageSaysAdult");
  }
  if (party.ownWagesReason === "") return party.isMinor ? bornOn : party.bornOn;
  if (!bornOn || !party.isMinor || party.lacksCapacity) throw invalid("ownWagesWhole");
  if (isUnder(rules["age.ownWages"])) throw invalid("tooYoungToActAlone");
  return bornOn;
}
