import { and, eq, sql } from "drizzle-orm";
import { deposits } from "@/db/schema/deposits";
import { requireRole } from "../../access/gate";
import { keptBytes } from "../../files/parts/kept-bytes";
import type { Context } from "../../kernel/context";
import { notFound } from "../../kernel/problem";
import { asActor } from "../../kernel/transaction";
import { type OpenedPaper, type PaperFormat, paperMimes } from "../../papers/parts/opened-paper";
import { withForerunners } from "../../places/parts/with-forerunners";

/** A list as it was drawn, for the head of the committee that gave the dossiers or goes on with its work; not there before it is drawn. */
export async function readDeposit(ctx: Context, depositId: string, format: PaperFormat): Promise<OpenedPaper> {
  const { countyId, committeeId } = ctx.actor;
  requireRole(ctx.actor, "deposit.read");
  if (!committeeId) throw notFound();
  const [deposit] = await asActor(ctx, (tx) =>
    tx
      .select()
      .from(deposits)
      .where(
        and(
          eq(deposits.countyId, countyId),
          eq(deposits.id, depositId),
          sql`${deposits.committeeId} = any (${withForerunners(countyId, committeeId)})`,
        ),
      ),
  );
  const sha256 = format === "pdf" ? deposit?.pdfSha256 : deposit?.wordSha256;
  if (!deposit || !sha256) throw notFound();
  return {
    name: `调解卷宗移交清单（${deposit.year}）第${deposit.ordinal}号.${format}`,
    mime: paperMimes[format],
    bytes: await keptBytes(countyId, sha256),
  };
}
