import type { Source } from "@/db/vocabulary";

/** By what a court may be asked (民事诉讼法 205): it invited the mediation; a party lives there, the matter lies there, or the committee sits there. */
export type CourtGround = "inviting" | "domicile" | "subject" | "committee";

/** A court that may confirm the agreement, and why; what the record does not tell is empty. */
export interface PossibleCourt {
  ground: CourtGround;
  /** Whose home it is, or whose seat. */
  of: string[];
  /** The county, district or city that decides, or what the record says instead. */
  place: string;
  /** The basic court of that place, or one that the record names. */
  court: string;
}

export interface CourtFacts {
  source: Source;
  referredBy: string;
  /** Where the matter lies. */
  place: string;
  county: string;
  committee: string;
  parties: { name: string; address: string }[];
}

/** A court that invited or entrusted the mediation confirms it itself; otherwise the parties choose among the others. */
export function possibleCourts(facts: CourtFacts): PossibleCourt[] {
  const { source, referredBy, committee, county, parties } = facts;
  if (source === "courtReferral" || source === "courtEntrusted")
    return [{ ground: "inviting", of: [], place: referredBy, court: referredBy }];
  const homes = new Map<string, PossibleCourt>();
  for (const { name, address } of parties) {
    const area = areaOf(address) ?? "";
    const home = homes.get(area) ?? { ground: "domicile", of: [], place: area, court: courtOf(area) };
    home.of.push(name);
    homes.set(area, home);
  }
  const subject = areaOf(facts.place);
  const seat = areaOf(county) ?? county;
  return [
    ...homes.values(),
    { ground: "subject", of: [], place: subject ?? facts.place, court: courtOf(subject ?? "") },
    { ground: "committee", of: [committee], place: seat, court: courtOf(seat) },
  ];
}

/** Basic courts are called after their county, district or city; nothing is guessed where that is not known. */
const courtOf = (area: string): string => (area === "" ? "" : `${area}人民法院`);

const province = /^(?:[^省区]{2,3}省|[^区]{2,7}自治区|(?:北京|上海|天津|重庆)市?(?=[^市]{1,14}[区县]))/;
const prefecture =
  /^[^县区市盟旗路街镇乡村]{2,8}?(?:市|自治州|州|地区|盟)(?=[^县区市旗路街镇乡村]{1,8}(?:县|区|市|旗))/;
const county = /^[^县区市旗路街镇乡村号]{1,9}(?:自治县|林区|特区|县(?!城[^关]|城$)|区|市|自治旗|旗)/;
/** They end like a district or a city and are none. */
const isNone =
  /(?:小|社|园|厂|校|街|景|库|灾|山|开发|工业|保税|高新|示范|新城|生活|住宅)区$|(?:超|菜|集|夜|股|门|城)市$/;

/** The county, district or city of an address; null where it does not say one. */
export function areaOf(address: string): string | null {
  const plain = address.replaceAll(/\s/g, "").replace(/^中国/, "");
  const inProvince = plain.replace(province, "");
  const below = inProvince.replace(prefecture, "");
  return [below, inProvince].map((text) => county.exec(text)?.[0]).find((area) => area && !isNone.test(area)) ?? null;
}
