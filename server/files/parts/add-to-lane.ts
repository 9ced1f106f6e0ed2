import { and, eq, sql } from "drizzle-orm";
import { assignments } from "@/db/schema/assignments";
import { fileOrigins, files } from "@/db/schema/desk";
import { parties } from "@/db/schema/parties";
import { performances } from "@/db/schema/performance";
import { openDispute } from "../../access/gate";
import { type DeskAct, type DeskDone, deskAct, sessionAt } from "../../desk/parts/desk-act";
import type { ActContext, Context } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import { conflict, forbidden, invalid, notFound } from "../../kernel/problem";
import { asActor } from "../../kernel/transaction";
import { privateLanes, writableLanes } from "../../notes/parts/writable-lanes";
import type { AddFileInput } from "../inputs";
import { type CheckedFile, checkContent } from "./check-content";
import { disputeFilesMax, fileBytes } from "./file-limits";
import { fileStore, sha256Of } from "./file-store";

/**
 * Adds a photo, recording or paper to a lane. Rights are checked before the bytes are looked at, and again with the
 * row. The bytes are stored first: bytes without a row are only pruned later, but a row without bytes would be a file
 * that cannot be opened.
 */
export async function addToLane(ctx: ActContext, input: AddFileInput, bytes: Buffer): Promise<{ fileId: string }> {
  requireSize(bytes.length);
  const { actor } = ctx;
  await requireMayAdd(ctx, input);
  const checked = await checkContent(input.name, bytes);
  const sha256 = await fileStore().put(actor.countyId, checked.bytes);
  const smallSha256 = checked.small && (await fileStore().put(actor.countyId, checked.small));
  return deskAct(ctx, actOf(input), input, (act) => put(act, input, { ...checked, sha256, smallSha256 }), {
    ...input,
    sha256: sha256Of(bytes),
  });
}

/**
 * A file that proves a task of a coordination comes from whoever may answer it, and one that proves an entry of the ledger from
 * whoever may make the entry; any other from whoever may write in its lane.
 */
const actOf = ({ assignmentId, performanceId }: AddFileInput) =>
  assignmentId !== null ? "assignment.prove" : performanceId !== null ? "performance.prove" : "file.add";

/** Refuses what is empty or longer than a file may be. */
export function requireSize(bytes: number): void {
  if (bytes === 0) throw invalid("fileMissing");
  if (bytes > fileBytes) throw invalid("fileTooLarge");
}

/** Refuses whoever may not add a file to this lane now. */
export function requireMayAdd({ actor, now }: Context, input: AddFileInput): Promise<void> {
  return asActor({ actor, now }, async (tx) => {
    const opened = await openDispute(tx, actor, actOf(input), { disputeId: input.disputeId });
    await requireLane({ ...opened, tx, actor, now, countyId: actor.countyId }, input);
  });
}

async function requireLane(act: DeskAct, input: AddFileInput): Promise<void> {
  const { lane, side, sessionId, assignmentId, performanceId, paperKind } = input;
  const { actor, relations } = act;
  if (performanceId !== null) {
    // The entry says what it proves, and nothing else is said of it.
    if (lane !== "open" || side !== null || sessionId !== null || assignmentId !== null || paperKind)
      throw invalid("invalidValue");
    return requireEntry(act, performanceId);
  }
  if (assignmentId !== null) {
    if (lane !== "open" || side !== null || sessionId !== null) throw invalid("invalidValue");
    return requireTask(act, assignmentId);
  }
  if (!writableLanes(actor.role, relations).includes(lane)) throw forbidden("laneNotYours");
  if ((lane === "side") !== (side !== null)) throw invalid("sideNeeded");
}

/** A helper finds their own task alone. Refuses assignmentMoved once it cannot be done or is settled. */
async function requireTask({ tx, countyId, dispute, proceeding }: DeskAct, assignmentId: string): Promise<void> {
  const [task] = await tx
    .select({ status: assignments.status, proceedingId: assignments.proceedingId })
    .from(assignments)
    .where(
      and(eq(assignments.countyId, countyId), eq(assignments.disputeId, dispute.id), eq(assignments.id, assignmentId)),
    )
    .for("share");
  if (!task || task.proceedingId !== proceeding?.id) throw notFound();
  if (task.status !== "open" && task.status !== "done") throw conflict("assignmentMoved");
}

/** An entry of this matter's ledger, of whoever may read it; one that was corrected may be proven still. */
async function requireEntry({ tx, countyId, dispute }: DeskAct, performanceId: string): Promise<void> {
  const [entry] = await tx
    .select({ kind: performances.kind })
    .from(performances)
    .where(
      and(
        eq(performances.countyId, countyId),
        eq(performances.disputeId, dispute.id),
        eq(performances.id, performanceId),
      ),
    );
  if (!entry || entry.kind === "correction") throw notFound();
}

async function put(
  act: DeskAct,
  input: AddFileInput,
  { kind, mime, bytes, sha256, smallSha256 }: CheckedFile & { sha256: string; smallSha256: string | null },
): Promise<DeskDone<{ fileId: string }>> {
  const { tx, countyId, dispute, actor, now } = act;
  const { fileId, lane, side, assignmentId, performanceId, name, paperKind } = input;
  await requireLane(act, input);
  if (input.sessionId) await sessionAt(act, input.sessionId);
  if (side !== null) {
    const there = and(eq(parties.countyId, countyId), eq(parties.disputeId, dispute.id), eq(parties.side, side));
    if ((await tx.select({ id: parties.id }).from(parties).where(there).limit(1)).length === 0)
      throw invalid("sideNeeded");
  }
  if (act.proceeding?.archivedAt) throw conflict("proceedingEnded");
  const of = { disputeId: dispute.id, sessionId: input.sessionId, assignmentId, performanceId };
  const row = { ...of, lane, side, kind, name, mime, sha256, smallSha256 };
  const added = await tx
    .insert(files)
    .values({ ...row, countyId, id: fileId, bytes: bytes.length, addedBy: actor.personId, addedAt: now })
    // No conflict target and no RETURNING: whoever adds a file to the sealed lane may not read it back.
    .onConflictDoNothing();
  if (added.count === 0) {
    const [same] = await tx
      .select()
      .from(files)
      .where(and(eq(files.countyId, countyId), eq(files.id, fileId)));
    const isSame = same && (Object.keys(row) as (keyof typeof row)[]).every((field) => same[field] === row[field]);
    if (!isSame && lane !== "sealed") throw conflict("alreadyThere");
    return { result: { fileId } };
  }
  await requireRoom(act);
  if (paperKind) {
    const said = { fileId, provider: "", place: "", paperKind, saidBy: actor.personId, saidAt: now };
    await tx.insert(fileOrigins).values({ ...said, countyId, id: newId(now), disputeId: dispute.id });
  }
  if (assignmentId !== null) return { result: { fileId }, event: { fileId, assignmentId } };
  if (performanceId !== null) return { result: { fileId }, event: { fileId, lane, performanceId } };
  return { result: { fileId }, event: privateLanes.includes(lane) ? { fileId } : { fileId, lane } };
}

/**
 * Refuses when the dispute's file store would be too full with the new file; simultaneous uploads are counted one by
 * one.
 */
async function requireRoom({ tx, dispute }: DeskAct): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`files:${dispute.id}`}, 0))`);
  const [taken] = await tx.execute<{ files: number; bytes: string }>(
    sql`select files, bytes from app.file_room(${dispute.id}::uuid)`,
  );
  if ((taken?.files ?? 0) > disputeFilesMax.files) throw conflict("filesTooMany", { max: disputeFilesMax.files });
  if (Number(taken?.bytes ?? 0) > disputeFilesMax.bytes)
    throw conflict("filesTooLarge", { megabytes: disputeFilesMax.bytes / 1024 / 1024 });
}
