import { readFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vitest/config";

/** Words that are put behind a place of a module, which it has once. */
type Watch = readonly [behind: RegExp, words: string];

const note = (kind: string, name: string) => `globalThis.zhongtiaoExercised?.note("${kind}", ${name});`;
const noteAnswer = `.use(async (call) => {
  const answer = await call.next();
  if (answer.ok) ${note("procedure", "call.path")}
  return answer;
})`;

/** Where all problems, events and procedures pass. */
const passages: Record<string, Watch> = {
  "server/kernel/problem.ts": [/super\(code\);/, note("problem", "code")],
  "server/kernel/events.ts": [/const appended = .*=> \{/, note("event", "event.action")],
  "server/kernel/audit.ts": [/export async function appendAudit\(.*\{$/m, note("event", "action")],
  "server/trpc/problems.ts": [/const \{ issues \} = error\.cause;/, note("problem", 'codeOf(issues) ?? "invalid"')],
  "server/trpc/init.ts": [/t\.procedure\.meta\(\{ action \}\)/, noteAnswer],
  "server/trpc/by-link.ts": [/procedure\.meta\(\{ entry: "link" \}\)/, noteAnswer],
};

/** A file of the worker's tasks, and what it exports: a list of them, or a function that makes one. */
const taskList = /^export (?:const|function) (tasks|\w+Tasks)\b/m;
const routeFile = /^app\/.*\/route\.ts$/;

/**
 * For the whole suite alone: puts into modules of the product, as they are loaded, what notes that something was done
 * (`record.ts`). `folder` holds the list of the functions behind procedures. The product's own files and its bundle hold
 * none of it. A module that has another form than is expected here is a fault.
 */
export function watchModules(root: string, folder: string): Plugin {
  const verbs = new Map<string, string[]>();
  for (const verb of JSON.parse(readFileSync(path.join(folder, "verbs.json"), "utf8")) as string[]) {
    const [file = "", exported = ""] = verb.split("#");
    verbs.set(file, [...(verbs.get(file) ?? []), exported]);
  }
  return {
    name: "watch-modules",
    enforce: "pre",
    transform(code, id) {
      const file = path.relative(root, id.replace(/\?.*$/, "")).split(path.sep).join("/");
      const passage = passages[file];
      if (passage) code = withPassage(file, code, passage);
      for (const exported of verbs.get(file) ?? [])
        code = withWatched(file, code, exported, "procedure", `${file}#${exported}`);
      const tasks = file.startsWith("server/jobs/") ? taskList.exec(code)?.[1] : undefined;
      if (tasks) code = withWatched(file, code, tasks, "task", "");
      if (routeFile.test(file))
        for (const [, method = ""] of code.matchAll(/^export (?:async )?function (GET|POST|HEAD|PUT|PATCH|DELETE)\(/gm))
          code = withWatched(file, code, method, "route", `${method} ${file}`);
      return code;
    },
  };
}

function withPassage(file: string, code: string, [behind, words]: Watch): string {
  if (code.split(behind).length !== 2) throw new Error(`${file} no longer has ${behind}: mend watch-modules.ts`);
  return code.replace(behind, (found) => `${found} ${words}`);
}

/** The module with an exported function that notes its answer; its importers see the new one from their first call on. */
function withWatched(file: string, code: string, exported: string, kind: string, name: string): string {
  const asConst = new RegExp(`^export const (?=${exported}\\b)`, "m");
  const declared = new RegExp(`^export (?:async )?function ${exported}\\b`, "m");
  if (!asConst.test(code) && !declared.test(code))
    throw new Error(`${file} exports no function ${exported}: mend watch-modules.ts`);
  return `${code.replace(asConst, "export let ")}
${exported} = globalThis.zhongtiaoExercised?.watched("${kind}", "${name}", ${exported}) ?? ${exported};`;
}
