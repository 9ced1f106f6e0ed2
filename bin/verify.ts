// npm run verify: recomputes the event chain of every dispute and the hash of every file; exit 1 names what was altered.
import { openDatabase } from "@/db/client";
import { verifyChains } from "@/server/audit/verify-chains";
import { verifyFiles } from "@/server/audit/verify-files";
import { fileStore } from "@/server/files/parts/file-store";

const words = {
  hash: "an event's content does not fit its hash",
  link: "an event does not follow the one before it",
  gap: "an event is missing",
  head: "the end of the chain was cut or replaced",
  missing: "the chain is missing",
} as const;

const { client, close } = openDatabase(process.env.DATABASE_URL ?? "", { max: 1 });
const report = await verifyChains(client);
const kept = await verifyFiles(client, fileStore());
await close();
for (const { subject, seq, fault } of report.faults)
  process.stdout.write(`${subject}  event ${seq}: ${words[fault]}\n`);
process.stdout.write(`${report.chains} chains, ${report.events} events, ${report.faults.length} faults\n`);
const fileWords = { gone: "is gone", altered: "is not what was put in" } as const;
for (const { subject, fileId, fault } of kept.faults)
  process.stdout.write(`${subject}  file ${fileId} ${fileWords[fault]}\n`);
process.stdout.write(`${kept.files} files, ${kept.faults.length} faults\n`);
process.exit(report.faults.length + kept.faults.length > 0 ? 1 : 0);
