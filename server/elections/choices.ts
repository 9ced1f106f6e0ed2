import { canonicalIdNumber, canonicalPhone } from "@/db/encryption/canonical";
import {
  type Column,
  columnOf,
  isAside,
  isNumbered,
  labelled,
  looksLikeAddress,
  looksLikeName,
  piecesOf,
  rawCells,
  withoutNumbering,
} from "./parts/member-cells";

/** The most members that one list may bring. */
export const membersMax = 300;
const nameMax = 60;
const addressMax = 120;

/** Why a line cannot be taken in as it stands. */
export type MemberFault = "noName" | "nameTooLong" | "notAPhone" | "twoNames" | "tooMany";

/** One person of a pasted list, as read; what is not taken over stands in `unread` or has a fault that says so. */
export interface MemberLine {
  /** As people count, blank lines too; several people may stand on one. */
  line: number;
  text: string;
  name: string;
  phone: string;
  idNumber: string;
  address: string;
  /** What of the line is not taken over: an age, the number of a building alone, a column nobody asked for. */
  unread: string[];
  /** A head or a title: nobody is added by it. */
  isTitle: boolean;
  fault: MemberFault | null;
}

/**
 * Reads names with phones, ID numbers and addresses as people paste them: out of a sheet (tabs, commas, with or without a
 * head, in any column), out of a chat (running numbers, full-width signs, several on a line, the phone on the next line).
 */
export function readMembers(text: string): MemberLine[] {
  const lines = text.replace(/^\uFEFF/u, "").split(/\r\n|[\n\r\u2028\u2029]/u);
  const isChain = lines.some((line) => /^\s*#接龙/u.test(line));
  let columns: readonly (Column | null)[] | null = null;
  let hasBegun = false;
  const read: MemberLine[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const head = columnsOf(line);
    columns = head ?? columns;
    if (isChain && isNumbered(line)) hasBegun = true;
    if (head || (isChain && !hasBegun)) {
      read.push({ ...blank(line, index + 1), isTitle: true });
      continue;
    }
    for (const one of peopleOf(line)) {
      const next = (columns && underHead(one, columns, index + 1)) ?? guessed(one, index + 1);
      if (!joined(read.at(-1), next)) read.push(next);
    }
  }
  let count = 0;
  return read.map((one) => {
    count += one.isTitle ? 0 : 1;
    return count > membersMax && !one.isTitle && one.fault === null ? { ...one, fault: "tooMany" as const } : one;
  });
}

/** Those of a list who are added. */
export const membersIn = (lines: readonly MemberLine[]): MemberLine[] => lines.filter(({ isTitle }) => !isTitle);

const blank = (text: string, line: number): MemberLine => ({
  ...{ line, text: text.trim(), name: "", phone: "", idNumber: "", address: "" },
  ...{ unread: [], isTitle: false, fault: null },
});

/** The columns that a head names; null for a line that is none. */
function columnsOf(line: string): (Column | null)[] | null {
  const cells = rawCells(line);
  const all = cells.length > 1 ? cells : (cells[0] ?? "").split(/\s+/u);
  const known = all.map((cell) => (cell === "" ? null : columnOf(cell)));
  const count = known.filter(Boolean).length;
  const isHead =
    count > 0 && (count === all.filter((cell) => cell !== "").length || (count > 1 && known.includes("name")));
  if (!isHead || /\d{5}/u.test(line)) return null;
  return cells.length > 1 ? known : [];
}

/** Several people on one line: with a semicolon or a number of a list before each, or names alone in a row. */
function peopleOf(line: string): string[] {
  const names = withoutNumbering(line.normalize("NFKC").trim())
    .split(/[、,;\s]+/u)
    .filter(Boolean);
  if (
    names.length > 1 &&
    !line.includes("\t") &&
    names.every((name) => /^\p{Script=Han}{2,3}$/u.test(name) && !isAside(name))
  )
    return names;
  const parts = line.split(/[;；]/u).filter((part) => part.trim() !== "");
  const hasPhone = (part: string) => /\d{7}/u.test(part.replace(/[\s-]/gu, ""));
  const hasName = (part: string) => /\p{L}/u.test(withoutNumbering(part));
  if (parts.length > 1 && parts.every(hasName) && (parts.filter(hasPhone).length > 1 || parts.every(isNumbered)))
    return parts;
  const counted = line
    .split(/(?<=[\d,，\s])\s*(?=[（(]?\d{1,3}[、.．)）]\s*\p{Script=Han})/u)
    .filter((part) => part.trim() !== "");
  return counted.length > 1 && counted.every((part) => isNumbered(part)) ? counted : [line];
}

/** A line read by the head above it; null where it does not fit, which is then read by what its cells look like. */
function underHead(text: string, columns: readonly (Column | null)[], line: number): MemberLine | null {
  const cells = rawCells(text);
  if (cells.length < 2 || cells.length > columns.length) return null;
  const of = (column: Column) =>
    cells
      .filter((_, place) => columns[place] === column)
      .join(" ")
      .trim();
  const [name, phone, idNumber, address] = [of("name"), of("phone"), of("idNumber"), of("address")];
  const fits = (phone === "" || canonicalPhone(phone)) && (idNumber === "" || canonicalIdNumber(idNumber));
  const known: readonly (Column | null)[] = ["name", "phone", "idNumber", "address", "number"];
  const unread = cells.filter((cell, place) => cell !== "" && !known.includes(columns[place] ?? null));
  if (name === "" || !fits || unread.some((cell) => canonicalPhone(cell) && cell.length > 6)) return null;
  const read = { ...blank(text, line), name, phone, idNumber, address, unread };
  return { ...read, fault: tooLong(read) };
}

/** A line read by what its cells look like. */
function guessed(text: string, line: number): MemberLine {
  const read = blank(text, line);
  const raw = rawCells(text).map((cell, place) => (place === 0 ? withoutNumbering(cell) : cell));
  const isAlone = raw.filter((cell) => cell !== "").length < 2;
  const pieces = raw.flatMap((cell) => (labelled(cell) ? [cell] : piecesOf(cell, isAlone)));
  const names: string[] = [];
  const wrong: string[] = [];
  // 1,张三,139: the number of the line is nobody's.
  const said = pieces.length > 1 && /^\d{1,4}[.、)]?$/u.test(pieces[0] ?? "") ? pieces.slice(1) : pieces;
  for (const piece of said) {
    const { column, value } = labelled(piece) ?? { column: null, value: piece };
    if (column === "name") names.unshift(value);
    else if (column === "address") read.address = read.address ? `${read.address} ${value}` : value;
    else if (column === "number" || column === "other") read.unread.push(piece);
    else if (canonicalIdNumber(value) !== null && read.idNumber === "") read.idNumber = value;
    else if (canonicalPhone(value) !== null && read.phone === "") read.phone = value;
    else if (isAside(value)) read.unread.push(value);
    else if ((value.match(/\d/gu) ?? []).length >= 5 && !/\p{L}{2}/u.test(value)) wrong.push(value);
    else if (looksLikeAddress(value)) read.address = read.address ? `${read.address} ${value}` : value;
    else names.push(value);
  }
  // An organisation may be called like a place.
  if (names.length === 0 && read.address !== "") [read.name, read.address] = [read.address, ""];
  else read.name = names[0] ?? "";
  const further = names.slice(1);
  const isTwo = further.some(looksLikeName);
  if (!isTwo) read.unread.push(...further);
  const fault = read.name === "" ? "noName" : wrong.length > 0 ? "notAPhone" : isTwo ? "twoNames" : tooLong(read);
  return { ...read, fault };
}

const tooLong = ({ name, address }: MemberLine): MemberFault | null =>
  name.length > nameMax || address.length > addressMax ? "nameTooLong" : null;

/** A number alone on a line belongs to the name above it, where that has none of its kind. */
function joined(above: MemberLine | undefined, next: MemberLine): boolean {
  const hasNumber = next.phone !== "" || next.idNumber !== "";
  if (!above || above.isTitle || above.name === "" || next.name !== "" || next.address !== "" || !hasNumber)
    return false;
  if ((next.phone !== "" && above.phone !== "") || (next.idNumber !== "" && above.idNumber !== "")) return false;
  if (next.fault !== "noName" || next.line === above.line) return false;
  above.phone ||= next.phone;
  above.idNumber ||= next.idNumber;
  above.unread.push(...next.unread);
  above.text = `${above.text} ${next.text}`;
  return true;
}
