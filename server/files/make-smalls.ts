import { sql } from "drizzle-orm";
import { systemActor } from "../kernel/actor";
import { appendEvent } from "../kernel/events";
import { inEveryCounty } from "../kernel/every-county";
import { asActor } from "../kernel/transaction";
import { fileStore } from "./parts/file-store";
import { keptBytes } from "./parts/kept-bytes";
import { redraw } from "./parts/redraw-image";

/** So many in a night: each is unpacked once, and nobody waits for it. */
const most = 200;

interface Large extends Record<string, unknown> {
  id: string;
  disputeId: string;
  proceedingId: string | null;
  mime: string;
  sha256: string;
}

/**
 * Makes the small copies of pictures that were filed before there were any, the newest first, as they are made with a picture
 * today. The chain of each matter says that its row got one. A picture that cannot be read keeps none of the others waiting, and
 * is what this work fails with in the end.
 */
export async function makeSmalls(now: Date): Promise<void> {
  const large = await inEveryCounty("makeSmalls", now, async (tx, countyId) => {
    const rows = await tx.execute<Large>(sql`
      select f.id, f.dispute_id as "disputeId", f.proceeding_id as "proceedingId", f.mime, f.sha256
      from app.pictures_without_small(${countyId}::uuid, ${most}) f`);
    return rows.map((row) => ({ ...row, countyId }));
  });
  const faults: unknown[] = [];
  for (const one of large.flat().slice(0, most)) await makeSmall(one, now).catch((error) => faults.push(error));
  if (faults.length > 0) throw faults[0];
}

async function makeSmall(
  { countyId, id, disputeId, proceedingId, mime, sha256 }: Large & { countyId: string },
  now: Date,
): Promise<void> {
  const { small } = await redraw(await keptBytes(countyId, sha256), mime === "image/png" ? "png" : "jpeg");
  const smallSha256 = await fileStore().put(countyId, small);
  const actor = systemActor(countyId, "makeSmalls");
  await asActor({ actor, now }, async (tx) => {
    const [named] = await tx.execute<{ isNew: boolean }>(
      sql`select app.name_small(${countyId}::uuid, ${id}::uuid, ${smallSha256}) as "isNew"`,
    );
    if (!named?.isNew) return;
    await appendEvent(tx, actor, now, { action: "file.makeSmall", disputeId, proceedingId, payload: { fileId: id } });
  });
}
