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
/**
 * Tests among these whose answer does not depend on the version: they run once. A pattern that matches no test is refused, since
 * the test it meant would run on both servers from then on.
 */
const sameEverywhere = [
  // Asks no database, or is refused before it does.
  /\/testing\/(chance\.test\.ts$|inputs\/)/,
  // What is not there, and rows of other proceedings: `rows.test.ts` looks at their policies.
  /\/absent-and-foreign\.test\.ts$/,
  /\/rows\/other-proceedings\.test\.ts$/,
  // A connection that is cut, is one too many or has another zone or time, and how often it is waited for: driver and client decide.
  /\/testing\/(cuts|outages)\//,
  /\/clock\/(zones|one-clock)\.test\.ts$/,
  /\/round-trips\.test\.ts$/,
  // Node encrypts, and a list of verbs is compared with their text.
  /\/testing\/encrypted-contacts\.test\.ts$/,
  /\/versions\/update-verbs\.test\.ts$/,
  // One number in the condition of each update: a plain comparison. Many at one version meet in `hold-race.test.ts`.
  /\/versions\/two-windows\.test\.ts$/,
  // The exclusion of rooms and persons, which meets more rivals and more verbs in `hold-race` and `mixed-race`.
  /\/sessions\/race\.test\.ts$/,
  // Verbs of places, whose story stands below.
  /\/successors\//,
  // The migrations since then, which the last release's database does not need; they ran on this version when they were written.
  /\/upgrade\/first-release\.test\.ts$/,
];

/**
 * And one test file of each module, so that the other version runs its statements too: the one that has the module's name, or
 * where there is none, the one named here.
 */
const stories = {
  access: "sign-in",
  account: "change-password",
  agreements: "signing",
  audit: "verify-chains",
  binding: "acts",
  calendars: "feeds",
  calls: "activate-group",
  convening: "convene-session",
  deposits: "record-deposit",
  desk: "session-day",
  disputes: "endings",
  dossier: "ask-dossier",
  forces: "order-forces",
  handovers: "transfers",
  invitations: "substitutes",
  jobs: "failed-work",
  kernel: "dead-workers",
  notifications: "send-delivery",
  panel: "ties",
  people: "change-person",
  places: "change-place",
  signing: "own-phone",
  statistics: "forces",
  subsidies: "subsidies-of-month",
  windows: "emergency",
};

/**
 * The tests that run on a second server as well. Whatever does not depend on the server's version runs once.
 * @returns {string[]} relative paths
 */
export function testsOfSecondServer() {
  const tests = sourceFiles(/^(server|db)\/.*\.test\.ts$/);
  const named = Object.entries(stories).map(([module, name]) => {
    const story = tests.find((test) => test.startsWith(`server/${module}/`) && test.endsWith(`/${name}.test.ts`));
    if (!story) throw new Error(`server/${module} has no ${name}.test.ts; name its story in second-server.mjs`);
    return story;
  });
  const ofModules = tests.filter((test) => {
    const [, module = ""] = /^server\/([^/]+)\/(?:.*\/)?\1\.test\.ts$/.exec(test) ?? [];
    return module && !(module in stories);
  });
  const matching = (/** @type {RegExp} */ pattern) => {
    const found = tests.filter((test) => pattern.test(test));
    if (found.length === 0) throw new Error(`no test matches ${pattern}; mend second-server.mjs`);
    return found;
  };
  const leftOut = new Set(sameEverywhere.flatMap(matching));
  const atWork = serverAtWork.flatMap(matching).filter((test) => !leftOut.has(test));
  return [...new Set([...atWork, ...named, ...ofModules])].sort();
}
