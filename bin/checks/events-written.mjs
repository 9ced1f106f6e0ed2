import { sourceFiles, textOf } from "./source-files.mjs";

const table = "db/vocabulary-events.ts";
/** Lists that name actions but do not append them. */
const naming = /\/(policy|lifecycle|recipients|router|allowed|timeline-queries)\.ts$/;

/** Every event of the list is appended by some verb; the types already refuse one that is not listed. */
export function eventsWritten() {
  const events = [...textOf(table).matchAll(/^ {2}"([^"]+)": "(?:silent|announced)"/gm)].map(([, event]) => event);
  if (events.length === 0) throw new Error(`no events found in ${table}`);
  const code = sourceFiles(/^server\/(?!testing\/|demo\/).*(?<!\.test)\.ts$/)
    .filter((file) => !naming.test(file))
    .map(textOf)
    .join("\n");
  const unwritten = events.filter((event) => !code.includes(`"${event}"`));
  if (unwritten.length) throw new Error(unwritten.map((event) => `${event} is an event no verb appends`).join("\n"));
  return `${events.length} events`;
}
