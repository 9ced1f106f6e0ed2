import { sourceFiles } from "../../checks/source-files.mjs";

/**
 * Tests of what another version of PostgreSQL may do otherwise: row security, constraints, locks, lanes. The lanes ask
 * every question there is, so that every statement that reads runs there too.
 */
const serverAtWork = [
  /^server\/testing\//,
  /race\.test\.ts$/,
  /(^|\/)lanes\.test\.ts$/,
  /^db\/migrate/,
  /\/(lock-order|at-one-instant|midnight)\.test\.ts$/,
];
/** What of these the first server answers for all. Each names tests, or one that moved would run on both unnoticed. */
const sameEverywhere = [
  // Asks no database, or is refused before it does.
  /\/testing\/(chance\.test\.ts$|inputs\/)/,
  // What is not there, and rows of other proceedings: `rows.test.ts` looks at their policies.
  /\/absent-and-foreign\.test\.ts$/,
  /\/rows\/other-proceedings\.test\.ts$/,
  // A connection that is cut, is one too many or has another zone, and how often it is waited for: driver and client decide.
  /\/testing\/(cuts|outages)\//,
  /\/clock\/zones\.test\.ts$/,
  /\/round-trips\.test\.ts$/,
  // The migrations since then, which the last release's database does not need; they ran on this version when they were written.
  /\/upgrade\/first-release\.test\.ts$/,
];

/** And one test file of each module whose verbs none of these do, so that the other version runs their statements too. */
const stories = {
  access: "sign-in",
  "access-requests": "access-requests",
  account: "change-password",
  agreements: "signing",
  assignments: "assignments",
  audit: "verify-chains",
  availability: "availability",
  binding: "acts",
  calendars: "feeds",
  calls: "activate-group",
  clocks: "clocks",
  consents: "consents",
  consultations: "consultations",
  convening: "convene-session",
  desk: "session-day",
  disputes: "endings",
  dossier: "ask-dossier",
  elections: "elections",
  files: "files",
  forces: "order-forces",
  handovers: "transfers",
  instructions: "instructions",
  interpreters: "interpreters",
  invitations: "substitutes",
  jobs: "failed-work",
  kernel: "dead-workers",
  links: "links",
  merging: "merging",
  notifications: "send-delivery",
  numbers: "numbers",
  opinions: "opinions",
  panel: "ties",
  papers: "papers",
  people: "change-person",
  performance: "performance",
  places: "change-place",
  points: "points",
  "sealed-papers": "sealed-papers",
  settings: "settings",
  signing: "own-phone",
  slips: "slips",
  statistics: "forces",
  "town-halls": "town-halls",
  violations: "violations",
  windows: "emergency",
};

/**
 * The tests that run on a second server as well. Whatever does not depend on the server's version runs once.
 * @returns {string[]} relative paths
 */
export function testsOfSecondServer() {
  const tests = sourceFiles(/^(server|db)\/.*\.test\.ts$/);
  const ofModules = Object.entries(stories).map(([module, name]) => {
    const story = tests.find((test) => test.startsWith(`server/${module}/`) && test.endsWith(`/${name}.test.ts`));
    if (!story) throw new Error(`server/${module} has no ${name}.test.ts; name its story in second-server.mjs`);
    return story;
  });
  const matching = (/** @type {RegExp} */ pattern) => {
    const found = tests.filter((test) => pattern.test(test));
    if (found.length === 0) throw new Error(`no test matches ${pattern}; mend second-server.mjs`);
    return found;
  };
  const leftOut = new Set(sameEverywhere.flatMap(matching));
  const atWork = serverAtWork.flatMap(matching).filter((test) => !leftOut.has(test));
  return [...new Set([...atWork, ...ofModules])].sort();
}
