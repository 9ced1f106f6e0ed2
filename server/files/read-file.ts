import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { files } from "@/db/schema/desk";
import { readDispute, requireRole } from "../access/gate";
import type { PersonActor } from "../kernel/actor";
import type { Context } from "../kernel/context";
import { appendEvent } from "../kernel/events";
import { notFound } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import { privateLanes } from "../notes/parts/writable-lanes";
import { keptBytes } from "./parts/kept-bytes";

export interface OpenedFile {
  name: string;
  mime: string;
  bytes: Buffer;
  /** Its lane is one where every opening is logged. */
  isPrivate: boolean;
}

/**
 * A file with its bytes, for readers of its lane (row-level security) who may read the dispute. Opening a file of a
 * private lane is logged before a byte leaves, without naming the lane. Bytes that differ from what was stored are
 * refused. A picture is given small too, under the same rights; anything else is notFound then.
 */
export async function readFile(ctx: Context, fileId: string, size: "whole" | "small" = "whole"): Promise<OpenedFile> {
  const { actor, now } = ctx;
  const row = await asActor(ctx, async (tx) => {
    const [file] = await tx
      .select()
      .from(files)
      .where(and(eq(files.countyId, actor.countyId), eq(files.id, fileId)));
    if (!file) throw notFound();
    if (file.assignmentId !== null) {
      await requireMayReadTask(tx, actor, file.disputeId);
      return file;
    }
    const { proceeding } = await readDispute(tx, actor, "file.read", file.disputeId);
    if (privateLanes.includes(file.lane))
      await appendEvent(tx, actor, now, {
        action: "file.read",
        disputeId: file.disputeId,
        proceedingId: proceeding?.id,
        payload: { fileId },
      });
    return file;
  });
  const isPrivate = privateLanes.includes(row.lane);
  if (size === "small") {
    if (row.smallSha256 === null) throw notFound();
    return { name: row.name, mime: "image/jpeg", bytes: await keptBytes(actor.countyId, row.smallSha256), isPrivate };
  }
  const bytes = await keptBytes(actor.countyId, row.sha256);
  return { name: row.name, mime: row.mime, bytes, isPrivate };
}

/** What proves a task is read with it: by whoever was asked, whose own alone it is (row-level security), and in the office. */
async function requireMayReadTask(tx: Tx, actor: PersonActor, disputeId: string): Promise<void> {
  if (actor.role === "expert") requireRole(actor, "assignment.listOwn");
  else await readDispute(tx, actor, "assignment.read", disputeId);
}
