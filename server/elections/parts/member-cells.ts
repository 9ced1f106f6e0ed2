import { canonicalIdNumber, canonicalPhone } from "@/db/encryption/canonical";

/** What a column or a label of a list says; `other` names something that is not taken over, such as sex or age. */
export type Column = "number" | "name" | "phone" | "idNumber" | "address" | "other";

const heads: readonly [Column, RegExp][] = [
  ["number", /^(?:序号|编号|序|no\.?|#)$/iu],
  ["name", /^(?:成员|户主|代表人?|业主)?(?:姓名|名字|名单)$|^(?:full ?)?name$/iu],
  [
    "phone",
    /^(?:联系|手机|移动|固定)?(?:电话|手机|方式|号码|手机号|电话号)(?:号?码)?$|^(?:phone|mobile|tel)(?:ephone)?\.?$/iu,
  ],
  ["idNumber", /^(?:居民|公民)?(?:身份证|身份|证件)(?:件?号码?)?$|^id(?: ?(?:number|card|no\.?))?$/iu],
  ["address", /^(?:家庭|现|户籍|联系)?(?:住址|地址|住所|住处|所在地)$|^address$/iu],
  ["other", /^(?:性别|年龄|民族|备注|签名|签字|金额|职业|出生(?:日期|年月)?|与户主关系|关系|工种|sex|age|notes?)$/iu],
];

/** Which column a head names; null for what is no head. */
export const columnOf = (cell: string): Column | null =>
  heads.find(([, words]) => words.test(cell.replace(/\s/gu, "")))?.[0] ?? null;

/** Blank cells keep their place, so that a line can be laid under its head; a comma inside quotes belongs to its cell. */
export const rawCells = (line: string): string[] =>
  [...line.matchAll(/(?:^|[,，;；\t|])\s*(?:"((?:[^"]|"")*)"|([^,，;；\t|]*))/gu)].map((found) =>
    (found[1]?.replaceAll('""', '"') ?? found[2] ?? "").normalize("NFKC").trim(),
  );

/** 1. 1、 1） （1） 【1】 ① 第1户 No.1 and a number before a name; not 3号楼 or 2组, which begin an address. */
const numbering =
  /^\s*(?:[([【〔<]\s*\d{1,4}\s*[)\]】〕>]|第\s*\d{1,4}\s*[户号名位]|no\.?\s*\d{1,4}|\d{1,4}\s*[.、)::-](?=\s*(?:\D|$))|\d{1,3}(?=\s*\p{Script=Han})(?!\s*[组号栋幢单层楼室村社队街弄巷户年月日岁周区期座]))\s*[.、:]?\s*/iu;
export const withoutNumbering = (cell: string): string => cell.replace(numbering, "");
/** Whether a line begins with a number of a list. */
export const isNumbered = (line: string): boolean => numbering.test(line.normalize("NFKC"));

const numbers =
  /(?<![\dA-Za-z])(?:\d{17}[\dXx]|(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?:\s?(?:转|x|#)\s?\d{1,6})?|\(?0\d{2,3}\)?[\s-]?\d{7,8}(?:\s?(?:转|x|#)\s?\d{1,6})?)(?!\d)/gu;
const isNumber = (cell: string) => canonicalIdNumber(cell) !== null || canonicalPhone(cell) !== null;

/** The numbers and words of a cell: 张三 139 1111 2222 and 张三13911112222 are two. `isAlone`: blanks part its words too. */
export function piecesOf(cell: string, isAlone: boolean): string[] {
  if (cell === "" || isNumber(cell)) return cell === "" ? [] : [cell];
  const found = [...cell.matchAll(numbers)].map(([number]) => number.trim());
  const rest = cell.replace(numbers, "\t").split("\t");
  const words = rest.flatMap((part) => (isAlone && /\p{Script=Han}/u.test(part) ? part.split(/\s+/u) : [part]));
  return [...words.map((word) => word.replace(/^[\s::+(]+|[\s::+(]+$/gu, "")).filter((word) => word !== ""), ...found];
}

const label = /^([^\s:\d]{1,8})\s*:\s*(.+)$/u;
/** 姓名:张三 says which column it is. */
export function labelled(cell: string): { column: Column; value: string } | null {
  const [, words = "", value = ""] = label.exec(cell) ?? [];
  const column = words === "" ? null : columnOf(words);
  return column ? { column, value: value.trim() } : null;
}

/** Sex, age, ethnic group, a dash: words of other columns, and numbers too short for a phone. */
export const isAside = (cell: string): boolean =>
  /^(?:\d{1,4}|\d{1,3}\s*周?岁|[男女]|.{1,4}族|汉|户主|本人|[无/—–\-*]+)$/u.test(cell);
export const looksLikeAddress = (cell: string): boolean =>
  /[省市县区镇乡村路街巷弄号栋幢单元室组屯社队湾]/u.test(cell) && (/\d/u.test(cell) || cell.length > 4);
/** Two to four Chinese signs, or with a dot between: what a second name on a line looks like. */
export const looksLikeName = (cell: string): boolean =>
  /^\p{Script=Han}{2,4}$|^\p{Script=Han}+·\p{Script=Han}+/u.test(cell);
