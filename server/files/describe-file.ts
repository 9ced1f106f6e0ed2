import { and, eq } from "drizzle-orm";
import { fileOrigins, files } from "@/db/schema/desk";
import { deskAct } from "../desk/parts/desk-act";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict, invalid, notFound } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { DescribeFileInput } from "./inputs";

/**
 * Says where a file comes from and of which paper it is the signed one, or corrects what was said: earlier words stay. The event names the file alone, because what is
 * said of a file of a private lane is private too. Refuses with notFound a file of a lane they may not read, saidNothing, and
 * a day that is still to come with dayInFuture.
 */
export async function describeFile(ctx: ActContext, input: DescribeFileInput): Promise<{ originId: string }> {
  return deskAct(ctx, "file.describe", input, async ({ tx, countyId, dispute, proceeding, actor, now }) => {
    const { fileId, provider, isOriginal, place, madeOn, paperKind = null } = input;
    if (proceeding?.archivedAt) throw conflict("proceedingEnded");
    if (!provider && !place && isOriginal === null && madeOn === null && paperKind === null)
      throw invalid("saidNothing");
    if (madeOn !== null && madeOn > dayOf(now)) throw invalid("dayInFuture");
    const [file] = await tx
      .select({ id: files.id })
      .from(files)
      .where(and(eq(files.countyId, countyId), eq(files.disputeId, dispute.id), eq(files.id, fileId)));
    if (!file) throw notFound();
    const originId = newId(now);
    const said = { fileId, provider, isOriginal, place, madeOn, paperKind, saidBy: actor.personId, saidAt: now };
    await tx.insert(fileOrigins).values({ ...said, countyId, id: originId, disputeId: dispute.id });
    return { result: { originId }, event: { fileId } };
  });
}
