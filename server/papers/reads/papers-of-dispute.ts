import { sql } from "drizzle-orm";
import type { KeptPaperKind, PaperState } from "@/db/vocabulary";
import { readDispute } from "../../access/gate";
import type { Context } from "../../kernel/context";
import { asActor } from "../../kernel/transaction";
import type { Lack } from "../model";

/** A paper that the reader asked for. */
export interface AskedPaper {
  id: string;
  kind: KeptPaperKind;
  subjectId: string | null;
  state: PaperState;
  /** How much of a dossier is drawn, in hundredths. */
  progress: number;
  lacks: Lack[];
  problem: { code: string; params: Record<string, string | number> } | null;
  askedAt: string;
}

/** What the reader asked for in this matter: the newest of each paper, the newest first. */
export function papersOfDispute(ctx: Context, { disputeId }: { disputeId: string }): Promise<AskedPaper[]> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    await readDispute(tx, actor, "paper.read", disputeId);
    return tx.execute<AskedPaper & Record<string, unknown>>(sql`
      select id, kind, subject_id as "subjectId", state, progress, lacks, problem, to_json(asked_at) #>> '{}' as "askedAt" from (
        select distinct on (kind, subject_id) * from papers
        where county_id = ${actor.countyId}::uuid and dispute_id = ${disputeId}::uuid and asked_by = ${actor.personId}::uuid
        order by kind, subject_id, asked_at desc, id desc) newest
      order by asked_at desc, id desc limit 60`);
  });
}
