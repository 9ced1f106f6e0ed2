import { readYuan } from "./format-number";

/** Yuan as plain decimal text for `formatMoney` and money fields: 540050 → "5400.50", 540000 → "5400". */
export function yuanOfFen(fen: number): string {
  const cents = fen % 100;
  return cents === 0 ? String(fen / 100) : `${Math.floor(fen / 100)}.${String(cents).padStart(2, "0")}`;
}

/** Fen of a typed amount in yuan, or null while it is not a valid amount. Never through floating point. */
export function fenOfYuan(text: string): number | null {
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(text.trim())) return null;
  const { whole, cents } = readYuan(text);
  return Number(whole) * 100 + Number(cents);
}
