// npm run verify: compares the database with its event chains, what the acts wrote, the signed checkpoints and the files;
// exit 1 names what was altered. Elsewhere: npm run verify -- --checkpoints <copy of the file> --key <public-key.pem>
// After a restore: npm run verify -- --begin-anew "<reason>" takes the chains as they are.
import { userInfo } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Sql } from "postgres";
import { openDatabase } from "@/db/client";
import { readLivingText } from "@/db/migrating/living-text";
import { acceptCut, cutReason, isCutAlone } from "@/server/audit/parts/accept-cut";
import { checkpointFolder, checkpointKeeper, checkpointsFile, readLines } from "@/server/audit/parts/checkpoint-keeper";
import { fingerprintOf, publicFile, publicKeyIn } from "@/server/audit/parts/signing-key";
import { faultLines, type Signed, verifyDatabase } from "@/server/audit/reads/verify-database";
import { verifyFiles } from "@/server/audit/reads/verify-files";
import { sealedLines, verifySealed } from "@/server/audit/reads/verify-sealed";
import { authorityOf, certificateFolder } from "@/server/certificates/parts/certificate-folder";
import { fileStore } from "@/server/files/parts/file-store";
import { stillRunning } from "./operation/processes/run-files.mjs";

const { values } = parseArgs({
  options: { checkpoints: { type: "string" }, key: { type: "string" }, "begin-anew": { type: "string" } },
});
const say = (line: string) => process.stdout.write(`${line}\n`);

/** The signed checkpoints and their key; null when there are none. */
async function signedIn(folder: string): Promise<Signed | null> {
  const key = await publicKeyIn(values.key ?? path.join(folder, publicFile));
  const { lines } = await readLines(values.checkpoints ?? path.join(folder, checkpointsFile));
  return key && { lines, key };
}

const signed = await signedIn(checkpointFolder());
const triggers = readLivingText(path.resolve(import.meta.dirname, "../db/sql"))
  .filter(({ kind }) => kind === "triggers")
  .map(({ text }) => text);
const { client, close } = openDatabase(process.env.DATABASE_URL ?? "", { max: 2 });
const [report, figures] = await client.begin("isolation level repeatable read read only", async (tx) => [
  await verifyDatabase(tx as unknown as Sql, { triggers, signed }),
  await tx<{ cell: string; fault: string }[]>`
    select f.cell, f.fault from counties c
      cross join lateral (select * from app.figure_faults(c.id) union all select * from app.helper_faults(c.id)) f order by 1`,
]);
const kept = await verifyFiles(client, fileStore());
const sealed = await verifySealed(client, fileStore(), await authorityOf(certificateFolder()));
await close();

const faults = faultLines(report);
for (const { cell, fault } of figures) faults.push(`kept figures  ${cell}: ${fault}`);
const fileWords = { gone: "is gone", altered: "is not what was put in" } as const;
for (const { subject, fileId, fault } of kept.faults) faults.push(`${subject}  file ${fileId} ${fileWords[fault]}`);
faults.push(...sealedLines(sealed.faults));
for (const line of faults) say(line);
for (const { at, reason } of report.checkpoints?.begun ?? []) say(`checkpoints begun anew at ${at}: ${reason}`);
say(`${report.chains.chains} chains, ${report.chains.events} events, ${report.content.rows} rows, ${kept.files} files`);
say(`${sealed.sealed} sealed agreements with their signatures, ${sealed.ours} by the authority of this installation`);
say(
  report.checkpoints?.last && signed
    ? `${report.checkpoints.checkpoints} checkpoints, the last of ${report.checkpoints.last}, key ${fingerprintOf(signed.key)}`
    : "no checkpoint yet: a cut or rewritten chain would not be found",
);
say(`${faults.length} faults`);

/** Takes the chains as they are where a restore explains every fault; gives the exit code. */
async function beginAnew(text: string): Promise<number> {
  const reason = cutReason(text);
  if (!reason) say("Not begun anew: the reason says nothing.");
  else if (stillRunning().some(({ name }) => name === "worker"))
    say("Not begun anew: the worker signs checkpoints at this moment. Stop Zhongtiao first.");
  else if (!isCutAlone(report) || kept.faults.length > 0 || sealed.faults.length > 0)
    say("Not begun anew: a restore does not explain what was found. Look into that first.");
  else {
    const keeper = checkpointKeeper({
      folder: checkpointFolder(),
      copyFolder: process.env.ZHONGTIAO_CHECKPOINTS_COPY,
    });
    await acceptCut(keeper, new Date(), { reason, by: userInfo().username });
    say(`Checkpoints begin anew: ${reason}`);
    return 0;
  }
  return 1;
}

const onlyCut = faults.length > 0 && isCutAlone(report) && kept.faults.length + sealed.faults.length === 0;
if (values["begin-anew"] !== undefined) process.exit(await beginAnew(values["begin-anew"]));
if (onlyCut)
  say(
    'If you have just restored it: npm run verify -- --begin-anew "<reason>"; see docs/operations.md, After a restore.',
  );
process.exit(faults.length > 0 ? 1 : 0);
