import type { PartyFacts } from "../facts/matter";
import type { Field, Lack, Person } from "../model";
import { byHand, field } from "./blocks";
import { ageOn } from "./days";
import { linkWords, sexWords } from "./labels";

/** A person block, and what of it the record does not hold yet. */
export interface PersonBlock {
  block: Person;
  lacks: Lack[];
}
interface Asked {
  /** How the paper calls them: 申请人, 甲方 … */
  role: string;
  party: PartyFacts;
  /** The day of the paper, on which their age is told. */
  day: string;
  /** Whether this paper names an ID number or a code of the organisation. A minor's is printed nowhere. */
  withId?: boolean;
}

/**
 * One party with what identifies it, in the order of the official forms. What the record does not hold is left to write in
 * and named among what is missing; what does not apply prints "／".
 */
export function personBlock({ role, party, day, withId = false }: Asked): PersonBlock {
  const lacks: Lack[] = [];
  const told = (label: string, value: string, code: string): Field => {
    if (value) return field(label, value);
    lacks.push({ code, of: party.name });
    return field(label, byHand);
  };
  if (party.kind === "unidentified") lacks.push({ code: "trueName", of: party.name });
  const pairs = party.kind === "organisation" ? ofBody(party, withId, told) : ofPerson(party, day, withId, told);
  const besides = party.links.filter((link) => link.endedOn === null && link.kind !== "helper");
  if (party.needsGuardian && !besides.some(({ kind }) => kind === "guardian"))
    lacks.push({ code: "guardian", of: party.name });
  const links = besides.map((link) => {
    const words = [link.name, link.note, link.phone].filter(Boolean).join("，");
    return field(linkWords[link.kind], words);
  });
  return { block: { kind: "person", role, pairs: [...pairs, ...links] }, lacks };
}

type Told = (label: string, value: string, code: string) => Field;

function ofPerson(party: PartyFacts, day: string, withId: boolean, told: Told): Field[] {
  const age = ageOn(party.born, day);
  const born = age === null ? (party.born ? `${party.born.slice(0, 4)}年出生` : "") : `${age}周岁`;
  const where = [party.employer, party.address].filter(Boolean).join("，");
  return [
    field("姓名", party.name),
    told("性别", party.sex ? sexWords[party.sex] : "", "sex"),
    told("民族", party.ethnicity, "ethnicity"),
    told("年龄", born, "born"),
    ...(party.isMinor && !party.occupation
      ? [field("职业或职务", null)]
      : [told("职业或职务", party.occupation, "occupation")]),
    told("联系方式", party.phone || guardianPhone(party), "phone"),
    ...(withId ? [party.isMinor ? field("公民身份号码", null) : told("公民身份号码", party.idNumber, "idNumber")] : []),
    told("单位或住址", where, "address"),
  ];
}

/** A child is reached through its guardian. */
export const guardianPhone = ({ links }: PartyFacts): string =>
  links.find(({ kind, endedOn, phone }) => kind === "guardian" && endedOn === null && phone)?.phone ?? "";

const ofBody = (party: PartyFacts, withId: boolean, told: Told): Field[] => [
  field("名称", party.name),
  ...(withId ? [told("统一社会信用代码", party.creditCode, "creditCode")] : []),
  told("法定代表人", party.legalRepresentative, "legalRepresentative"),
  told("联系方式", party.phone, "phone"),
  told("住所", party.address, "address"),
];

/** Everybody a paper names, for the choice of a face that has all their characters. */
export const namesIn = (parties: readonly PartyFacts[], ...others: (string | null | undefined)[]): string[] =>
  [
    ...new Set([
      ...parties.flatMap((party) => [party.name, party.legalRepresentative, ...party.links.map(({ name }) => name)]),
      ...others.map((name) => name ?? ""),
    ]),
  ].filter(Boolean);
