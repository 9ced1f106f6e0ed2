import { sourceFiles, textOf } from "./source-files.mjs";

const table = "server/rules/defaults.ts";
const documents = ["docs/rules.md", "docs/lifecycle.md"];

/** Every rule is read by code of the product, and every legal basis is listed in a generated document. */
export function rulesRead() {
  const product = sourceFiles(/^server\/(?!testing\/|demo\/).*(?<!\.test)\.ts$/).filter((file) => file !== table);
  const code = product.map(textOf).join("\n");
  const rules = [...textOf(table).matchAll(/^ {2}"([^"]+)": \{[^}]*\bsource: "([^"]+)"/gm)];
  const laws = [...code.matchAll(/\blaw: "([^"]+)"/g)];
  // A table written in another form would otherwise pass as an empty one.
  if (rules.length === 0 || laws.length === 0) throw new Error(`no rules found in ${table}, or no law in server`);
  const shown = documents.map(textOf).join("\n");
  const faults = [
    ...rules.filter(([, key]) => !code.includes(`"${key}"`)).map(([, key]) => `${key} is a rule that no code reads`),
    ...[...rules.map(([, , source]) => source), ...laws.map(([, law]) => law)]
      .filter((basis) => !shown.includes(`| ${basis} |`))
      .map((basis) => `the legal basis “${basis}” stands in none of ${documents.join(", ")}`),
  ];
  if (faults.length) throw new Error([...new Set(faults)].join("\n"));
  return `${rules.length} rules, ${laws.length} transitions with a legal basis`;
}
