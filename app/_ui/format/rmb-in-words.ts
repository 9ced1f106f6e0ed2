import { readYuan } from "./format-number";

const digits = "零壹贰叁肆伍陆柒捌玖";
const places = ["", "拾", "佰", "仟"];
const groups = ["", "万", "亿"];

/**
 * An amount as a Chinese document writes it beside the figure: 5400 → 伍仟肆佰元整.
 * @param yuan at least 0, at most twelve digits before the point
 */
export function rmbInWords(yuan: number | string): string {
  const { sign, whole, cents } = readYuan(yuan);
  if (sign || whole.length > 12) throw new RangeError(`cannot be written in words: ${yuan}`);
  const [jiao, fen] = [Number(cents[0]), Number(cents[1])];
  const yuanWords = whole === "0" ? "" : `${wholeInWords(whole)}元`;
  if (!jiao && !fen) return `${yuanWords || "零元"}整`;
  const gap = yuanWords && !jiao ? "零" : "";
  return `${yuanWords}${gap}${jiao ? `${digits[jiao]}角` : ""}${fen ? `${digits[fen]}分` : "整"}`;
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
