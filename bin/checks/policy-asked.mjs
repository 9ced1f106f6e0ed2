import { sourceFiles, textOf } from "./source-files.mjs";

const tables = /^server\/access\/policy(-of-[a-z-]+)?\.ts$/;
/** Lists that name actions and ask for none of them. */
const naming =
  /^server\/access\/(policy(-of-[a-z-]+)?|reads|event-readers|steering-acts)\.ts$|\/(([a-z]+-)?lifecycle|recipients|allowed|timeline-queries)\.ts$/;

/** Every row of the policy is asked for: a right that nothing asks for says what nobody may rely on. */
export function policyAsked() {
  const actions = sourceFiles(tables, "server/access")
    .flatMap((file) => [...textOf(file).matchAll(/^ {2}"([a-zA-Z.]+)": /gm)])
    .map(([, action]) => action);
  if (actions.length === 0) throw new Error("no rows found in server/access/policy*.ts");
  const code = sourceFiles(/^server\/(?!testing\/|demo\/).*(?<!\.test)\.ts$/)
    .filter((file) => !naming.test(file))
    .map(textOf)
    .join("\n");
  const unasked = actions.filter((action) => !code.includes(`"${action}"`));
  if (unasked.length)
    throw new Error(unasked.map((action) => `${action} is a row of the policy that nothing asks for`).join("\n"));
  return `${actions.length} actions`;
}
