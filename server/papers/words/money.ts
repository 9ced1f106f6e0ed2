import { fenInWords } from "../choices";

/** ¥1,000.05: always two decimals where there are any, as the figure stands beside its words. */
export function figure(fen: number): string {
  const yuan = String(Math.floor(fen / 100)).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  const cents = fen % 100;
  return `¥${yuan}${cents ? `.${String(cents).padStart(2, "0")}` : ""}`;
}

/** 人民币壹仟元零伍分（¥1,000.05）: words and figure from one sum, so that they cannot differ. A paper never names nothing. */
export function sumOfMoney(fen: number): string {
  if (fen <= 0) throw new RangeError(`no sum for a paper: ${fen}`);
  return `人民币${fenInWords(fen)}（${figure(fen)}）`;
}
