import { sourceFiles } from "../../checks/source-files.mjs";

/**
 * Tests of what another version of PostgreSQL may do otherwise: row security, constraints, locks, lanes. The lanes ask
 * every question there is, so that every statement that reads runs there too.
 */
const serverAtWork = [
  // Left out: what asks no database, what inputs are refused for, and the rows of other proceedings, whose policies
  // `rows.test.ts` looks at; what happens when a connection is cut or a zone is another one: driver and client decide it.
  /^server\/testing\/(?!chance|clock\/zones|crash|cuts|fuzz|strict-inputs|text-inputs|rows\/other-proceedings)/,
  /race\.test\.ts$/,
  /(^|\/)lanes\.test\.ts$/,
  /^db\/migrate/,
  /\/(lock-order|at-one-instant|midnight)\.test\.ts$/,
];

/** And one test file of each module, so that the other version runs the statements of its verbs. */
const stories = {
  access: "sign-in",
  "access-requests": "access-requests",
  account: "change-password",
  agreements: "signing",
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
  elections: "elections",
  files: "files",
  forces: "order-forces",
  handovers: "transfers",
  interpreters: "interpreters",
  invitations: "substitutes",
  jobs: "failed-work",
  kernel: "dead-workers",
  links: "links",
  merging: "merging",
  notifications: "send-delivery",
  opinions: "opinions",
  panel: "ties",
  people: "change-person",
  performance: "performance",
  places: "change-place",
  sessions: "holds",
  settings: "settings",
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
  const atWork = serverAtWork.flatMap((pattern) => {
    const found = tests.filter((test) => pattern.test(test));
    if (found.length === 0) throw new Error(`no test matches ${pattern}; mend second-server.mjs`);
    return found;
  });
  return [...new Set([...atWork, ...ofModules])].sort();
}
