// npm run docs: writes the generated documents. With --check it writes nothing and exits 1 when one is out of date.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { moduleOf, readImports } from "./checks/imports.mjs";
import { accessMatrix } from "./documents/access-matrix";
import { cataloguesSource } from "./documents/catalogues";
import { daysOffSource } from "./documents/days-off";
import { erDocument } from "./documents/er";
import { lifecycleDocument } from "./documents/lifecycle";
import { modulesDocument } from "./documents/modules.mjs";
import { rulesDocument } from "./documents/rules";
import { statusMovesSource } from "./documents/status-moves";
import { tamperingDocument } from "./documents/tampering";
import { textLimitsSources } from "./documents/text-limits";
import { vocabularyDocument } from "./documents/vocabulary";

const folder = path.resolve(import.meta.dirname, "../docs");
const isCheck = process.argv.includes("--check");
const documents: Record<string, string> = {
  "access-matrix.txt": await accessMatrix(),
  "er.md": await erDocument(),
  "lifecycle.md": lifecycleDocument(),
  "rules.md": rulesDocument(),
  "tampering.md": tamperingDocument(),
  "../app/_i18n/catalogues.ts": cataloguesSource(),
  ...Object.fromEntries(Object.entries(await textLimitsSources()).map(([file, text]) => [`../${file}`, text])),
  "../db/sql/functions/days-off.sql": daysOffSource(),
  "../db/sql/functions/lifecycle.sql": statusMovesSource(),
  "vocabulary.md": vocabularyDocument(),
};
// The check of imports compares this one: it has read them.
if (!isCheck) documents["modules.md"] = modulesDocument((await readImports(["server"])).imports, moduleOf);

const current = (file: string) => {
  try {
    return readFileSync(path.join(folder, file), "utf8");
  } catch {
    return "";
  }
};
const stale = Object.entries(documents).filter(([file, text]) => current(file) !== text);
for (const [file, text] of stale) {
  if (!isCheck) writeFileSync(path.join(folder, file), text);
  process.stdout.write(`${isCheck ? "out of date" : "written"}: docs/${file}\n`);
}
process.exit(isCheck && stale.length > 0 ? 1 : 0);
