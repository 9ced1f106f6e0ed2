/**
 * The commands for which a table needs a policy of its own that asks for the actor's proof (docs/adr/0002). None is needed
 * where each condition of each of its policies for the product demands an `exists` on a table or view: every one of those
 * shows nothing to who proves nothing. `policies` are the statements of all tables.
 */
export function commandsToProve(table: string, policies: readonly string[]): readonly Command[] {
  const own = policies.flatMap((statement) => {
    const found = new RegExp(`^create policy \\w+ on ${table}(?: for (\\w+))? to zhongtiao_app\\s`, "i").exec(
      statement,
    );
    return found ? [{ command: found[1], statement }] : [];
  });
  // A table without a policy for the product shows it nothing; it is kept closed twice.
  if (own.length === 0) return commands;
  return commands.filter((command) =>
    own.some((policy) => (policy.command ?? command) === command && !conditionsOf(policy.statement).every(demandsRow)),
  );
}

const commands = ["select", "insert", "update", "delete"] as const;
type Command = (typeof commands)[number];
/** The first condition of every policy. */
const inCounty = "county_id = (select app.county())";

/** What stands between the bracket at `open` and the one that closes it. */
function within(text: string, open: number): string {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === "(") depth += 1;
    if (text[at] === ")") depth -= 1;
    if (depth === 0) return text.slice(open + 1, at);
  }
  throw new Error(`a bracket is not closed: ${text}`);
}

const conditionsOf = (statement: string): string[] =>
  [...statement.matchAll(/\b(?:using|with check) \(/gi)].map(({ index, 0: word }) =>
    within(statement, index + word.length - 1).trim(),
  );

/** Whether a condition is the county and, right behind it and with nothing beside them, an `exists` on a table or view. */
function demandsRow(condition: string): boolean {
  const rest = condition.replace(/\s+/g, " ");
  const begin = `${inCounty} and exists (`;
  if (!rest.startsWith(`${begin}select from `)) return false;
  const inside = within(rest, begin.length - 1);
  return rest.length === begin.length + inside.length + 1 && /^select from [\w.]+ \w+ /.test(inside);
}
