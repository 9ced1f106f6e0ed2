import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sourceFiles, textOf } from "../../checks/source-files.mjs";

/**
 * Tests that call everything there is with any input or as anybody, and look at one general matter: they count for
 * nothing here, or nothing would ever be without a test of its own.
 */
const sweeping = [
  /^bin\/(documents|operation\/testing)\//,
  /^server\/testing\/(lanes|rows)\//,
  /^server\/testing\/(absent-and-foreign|fuzz|round-trips|strict-inputs|text-inputs|overload)\.test\.ts$/,
  /^server\/testing\/clock\//,
];

/** @param {string} file @param {string | RegExp} words */
const stands = (file, words) => new RegExp(words).test(textOf(file));
const byNextAuth = {
  why: "next-auth reads the cookies of Next's own request, which no unit test has; a journey signs in and out",
  isTrue: () =>
    stands("app/api/auth/[...nextauth]/route.ts", "NextAuth\\(") &&
    stands("e2e/journeys/signing-in.spec.ts", "/sign-in"),
};
/**
 * What no test of the suite can do, why, and whether that is still so. One that is exercised all the same is a fault.
 * @type {Record<string, { why: string, isTrue: () => boolean }>}
 */
const exempt = {
  "route GET app/api/auth/[...nextauth]/route.ts": byNextAuth,
  "route POST app/api/auth/[...nextauth]/route.ts": byNextAuth,
  "problem signInBusy": {
    why: "sixty passwords would have to be hashed at once; the queue that gives it has a test of its own",
    isTrue: () =>
      stands("server/access/passwords.ts", 'queueOf\\(.*"signInBusy"') &&
      stands("server/access/in-turn.test.ts", "queueOf"),
  },
  "problem unreachable": {
    why: "the browser says it where nothing reached a server",
    isTrue: () =>
      stands("app/_trpc/use-act.ts", '"unreachable"') &&
      !sourceFiles(/^server\/.*\.ts$/).some((file) =>
        stands(file, '(Problem|conflict|invalid|forbidden)\\([^)]*"unreachable"'),
      ),
  },
};

/** Loaded late: npm test begins before any package is there. */
const routed = async () => (await import("../../checks/routed-procedures.mjs")).routedProcedures();

/**
 * A folder into which the suite writes what it exercised, for the environment of Vitest. It holds which functions do what
 * procedures are for (server/testing/exercised/watch-modules.ts).
 * @param {string} folder
 */
export async function exercisedIn(folder) {
  const place = path.join(folder, "exercised");
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  const verbs = (await routed()).flatMap((one) => one.verbs);
  writeFileSync(path.join(place, "verbs.json"), JSON.stringify([...new Set(verbs)]));
  return place;
}

/**
 * Compares what the whole suite exercised with what there is: every procedure, route, task, problem and event was brought
 * about by a test that looked at something afterwards (server/testing/exercised/record.ts). Constraints and policies have
 * tests that list them all: server/testing/database-guards and server/testing/rows.
 * @param {string} place
 * @returns {Promise<import("./tally.mjs").Count>}
 */
export async function compareExercised(place) {
  const seen = new Set(
    readdirSync(place)
      .filter((name) => name.endsWith(".tsv"))
      .flatMap((name) => readFileSync(path.join(place, name), "utf8").split("\n"))
      .map((line) => line.split("\t"))
      .filter(([test = "", name]) => name && !sweeping.some((pattern) => pattern.test(test)))
      .map(([, name]) => name),
  );
  const all = whatThereIs(await routed());
  const isSeen = (/** @type {string[]} */ names) => names.some((name) => seen.has(name));
  const faults = [...all]
    .filter(([name, noted]) => !isSeen(noted) && !(name in exempt))
    .map(([name]) => `${name} is exercised by no test that asserts on it`);
  for (const name of Object.keys(exempt))
    if (isSeen(all.get(name) ?? [])) faults.push(`${name} is exercised now: take it off exercised.mjs`);
    else if (!all.has(name)) faults.push(`${name} is there no more: take it off exercised.mjs`);
    else if (!exempt[name]?.isTrue())
      faults.push(`${name} is exempt for a reason that holds no more: ${exempt[name]?.why}`);
  return { passed: all.size - faults.length, failed: faults.length, faults };
}

/**
 * What has to be exercised, each with the notes that count as that.
 * @param {import("../../checks/routed-procedures.mjs").RoutedProcedure[]} procedures
 */
function whatThereIs(procedures) {
  /** @type {Map<string, string[]>} */
  const all = new Map();
  const users = procedures.flatMap(({ verbs }) => verbs);
  for (const { path: at, verbs } of procedures) {
    // A function that several procedures share says nothing about one that does more than call it.
    const own = verbs.filter((verb) => verbs.length === 1 || users.filter((one) => one === verb).length === 1);
    all.set(
      `procedure ${at}`,
      [at, ...own].map((name) => `procedure ${name}`),
    );
  }
  for (const file of sourceFiles(/^app\/.*\/route\.ts$/))
    for (const method of found(file, /^export (?:async )?function (GET|POST|HEAD|PUT|PATCH|DELETE)\(/gm))
      all.set(`route ${method} ${file}`, [`route ${method} ${file}`]);
  for (const file of sourceFiles(/^server\/jobs\/[\w-]*tasks\.ts$/))
    for (const task of found(file, /^ {2,4}(\w+): (?:async )?\(/gm)) all.set(`task ${task}`, [`task ${task}`]);
  const events = "db/vocabulary-events.ts";
  for (const event of [
    ...found(events, /^ {2}"([^"]+)": "(?:silent|announced)"/gm),
    ...found(events, /^ {2}"(audit\.\w+)",$/gm),
  ])
    all.set(`event ${event}`, [`event ${event}`]);
  for (const code of problemCodes(JSON.parse(textOf("app/_i18n/messages/en/problems.json"))))
    all.set(`problem ${code}`, [`problem ${code}`]);
  return all;
}

/** @param {string} file @param {RegExp} pattern */
function found(file, pattern) {
  const names = [...textOf(file).matchAll(pattern)].map(([, name]) => name ?? "");
  if (names.length === 0) throw new Error(`nothing found in ${file}: mend exercised.mjs`);
  return names;
}

/** @param {Record<string, unknown>} words @param {string} [before] @returns {string[]} */
const problemCodes = (words, before = "") =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [before + key] : problemCodes(/** @type {any} */ (value), `${before}${key}.`),
  );
