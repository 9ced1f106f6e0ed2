const digits: Record<string, string> = {
  零: "0",
  〇: "0",
  一: "1",
  二: "2",
  两: "2",
  三: "3",
  四: "4",
  五: "5",
  六: "6",
  七: "7",
  八: "8",
  九: "9",
};

/** 十二 → 12, 三 → 3, 二十 → 20; numerals above 99 are not used for buildings. */
function arabic(numeral: string): string {
  const [tens, ones] = numeral.includes("十") ? numeral.split("十") : ["", numeral];
  if (!numeral.includes("十")) return [...numeral].map((character) => digits[character] ?? character).join("");
  return `${tens ? digits[tens] : "1"}${ones ? digits[ones] : "0"}`;
}

const building = /^(.*?\d+)(?:号楼|栋|幢|座|#楼|#)/;
/** 3-2-301: building, unit, room. Two numbers alone may be a range of houses and stay. */
const dashed = /^(.*?\D)(\d+)-\d+-\d+/;
const doorNumber = /^(.*?\d+号)院?(?:[\d东西南北一二三四五六七八九十].*)?$/;

/**
 * The place as compared between calls: full width and half width, blanks, punctuation and the many
 * words for a building count as one, and what follows the building (unit, floor, room) is dropped, so that
 * 江畔花园 3号楼2单元301 and 江畔花园三栋 401 are one place. Not for showing.
 */
export function normalisePlace(place: string): string {
  const plain = place
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[零〇一二两三四五六七八九十]+(?=号楼|栋|幢|座|号|单元)/g, arabic)
    .replace(/[\s,.;:'"()[\]，。；：、（）“”‘’·~～_]/g, "")
    .replace(/[–—−﹣]/g, "-");
  const inBuilding = building.exec(plain) ?? dashed.exec(plain);
  if (inBuilding) return `${inBuilding[1]}${inBuilding[2] ?? ""}号楼`;
  const atDoor = doorNumber.exec(plain);
  if (atDoor?.[1]) return atDoor[1];
  return plain.replace(/\d+单元.*$/, "").replace(/\d{2,4}(?:室|房)$/, "") || plain;
}
