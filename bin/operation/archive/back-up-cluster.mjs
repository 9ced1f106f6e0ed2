import { existsSync } from "node:fs";
import { ensureInstalled } from "../checkout/install.mjs";
import { Fault } from "../console/fault.mjs";
import { step } from "../console/step.mjs";
import { openEmbedded } from "../postgres/embedded.mjs";
import { atStop } from "../processes/shutdown.mjs";
import { namedArchive, papersFolder, spoolOf } from "./archive-settings.mjs";
import { pruneArchive } from "./prune-archive.mjs";
import { shipSegments } from "./ship-segments.mjs";
import { writeBase } from "./write-base.mjs";

/**
 * npm run db:backup -- --base: copies this checkout's cluster into the archive while it runs, or starts it for that, and
 * removes from the archive what no kept copy needs.
 * @param {{ archive?: string, key?: string }} order
 */
export async function backUpCluster(order) {
  const archive = namedArchive({ folder: order.archive, key: order.key });
  if (!archive) throw new Fault("No archive is named: ZHONGTIAO_ARCHIVE=<folder>, or --archive <folder>.");
  if (process.env.DATABASE_URL)
    throw new Fault("This copies the server of this folder alone. For your own: docs/operations.md, Point in time.");
  if (!existsSync(archive.folder))
    throw new Fault(`The archive ${archive.folder} is not there. Make the folder first.`);
  process.env.ZHONGTIAO_ARCHIVE = archive.folder;
  await ensureInstalled();
  const server = await openEmbedded();
  atStop(server.leave, server.kill);
  const papers = papersFolder();
  const spool = spoolOf(server.clusterDir);
  // Papers first, so that the copy's date is on all of them.
  await step("Carrying what waits into the archive", (note) => {
    note("papers and segments");
    return shipSegments(spool, papers, archive);
  });
  const { admin, clusterDir: dir } = server;
  const base = await step("Copying the cluster", (note) => writeBase({ admin, dir, papers, archive, note }));
  await shipSegments(spool, papers, archive);
  const gone = await pruneArchive(archive, papers);
  process.stdout.write(
    `${base.files} files, ${Math.round(base.bytes / 1024 / 1024)} MB, read back and whole. ` +
      `Every moment after ${base.stoppedAt} can be restored.\n` +
      `Removed: ${gone.bases} older copies, ${gone.segments} segments, ${gone.papers} papers.\n`,
  );
}
