import { partyNamesIn } from "./party-names-in.mjs";
import { sourceFiles, textOf } from "./source-files.mjs";

/** Files that read the tables themselves, each for a reason of its own. */
const allowed = {
  "server/access/party-as-read.ts": "is the place",
  "server/access/encrypted-contacts.ts": "is the place where encrypted values are decrypted",
  "server/disputes/reads/find-by-words.ts":
    "searches with the conditions of that place and shows nothing of what it compares",
  "server/disputes/reads/similar.ts": "compares phones with the condition of that place",
  "server/disputes/reads/seen-before.ts":
    "compares phones with the condition of that place; what it shows comes from the view",
  "server/disputes/amend-party.ts": "compares what is stored with what is written, and returns field names alone",
  "server/invitations/parts/write-invitation.ts": "writes the names on a card, short for minors",
  "server/invitations/disclose-tie.ts": "finds the parties behind the names on a card",
  "server/disputes/reads/gate-history.ts": "compares numbers of parties by their hashes and shows nothing of them",
  "server/disputes/tell-of-likely-relapse.ts": "compares as the system and shows nothing of what it compares",
  "server/audit/parts/covered-reports.ts": "names columns that are hashed and shows nothing of them",
  "server/notifications/parts/recipient-contacts.ts": "gives the worker the phone a message goes to",
};

/** What a party is called, and their phone, is one question (db/sql/views): nothing else reads the columns. */
export function partyNames() {
  const files = sourceFiles(/^server\/.*\.ts$/).filter((file) => !/\.test\.ts$|^server\/(?:testing|demo)\//.test(file));
  const found = files.map((file) => /** @type {const} */ ([file, partyNamesIn(file, textOf(file))]));
  const needless = Object.keys(allowed).filter((file) => !found.some(([at, faults]) => at === file && faults.length));
  const faults = found.flatMap(([file, each]) => (file in allowed ? [] : each));
  for (const file of needless)
    faults.push(`${file}: no longer reads the tables; take it off the list in bin/checks/party-names.mjs`);
  if (faults.length) throw new Error(faults.join("\n"));
  return `${files.length} files`;
}
