import { addDays, weekdayOf } from "../../server/kernel/shanghai";
import { isWorkday } from "../../server/rules/workdays";

/** As far as clauses may reach from an agreement of today (`dueAfterMaxDays`), and some years more. */
const from = "2024-01-01";
const until = "2042-12-31";
const perLine = 10;
const noOverrides: ReadonlyMap<string, boolean> = new Map();

/** db/sql/functions/days-off.sql: what server/rules/workdays.ts knows of days off and make-up days, for the database. */
export function daysOffSource(): string {
  const off: string[] = [];
  const worked: string[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const isPlain = weekdayOf(day) <= 5;
    if (isWorkday(day, noOverrides) !== isPlain) (isPlain ? off : worked).push(day);
  }
  return `-- Written by \`npm run docs\` from server/rules/workdays.ts: the days from ${from.slice(0, 4)} to ${until.slice(0, 4)} that differ from their weekday. A new
-- arrangement of the State Council comes with the package that has it; a test compares every day.

-- Mondays to Fridays that are off.
${listOf("days_off", off)}

-- Saturdays and Sundays that are worked.
${listOf("days_made_up", worked)}
`;
}

function listOf(name: string, days: readonly string[]): string {
  const lines = Array.from({ length: Math.ceil(days.length / perLine) }, (_, n) =>
    days.slice(n * perLine, (n + 1) * perLine).join(","),
  );
  return `create function app.${name}() returns text[] language sql immutable parallel safe as $$
  select '{${lines.join(",\n    ")}}'::text[]
$$;`;
}
