import { canonicalIdNumber, canonicalPhone } from "@/db/encryption/canonical";

/** The most members that one list may bring. */
export const membersMax = 300;
const nameMax = 60;
const addressMax = 120;

/** Why a line cannot be taken in as it stands. */
export type MemberFault = "noName" | "nameTooLong" | "notAPhone" | "twoNames" | "tooMany";

/** One line of a pasted list, read; nothing of it is left out without a fault that says so. */
export interface MemberLine {
  /** As people count, blank lines too. */
  line: number;
  text: string;
  name: string;
  phone: string;
  idNumber: string;
  address: string;
  fault: MemberFault | null;
}

const headWords =
  /^(序号|编号|姓名|名字|电话|手机|手机号|联系电话|联系方式|身份证|身份证号|住址|地址|no\.?|name|phone|mobile|tel|id|address)$/iu;
const numbering = /^\s*\d{1,4}\s*[.、．)）:：]\s*(?=\D)/u;
const isNumber = (text: string) => (text.match(/\d/gu) ?? []).length >= 5;

/**
 * Reads names with phones, one a line or as CSV from a sheet: commas, tabs, semicolons or blanks between them, with or
 * without a head and running numbers; also ID numbers and addresses.
 */
export function readMembers(text: string): MemberLine[] {
  const lines = text.replace(/^\uFEFF/u, "").split(/\r\n|[\n\r\u2028\u2029]/u);
  const read = lines.flatMap((line, index) => (line.trim() === "" || isHead(line) ? [] : [readLine(line, index + 1)]));
  return read.map((one, index) => (index >= membersMax && one.fault === null ? { ...one, fault: "tooMany" } : one));
}

const isHead = (line: string): boolean => {
  const cells = cellsOf(line).filter((cell) => cell !== "");
  return cells.length > 0 && cells.every((cell) => headWords.test(cell.replace(/\s/gu, "")));
};

/** The cells of a line; a comma inside quotes belongs to its cell. */
function cellsOf(line: string): string[] {
  const cells = [...line.matchAll(/"((?:[^"]|"")*)"|[^,，;；\t]+/gu)].map((found) =>
    (found[1]?.replaceAll('""', '"') ?? found[0]).normalize("NFKC").trim(),
  );
  return cells.length > 1 ? cells : splitAtNumber(cells[0] ?? "");
}

/** 张三 139 1111 2222 and 张三13911112222: a name and the number that follows it. */
function splitAtNumber(cell: string): string[] {
  const found = /^(.*?\D)[\s:：]*([+(]?\d[\d\s\-()+转#xX]{4,})$/u.exec(cell);
  return found ? [found[1]?.replace(/[\s:：+(]+$/u, "") ?? "", cell.slice((found[1] ?? "").length).trim()] : [cell];
}

function readLine(text: string, line: number): MemberLine {
  const cells = cellsOf(text.replace(numbering, "")).filter((cell) => cell !== "");
  const isCounted = cells.length > 1 && /^\d{1,4}[.、]?$/u.test(cells[0] ?? "");
  const said = isCounted ? cells.slice(1) : cells;
  const numbers = said.filter(isNumber);
  const idNumber = numbers.find((cell) => canonicalIdNumber(cell) !== null) ?? "";
  const phones = numbers.filter((cell) => cell !== idNumber && canonicalPhone(cell) !== null);
  const words = said.filter((cell) => !numbers.includes(cell));
  const [name = "", ...further] = words;
  // A number that is no phone may stand in an address: 柳湾路 10023 号.
  const others = numbers.filter((cell) => cell !== idNumber && !phones.includes(cell));
  const isAddress = (cell: string) => /[^\d\s\-+()]/u.test(cell);
  const address = [...further, ...others.filter(isAddress)];
  const read = { line, text: text.trim(), name, phone: phones[0] ?? "", idNumber, address: address[0] ?? "" };
  return { ...read, fault: faultOf(read, { others: others.filter((cell) => !isAddress(cell)), phones, address }) };
}

function faultOf(
  { name }: { name: string },
  { others, phones, address }: { others: string[]; phones: string[]; address: string[] },
): MemberFault | null {
  if (name === "") return "noName";
  if (name.length > nameMax || (address[0]?.length ?? 0) > addressMax) return "nameTooLong";
  if (others.length > 0 || phones.length > 1) return "notAPhone";
  return address.length > 1 ? "twoNames" : null;
}
