// npm run verify: recomputes the event chain of every dispute; exit 1 names what was altered.
import { openDatabase } from "@/db/client";
import { verifyChains } from "@/server/audit/verify-chains";

const words = {
  hash: "an event's content does not fit its hash",
  link: "an event does not follow the one before it",
  gap: "an event is missing",
  head: "the end of the chain was cut or replaced",
  missing: "the chain is missing",
} as const;

const { client, close } = openDatabase(process.env.DATABASE_URL ?? "", { max: 1 });
const report = await verifyChains(client);
await close();
for (const { subject, seq, fault } of report.faults)
  process.stdout.write(`${subject}  event ${seq}: ${words[fault]}\n`);
process.stdout.write(`${report.chains} chains, ${report.events} events, ${report.faults.length} faults\n`);
process.exit(report.faults.length > 0 ? 1 : 0);
