import { sourceFiles, textOf } from "./source-files.mjs";

const source = "server/testing/chance.ts";
/** Names what is unique and decides nothing: phone numbers of the journeys, names of test databases. */
const identity = new Set(["e2e/unique.ts", "server/testing/worker-database.ts"]);
const draws = /\bMath\.random\b|\brandomInt\(|Date\.now\(\) %/;
const property = /\bfc\.(?:assert|check|sample)\(/g;
const seeded = /\{[^{}]*\bseed\b[^{}]*\}/g;

/**
 * What tests draw by chance comes from one seed (server/testing/chance.ts). UUIDs, keys and tokens may be drawn anywhere:
 * they only name a row or a request.
 */
export function chance() {
  const files = sourceFiles(/\.(test|spec)\.ts$|^server\/testing\/.*\.ts$|^e2e\/.*\.ts$/).filter(
    (file) => file !== source && !identity.has(file),
  );
  const faults = files.flatMap((file) => {
    const text = textOf(file);
    const found = text.split("\n").flatMap((line, i) => (draws.test(line) ? [`${file}:${i + 1}`] : []));
    const unseeded = (text.match(property)?.length ?? 0) > (text.match(seeded)?.length ?? 0);
    return unseeded ? [...found, `${file}: a property without a seed`] : found;
  });
  if (faults.length) throw new Error(`${faults.join("\n")}\nDraw it from server/testing/chance.ts.`);
  return `${files.length} files`;
}
