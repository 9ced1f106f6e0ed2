// First characters, in pinyin order, of the syllables that begin with each letter; i, u and v begin none.
const firsts = "阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀";
const letters = "abcdefghjklmnopqrstwxyz";
const collator = new Intl.Collator("zh-Hans-CN-u-co-pinyin");

/**
 * First letters as typed without an input method: 张晓雯 → "zxw", "Aydin Karimov" → "ak".
 * A character with several readings takes the commonest; for another reading, the character itself has to be typed.
 */
export function initialsOf(words: string): string {
  return [...words.matchAll(/\p{Script=Han}|[\p{L}\p{N}]+/gu)].map(([word]) => initial(word)).join("");
}

function initial(word: string): string {
  if (!/^\p{Script=Han}$/u.test(word)) return (word[0] ?? "").toLowerCase();
  let found = "";
  for (const [index, first] of [...firsts].entries()) {
    if (collator.compare(word, first) < 0) break;
    found = letters[index] ?? "";
  }
  return found;
}
