import { existsSync, renameSync } from "node:fs";
import path from "node:path";
import { certificatesFolder } from "../backup/certificate-files.mjs";
import { ensureInstalled } from "../checkout/install.mjs";
import { logDir } from "../checkout/paths.mjs";
import { secretFile } from "../checkout/secret-file.mjs";
import { Fault } from "../console/fault.mjs";
import { step } from "../console/step.mjs";
import { clusterFolder, serverPrograms } from "../postgres/place.mjs";
import { runningServer } from "../postgres/running.mjs";
import { runOwned } from "../processes/run.mjs";
import { makeSpool, namedArchive, papersFolder, spoolOf, spoolSettings } from "./archive-settings.mjs";
import { restorePapers } from "./restore-papers.mjs";
import { restorePoint } from "./restore-point.mjs";
import { setPassword } from "./set-password.mjs";
import { restoreCertificates } from "./ship-certificates.mjs";
import { shipSegments } from "./ship-segments.mjs";

/**
 * npm run db:restore -- --at: puts this checkout's cluster back as it was at an instant. What was there is set aside
 * under another name and never deleted; it is touched only when the new one is complete.
 * @param {{ at: string, archive?: string, timeline?: string, key?: string, files?: string, certificates?: string, replace?: boolean }} order
 */
export async function restoreCluster(order) {
  const at = instantOf(order.at);
  const timeline = order.timeline === undefined ? undefined : Number(order.timeline);
  if (timeline !== undefined && !(Number.isInteger(timeline) && timeline > 0))
    throw new Fault(`--timeline is "${order.timeline}"; it has to be a number.`);
  const archive = namedArchive({ folder: order.archive, key: order.key });
  if (!archive) throw new Fault("No archive is named: ZHONGTIAO_ARCHIVE=<folder>, or --archive <folder>.");
  if (process.env.DATABASE_URL)
    throw new Fault("This restores the server of this folder alone. For your own: docs/operations.md, Point in time.");
  await ensureInstalled();
  const programs = serverPrograms();
  const dir = clusterFolder(programs.as);
  if (runningServer(dir)) throw new Fault("The database of this folder runs. Stop Zhongtiao first.");
  const isThere = existsSync(dir);
  if (isThere && !order.replace)
    throw new Fault(
      `There is a database in ${dir}. It would be set aside, not deleted: add --replace if that is meant.`,
    );
  const papers = papersFolder(order.files);
  const spool = spoolOf(dir);
  if (existsSync(spool)) await step("Carrying what waits into the archive", () => shipSegments(spool, papers, archive));
  makeSpool(spool, programs.as);
  const growing = `${dir}.restored`;
  const log = path.join(logDir, "restore.log");
  const base = await step("Restoring", (note) => {
    const settings = spoolSettings(spool);
    const last = isThere ? dir : undefined;
    return restorePoint({ archive, point: { at, timeline }, programs, dir: growing, log, last, settings, note });
  });
  setPassword(programs, growing, secretFile("postgres-password"));
  const back = await step("Putting papers back", () => restorePapers(papers, archive));
  const certificates = certificatesFolder(order.certificates);
  const seals = await restoreCertificates(certificates, archive, new Date());
  const aside = `${dir}.before-${new Date().toISOString().replaceAll(/[:.]/g, "-")}`;
  if (isThere) renameSync(dir, aside);
  renameSync(growing, dir);
  process.stdout.write(
    `From the copy of ${base.stoppedAt}; ${back} papers and ${seals.put} keys and certificates of seals came back.\n`,
  );
  if (seals.aside) process.stdout.write(`Those of another authority, which were there, are in ${seals.aside}.\n`);
  if (isThere) process.stdout.write(`What was there is in ${aside}; delete it when you no longer need it.\n`);
  const env = {
    ...process.env,
    ZHONGTIAO_FILES: papers,
    ZHONGTIAO_CERTIFICATES: certificates,
    ZHONGTIAO_ARCHIVE: archive.folder,
  };
  return (await runOwned([process.execPath, "bin/with-database.mjs", "bin/restored-cluster.ts"], { env })).code;
}

/** @param {string} text @returns {string | null} null: everything the archive holds */
function instantOf(text) {
  if (text === "latest") return null;
  // Without a zone it would be the machine's, which the person may not think of.
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/.test(text) || !isInstant(text))
    throw new Fault(`--at is "${text}"; write it with its zone, as 2026-03-01T10:00:00+08:00, or "latest".`);
  return text;
}

/** The 31st of November would be read as the 1st of December. @param {string} text */
const isInstant = (text) =>
  !Number.isNaN(Date.parse(text)) && new Date(text.slice(0, 10)).toISOString().startsWith(text.slice(0, 10));
