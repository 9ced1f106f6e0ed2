/** Numbers, money, shares, phones and sides as the system prints them. Pure. */
import type { Locale } from "@/db/vocabulary";

/** 4,000 */
export function formatNumber(value: number): string {
  const [whole = "", decimals] = String(value).split(".");
  return decimals ? `${groupThousands(whole)}.${decimals}` : groupThousands(whole);
}

function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

/**
 * ¥6,800, cents only if any.
 * @param yuan number, or decimal text as PostgreSQL returns numeric, so that no cent is lost
 */
export function formatMoney(yuan: number | string): string {
  const { sign, whole, cents } = readYuan(yuan);
  return `${sign}¥${groupThousands(whole)}${cents === "00" ? "" : `.${cents}`}`;
}

/** 5,400 元, for documents and party pages. */
export function formatYuan(yuan: number | string): string {
  return `${formatMoney(yuan).replace("¥", "")} 元`;
}

/** Splits an amount into whole yuan and two digits of cents. Throws on what is not an amount. */
export function readYuan(yuan: number | string): { sign: string; whole: string; cents: string } {
  const text = typeof yuan === "number" ? yuan.toFixed(2) : yuan.trim();
  const match = /^(-?)(\d+)(?:\.(\d{1,2})0*)?$/.exec(text);
  if (!match) throw new RangeError(`not an amount in yuan: ${text}`);
  const whole = (match[2] ?? "0").replace(/^0+(?=\d)/, "");
  return { sign: match[1] ?? "", whole, cents: (match[3] ?? "").padEnd(2, "0") };
}

/** The share in per cent with one decimal, or null under ten cases, where only "7 / 8" may be said. */
export function formatPercent(part: number, whole: number): string | null {
  return whole < 10 ? null : `${((part / whole) * 100).toFixed(1)}%`;
}

/** +2.1 个百分点 | +2.1 points. Both shares must rest on at least ten cases; the caller checks. */
export function formatPoints(difference: number, locale: Locale): string {
  const sign = difference > 0 ? "+" : difference < 0 ? "−" : "±";
  const value = Math.abs(difference).toFixed(1);
  return locale === "en" ? `${sign}${value} points` : `${sign}${value} 个百分点`;
}

/** 139 0578 6624 for a mobile number being typed or read out; masked and other numbers stay as they are. */
export function formatPhone(phone: string): string {
  const digits = phone.replace(/[\s-]/g, "");
  return /^1\d{10}$/.test(digits) ? `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}` : phone;
}

const stems = "甲乙丙丁戊己庚辛壬癸";

/** 甲 乙 丙 … | A B C …, counted from 0. After the ten stems come numbers. */
export function formatSide(index: number, locale: Locale): string {
  if (locale === "en") return index < 26 ? String.fromCharCode(65 + index) : String(index + 1);
  return stems[index] ?? String(index + 1);
}

/** 640 KB · 2.4 MB */
export function formatFileSize(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
