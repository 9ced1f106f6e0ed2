/** One person for every relation to a dispute, and several without any. */
export const people = {
  "lead mediator": "mediator",
  "mediator of the same committee": "mediator2",
  "head of the committee": "committee",
  "officer of the station": "officer",
  "head of the station": "head",
  "helper at the table": "judge",
  "helper asked, not answered": "lawyer",
  "helper who declined": "cadre",
  "helper never asked": "property",
  "grid member": "grid",
  "mediator of another station": "mediator3",
  "head of another station": "head2",
  county: "county",
  administrator: "admin",
} as const;
export type Person = keyof typeof people;
export const everyone = Object.keys(people) as Person[];

const leadOnly: readonly Person[] = ["lead mediator"];
const committee: readonly Person[] = [...leadOnly, "mediator of the same committee", "head of the committee"];
const table: readonly Person[] = [...committee, "helper at the table"];
const inside: readonly Person[] = [...table, "head of the station"];
const station: readonly Person[] = [...leadOnly, "officer of the station", "head of the station"];

/**
 * Who may read a thing in the answer to a question. Confidential things are in no answer: each is read only by opening
 * it.
 */
export function mayRead(probe: string): readonly Person[] {
  if (/in lane (side|mediator|sealed)$/.test(probe) || /^(phone|ID number) of/.test(probe)) return [];
  if (/^(name of a minor|name of a guardian|address|employer)/.test(probe)) return committee;
  if (probe === "reason why another should lead") return [...committee, "head of the station"];
  if (probe === "reason of a party's leaving") return committee;
  if (probe === "paper of an election") return inside;
  // What ties whoever interprets is said at the table: all sides agreed to it.
  if (/ of an interpreter$/.test(probe)) return inside;
  if (probe === "name of a caller") return ["officer of the station"];
  if (probe.endsWith("in lane open")) return inside;
  if (probe.endsWith("in lane joint") || probe === "facts nobody disputes") return table;
  if (probe === "danger that had to be told") return station;
  if (probe === "link of the video session") return [...committee, "helper at the table"];
  if (probe === "what a party said when told of a session") return committee;
  if (probe === "tie of a helper" || probe === "waiver of a tie") return [...committee, "helper never asked"];
  return leadOnly;
}
/** To whom row-level security shows the row itself, including those who may open a covered one. */
export function rowsOf(probe: string): readonly Person[] {
  if (probe === "opinion in lane mediator") return [...leadOnly, "helper at the table"];
  if (probe.endsWith("in lane sealed")) return ["head of the station"];
  if (/in lane (side|mediator)$/.test(probe)) return leadOnly;
  if (probe === "link of the video session") return [...leadOnly, "helper at the table"];
  if (/^(name|tie) of an interpreter$/.test(probe)) return [...inside, "officer of the station"];
  return mayRead(probe);
}
/** Who may find a dispute by a word: a phone or an ID number is what those who work on it search by. */
export const mayFindBy = (probe: string): readonly Person[] =>
  /^(phone|ID number) of a (minor|party)$/.test(probe) ? committee : [];
/** Who may notice that a private thing exists at all. */
export function mayNotice(probe: string): readonly Person[] {
  if (/in lane sealed$/.test(probe)) return [...leadOnly, "head of the station"];
  if (probe === "opinion in lane mediator") return [...leadOnly, "helper at the table"];
  if (/in lane (side|mediator)$/.test(probe)) return leadOnly;
  return mayRead(probe);
}
