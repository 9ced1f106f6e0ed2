import { sourceFiles, textOf } from "./source-files.mjs";

const table = "docs/law.md";
const row = /^\| ([^|]+?) \| ([^|]*?) \| (\d+) \| ([^|]+?) \|$/gm;
/** A law by its Chinese name, then numbers: 人民调解法第 17、20 条, 程序规定 182–183, 公通字〔2007〕81号 9. */
const chinese =
  /([\p{Script=Han}〔〕\d]*(?:法|法典|规定|规则|条例|号)) ?(?:第 ?)?(\d{1,4}(?:[、–-]\d{1,4})*)(?: 条)?(?!\d)/gu;
const english = /((?:[A-Z][\w'’-]+ ?(?:of |the |on )*)+), Art\. ?(\d+(?:(?:, | and |–)\d+)*)/g;
/** An article without its law. */
const bare = /[（(]Art\.? ?\d+/g;
/** Words that end like a law and are none, or the law in full. */
const alias = { 人民调解工作若干规定: "若干规定" };

/** Every article cited in a text, a rule, the lifecycle or a comment stands in docs/law.md with what it says. */
export function citations() {
  /** @type {Map<string, Set<number>>} */
  const known = new Map();
  for (const [, law = "", inEnglish = "", article = ""] of textOf(table).matchAll(row))
    for (const name of [law, inEnglish].filter(Boolean)) {
      const articles = known.get(name) ?? new Set();
      known.set(name, articles.add(Number(article)));
    }
  if (known.size < 10) throw new Error(`no laws found in ${table}`);
  /** @type {string[]} */
  const faults = [];
  let count = 0;
  for (const file of sourceFiles(/^(app|server|db|e2e|bin)\/.*\.(ts|tsx|json|sql|mjs)$/)) {
    if (file === "bin/checks/citations.mjs" || file.startsWith("db/migrations/")) continue;
    const text = textOf(file);
    const isWords = file.startsWith("app/_i18n/");
    for (const [cited, name = "", numbers = ""] of text.matchAll(chinese)) {
      const law = lawIn(known, name);
      // A number after another word that ends like a law, such as one of an address, is cited by no “第 … 条”.
      if (!law && !/第 ?\d+(?:、\d+)* ?条/.test(cited)) continue;
      count += 1;
      faults.push(...missing(known, law ?? name, numbers).map((fault) => `${file}: ${fault}`));
    }
    if (!isWords) {
      for (const [cited] of text.matchAll(bare)) faults.push(`${file}: “${cited}” names no law`);
      continue;
    }
    for (const [, name = "", numbers = ""] of text.matchAll(english)) {
      count += 1;
      faults.push(...missing(known, lawIn(known, name) ?? name, numbers).map((fault) => `${file}: ${fault}`));
    }
  }
  if (faults.length) throw new Error([...new Set(faults)].join("\n"));
  return `${count} citations, ${known.size} names of laws`;
}

/** @param {Map<string, Set<number>>} known @param {string} name @returns {string | undefined} the law that ends the words before the number */
function lawIn(known, name) {
  const whole = Object.entries(alias).reduce((text, [full, short]) => text.replace(full, short), name);
  return [...known.keys()].filter((law) => whole.endsWith(law)).sort((a, b) => b.length - a.length)[0];
}

/** @param {Map<string, Set<number>>} known @param {string} law @param {string} numbers @returns {string[]} */
function missing(known, law, numbers) {
  const articles = known.get(law);
  if (!articles) return [`${law} stands not in ${table}`];
  const cited = numbers.split(/、|, | and /).flatMap((part) => {
    const [from = 0, until = from] = part.split(/[–-]/).map(Number);
    return Array.from({ length: until - from + 1 }, (_, i) => from + i);
  });
  return cited.filter((article) => !articles.has(article)).map((article) => `${law} ${article} stands not in ${table}`);
}
