import { sourceFiles, textOf } from "./source-files.mjs";

/** Set by our own programs for each other, or only for tests and generated counties: nobody sets them to run the system. */
const ours = new Set([
  "CHANCE_SEED",
  "DATABASE_IS_EMBEDDED",
  "DATABASE_PEOPLE_URL",
  "DATABASE_POOLER",
  "DATABASE_QUEUE_URL",
  "DATABASE_SYSTEM_URL",
  "KUBERNETES_SERVICE_HOST",
  "NEXT_DIST_DIR",
  "PATH",
  "REFUSE_DEMO",
  "SUPERVISOR_PID",
  "ZHONGTIAO_CONTACT_KEYS",
  "ZHONGTIAO_DANGERS",
  "ZHONGTIAO_POSTGRES",
  "ZHONGTIAO_PROCESS",
  "ZHONGTIAO_STAMPED",
]);
const readmes = ["", ".zh-CN"].map((language) => `README${language}.md`);
const manuals = ["docs/operations.md", "docs/scale.md", "docs/tampering.md"];
const forTests = /(\.test\.|\/testing\/|\/scale\/|^e2e\/|^bench\/)/;

/** Every setting that the product reads stands in the table of both READMEs, or in a manual they lead to. */
export function settingsListed() {
  const product = sourceFiles(/^(app|server|db|bin)\/.*\.(ts|tsx|mjs)$/).filter((file) => !forTests.test(file));
  const read = new Set(
    product.flatMap((file) =>
      [...textOf(file).matchAll(/\benv\.([A-Z][A-Z0-9_]{2,})\b/g)].map(([, name]) => name ?? ""),
    ),
  );
  // Those of Node itself are its own manual's.
  const named = [...read].filter((name) => !ours.has(name) && !name.startsWith("NODE_"));
  if (named.length < 10) throw new Error("hardly any setting was found: the form in which they are read has changed");
  const says = (/** @type {string} */ file, /** @type {string} */ name) =>
    new RegExp(`\\b${name}\\b`).test(textOf(file));
  const missing = named.filter(
    (name) => !readmes.every((file) => says(file, name)) && !manuals.some((file) => says(file, name)),
  );
  if (missing.length)
    throw new Error(missing.map((name) => `${name} is read and stands in no table of settings`).join("\n"));
  return `${named.length} settings`;
}
