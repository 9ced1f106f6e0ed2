/*
 * Money as papers write it, and limits. Forms show the same words while an amount is typed, so this file imports nothing.
 */

export const wordMime = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Largest Word template of a paper. */
export const templateBytes = 1024 * 1024;

/** Most papers of one press. */
export const papersAtOnce = 40;

const digits = "零壹贰叁肆伍陆柒捌玖";
const places = ["", "拾", "佰", "仟"];
const groups = ["", "万", "亿"];

/**
 * A sum in words: 540000 fen → 伍仟肆佰元整. Whole yuan end in 整, sums with 角 or 分 do not; a 零 bridges empty places.
 * @param fen whole, at least 0, at most twelve digits of yuan
 */
export function fenInWords(fen: number): string {
  if (!Number.isSafeInteger(fen) || fen < 0 || fen >= 1e14) throw new RangeError(`cannot be written in words: ${fen}`);
  const [yuan, jiao, cents] = [Math.floor(fen / 100), Math.floor(fen / 10) % 10, fen % 10];
  const yuanWords = yuan === 0 ? "" : `${wholeInWords(String(yuan))}元`;
  if (!jiao && !cents) return `${yuanWords || "零元"}整`;
  const gap = yuanWords && !jiao ? "零" : "";
  return `${yuanWords}${gap}${jiao ? `${digits[jiao]}角` : ""}${cents ? `${digits[cents]}分` : ""}`;
}

/** Groups of four from the right; one 零 bridges any run of empty places inside the number. */
function wholeInWords(whole: string): string {
  let words = "";
  let gap = false;
  const padded = whole.padStart(Math.ceil(whole.length / 4) * 4, "0");
  const count = padded.length / 4;
  for (let group = 0; group < count; group++) {
    const four = padded.slice(group * 4, group * 4 + 4);
    for (let place = 0; place < 4; place++) {
      const digit = Number(four[place]);
      if (!digit) {
        gap = words !== "";
        continue;
      }
      words += `${gap ? "零" : ""}${digits[digit]}${places[3 - place]}`;
      gap = false;
    }
    if (four !== "0000") words += groups[count - 1 - group];
  }
  return words;
}
