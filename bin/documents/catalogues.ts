import path from "node:path";
import { sourceFiles } from "../checks/source-files.mjs";

const folder = "app/_i18n/messages";
const head = `// Written by \`npm run docs\`: all texts of the product, one JSON file per namespace and language in ./messages. Chinese is the
// type source: \`useTranslations("<name>")\` knows its keys, and a key missing in English fails the type check.
`;

/** Imports each file of texts in both languages and gives them by their names. */
export function cataloguesSource(): string {
  const names = namesIn("zh-CN");
  if (names.join() !== namesIn("en").join()) throw new Error(`${folder}: both languages need the same files`);
  const imports = (prefix: string, locale: string) =>
    names.map((name) => `import ${prefix}${capital(name)} from "./messages/${locale}/${name}.json";\n`).join("");
  const entries = (prefix: string) => names.map((name) => `  ${name}: ${prefix}${capital(name)},\n`).join("");
  return `${head}import type { Locale } from "@/db/vocabulary";
${imports("en", "en")}${imports("zh", "zh-CN")}
const zh = {
${entries("zh")}};

const en: typeof zh = {
${entries("en")}};

export type Messages = typeof zh;

export const catalogues: Record<Locale, Messages> = { "zh-CN": zh, en };
`;
}

const namesIn = (locale: string) =>
  sourceFiles(/\.json$/, `${folder}/${locale}`)
    .map((file) => path.basename(file, ".json"))
    .sort();
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
