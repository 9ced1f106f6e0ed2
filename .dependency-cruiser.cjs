// Who may import whom. Every rule's comment says where the code should go instead.
const values = { dependencyTypesNot: ["type-only"] };
// Folders of server that are no domain modules with a router: all of them may be imported by the modules above.
const below = "(?!(?:access|api|audit|bookings|demo|jobs|kernel|rules|slots|testing|trpc)/)";
// Files at a module's root that are not verbs.
const noVerb = "(?!(?:inputs|choices|router|queries|lifecycle|requirements|perform|defaults|model)[.]ts$)";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "pages-call-procedures",
      comment:
        "A page composes; rules and SQL live behind a procedure. Call it through app/_trpc, and take inputs from server/<module>/inputs.ts; what the browser needs of them stands in choices.ts, without the schemas.",
      severity: "error",
      from: { path: "^app/", pathNot: ["^app/_trpc/", "^app/api/", "^app/feeds/", "[.]test[.]ts$"] },
      to: { path: "^server/", pathNot: "^server/[^/]+/(inputs|choices)[.]ts$", ...values },
    },
    {
      name: "pages-touch-no-database",
      comment:
        "Only db/vocabulary.ts and the canonical form of numbers may be seen by pages. Anything else is a query: write it among the reads of its module (server/<module>/queries.ts or reads/).",
      severity: "error",
      from: { path: "^app/", pathNot: "[.]test[.]ts$" },
      to: { path: "^db/", pathNot: "^db/(vocabulary|encryption/canonical)[.]ts$", ...values },
    },
    {
      name: "widgets-know-no-page",
      comment:
        "A page composes widgets of app/_<module>; they may not import a page. Move what both need into the module's folder.",
      severity: "error",
      from: { path: "^app/_" },
      to: { path: "^app/(?!_)" },
    },
    {
      name: "plain-widgets-know-no-domain",
      comment:
        "app/_ui holds widgets without domain knowledge. Put one that has it into the app/_<module> it belongs to, or, when several modules share it, into _lanes, _seats or _status.",
      severity: "error",
      from: { path: "^app/_ui/" },
      to: { path: "^app/(?!_ui/|_trpc/|_i18n/)" },
    },
    {
      name: "links-ask-nothing",
      comment:
        "Next's link asks the server for every page it leads to as soon as it is seen. Use Link of app/_ui/actions/link.tsx.",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^node_modules/next/link" },
    },
    {
      name: "database-below-all",
      comment: "db holds tables and vocabulary and imports nothing else. Code that calls verbs belongs in server/demo.",
      severity: "error",
      from: { path: "^db/", pathNot: "[.]test[.]ts$" },
      to: { path: "^(app|server|bin|e2e)/" },
    },
    {
      name: "demo-stands-above-the-product",
      comment:
        "server/demo runs scenarios through the verbs; only programs, journeys and tests import it. Move what the product needs into a module.",
      severity: "error",
      from: { path: "^(app|server|db)/", pathNot: ["^server/(demo|testing)/", "[.]test[.]tsx?$"] },
      to: { path: "^server/demo/" },
    },
    {
      name: "kernel-knows-no-domain",
      comment: "The kernel knows nothing of the domain. Move code that does into its module.",
      severity: "error",
      from: { path: "^server/kernel/", pathNot: "[.]test[.]ts$" },
      to: { path: "^server/(?!kernel/)" },
    },
    {
      name: "clock-at-the-edges",
      comment:
        "Only code that receives a request, takes up a job or signs a call to another service reads the clock. Everywhere else, take the time from the context.",
      severity: "error",
      from: {
        path: "^(app|server|db|bin)/",
        pathNot: [
          "^app/(api|feeds)/",
          "^server/access/session[.]ts$",
          "^server/jobs/time-of[.]ts$",
          "^server/files/parts/file-store[.]ts$",
          "^server/notifications/ports/",
        ],
      },
      to: { path: "^server/kernel/clock[.]ts$" },
    },
    {
      name: "access-above-kernel-only",
      comment:
        "access decides from the kernel, the tables and the dated rules (how long a sign-in lasts). A condition that needs a module belongs in that module's requirements.",
      severity: "error",
      from: { path: "^server/access/", pathNot: "[.]test[.]ts$" },
      to: { path: "^server/(?!access/|kernel/|rules/(?:defaults|queries)[.]ts)" },
    },
    {
      name: "disputes-import-no-child",
      comment:
        "disputes is the root: its children import it, never the other way. Ask the tables in SQL (requirements.ts), or move the verb to the child.",
      severity: "error",
      from: { path: "^server/disputes/", pathNot: ["^server/disputes/router[.]ts$", "[.]test[.]ts$"] },
      to: { path: "^server/(?!disputes/|access/|kernel/|rules/)" },
    },
    {
      name: "connections-in-kernel-and-access",
      comment:
        "A connection says nothing of who acts: as the system's login it reads across all counties. Read and write through asActor (server/kernel/transaction.ts); a job of no county goes through inEveryCounty (server/kernel/every-county.ts). What must read past row-level security is a named function of server/kernel or server/access, or a definer function of the database (docs/adr/0019-two-matrices-one-truth.md). Types are free: import type { Tx }.",
      severity: "error",
      from: {
        path: "^(app|server)/",
        // The demo county is written with the connection of whoever installs the product.
        pathNot: ["^server/(kernel|access)/", "^server/(testing|demo)/", "[.]test[.]tsx?$"],
      },
      to: {
        path: ["^db/(client|migrate)[.]ts$", "^node_modules/postgres/", "^node_modules/drizzle-orm/postgres-js"],
        ...values,
      },
    },
    {
      name: "routers-are-thin",
      comment: "A router names procedures. SQL belongs in the reads or in a verb of the same module.",
      severity: "error",
      from: { path: "^server/[^/]+/router[.]ts$" },
      to: { path: ["^db/client[.]ts$", "^db/schema/", "^node_modules/drizzle-orm/"] },
    },
    {
      name: "routers-are-mounted-once",
      comment: "Only server/api/root.ts mounts routers; modules use each other's queries and verbs.",
      severity: "error",
      from: { pathNot: ["^server/api/root[.]ts$", "[.]test[.]ts$", "^server/testing/"] },
      to: { path: "^server/[^/]+/router[.]ts$" },
    },
    {
      name: "reads-write-nothing",
      comment: "A read changes nothing. Code that writes, logs or enqueues is a verb at its module's root.",
      severity: "error",
      from: { path: "^server/[^/]+/(reads/|queries[.]ts$)", pathNot: "[.]test[.]ts$" },
      to: {
        path: [
          "^server/disputes/perform[.]ts$",
          "^server/desk/parts/desk-act[.]ts$",
          "^server/kernel/(act|once|events|jobs)[.]ts$",
        ],
        ...values,
      },
    },
    {
      name: "parts-know-no-verb",
      comment: "Parts and reads may not import verbs. What both need goes to server/<module>/parts.",
      severity: "error",
      from: { path: "^server/[^/]+/(parts/|reads/|queries[.]ts$)", pathNot: "[.]test[.]ts$" },
      to: { path: `^server/${below}[^/]+/${noVerb}[^/]+[.]ts$` },
    },
    {
      name: "verbs-share-parts",
      comment: "A verb does not import another verb of its module: what two of them use goes to parts/.",
      severity: "error",
      from: { path: `^server/${below}([^/]+)/${noVerb}[^/]+[.]ts$`, pathNot: "[.]test[.]ts$" },
      to: { path: `^server/$1/${noVerb}[^/]+[.]ts$` },
    },
    {
      name: "modules-know-no-transport",
      comment: "Only a router knows tRPC. A verb takes its actor and input as arguments.",
      severity: "error",
      from: { path: "^server/(?!api/|trpc/|testing/)[^/]+/(?!router[.]ts$)", pathNot: "[.]test[.]ts$" },
      to: { path: ["^server/trpc/", "^node_modules/@trpc/"] },
    },
    {
      name: "readers-are-read-by-nobody",
      comment:
        "notifications, audit and statistics react to what happened. A verb reaches them by an event or a job, not by a call.",
      severity: "error",
      from: {
        path: "^(server|db)/",
        pathNot: [
          "^server/(notifications|audit|statistics)/",
          "^server/api/root[.]ts$",
          "^server/jobs/",
          "^server/testing/",
        ],
      },
      to: { path: "^server/(notifications|audit|statistics)/", pathNot: "/inputs[.]ts$" },
    },
    {
      name: "server-knows-no-page",
      comment: "server may not import app, bin or e2e. Pass in what it needs.",
      severity: "error",
      from: { path: "^server/", pathNot: "[.]test[.]ts$" },
      to: { path: "^(app|bin|e2e)/" },
    },
    {
      name: "testing-stays-in-tests",
      comment: "server/testing is for tests. Move what the product needs into its module.",
      severity: "error",
      from: { pathNot: ["^server/testing/", "^bin/operation/testing/", "^e2e/", "[.]test[.]tsx?$"] },
      to: { path: "^server/testing/" },
    },
    {
      name: "journeys-use-the-browser",
      comment:
        "A journey clicks; it takes people and words from server/demo, server/testing or db/vocabulary, and nothing else from the product.",
      severity: "error",
      from: { path: "^e2e/" },
      to: {
        path: "^(app|server|db|bin)/",
        pathNot: ["^server/demo/", "^server/testing/", "^db/vocabulary[.]ts$", "^app/_i18n/messages/"],
      },
    },
    {
      name: "product-ships-no-development-package",
      comment: "This package is in devDependencies. Move it to dependencies, or the import into a test.",
      severity: "error",
      from: { path: "^(app|server|db)/", pathNot: ["^server/testing/", "[.]test[.]tsx?$"] },
      to: { dependencyTypes: ["npm-dev"] },
    },
    {
      name: "programs-begin-without-packages",
      comment:
        "npm start and npm test begin on a fresh clone, before any package is there. Load this with import() behind ensureInstalled, as bin/operation/database/external-database.mjs does.",
      severity: "error",
      from: { path: "^bin/.*[.]mjs$", pathNot: "^bin/checks/(?!source-files[.])" },
      to: { path: ["node_modules/", "^bin/checks/(?!source-files[.])"], dynamic: false },
    },
    {
      name: "no-cycles",
      comment: "Two files that import each other belong together: join them, or move what both need into a third file.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: values },
    },
    {
      name: "no-cycles-in-the-interface",
      comment: "In app imports of types count as well: move what both files need into a third file.",
      severity: "error",
      from: { path: "^app/" },
      to: { circular: true, viaOnly: { path: "^app/" } },
    },
    {
      name: "resolvable",
      comment: "This import leads nowhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // TypeScript 7 has no JavaScript API; swc reads the sources (patches/dependency-cruiser+17.4.3.dev.patch for .tsx).
    parser: "swc",
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css"],
    },
  },
};
