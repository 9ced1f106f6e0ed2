import { and, eq, sql } from "drizzle-orm";
import { ledgerContestEnds, ledgerContests } from "@/db/schema/performance";
import type { ContestEnd } from "@/db/vocabulary";
import type { Act } from "../../disputes/perform";
import type { PersonActor } from "../../kernel/actor";
import { conflict, notFound } from "../../kernel/problem";
import type { EndContestInput } from "../inputs";

export type ContestRow = typeof ledgerContests.$inferSelect;

/** A contest of this matter that has not ended. Refuses with notFound, contestEnded. */
export async function openContest(act: Act, contestId: string): Promise<ContestRow> {
  const { tx, countyId, dispute } = act;
  const [contest] = await tx
    .select()
    .from(ledgerContests)
    .where(
      and(
        eq(ledgerContests.countyId, countyId),
        eq(ledgerContests.disputeId, dispute.id),
        eq(ledgerContests.id, contestId),
      ),
    );
  if (!contest) throw notFound();
  const [open] = await tx.execute<{ is: boolean }>(sql`
    select exists (select from app.open_contests(${countyId}::uuid, ${contest.obligationId}::uuid) k where k.id = ${contestId}::uuid) as is`);
  if (!open?.is) throw conflict("contestEnded");
  return contest;
}

interface HowEnded {
  contestId: string;
  kind: ContestEnd;
  /** The entry that was made of what was claimed. */
  entryId: string | null;
  /** Who took it back; null of any other end. */
  withdrawnBy: NonNullable<EndContestInput["withdrawnBy"]> | null;
  endedOn: string;
  reason: string;
}

/** Writes how a contest ended; nothing of it is changed. Gives who took it back, as it is kept: all null of any other end. */
export async function writeContestEnd(act: Act<PersonActor>, { withdrawnBy, ...end }: HowEnded) {
  const { tx, countyId, dispute, actor, now } = act;
  const by = {
    saidByPartyId: withdrawnBy?.partyId ?? null,
    saidByLinkId: withdrawnBy?.linkId ?? null,
    means: withdrawnBy?.means ?? null,
  };
  await tx
    .insert(ledgerContestEnds)
    .values({ ...end, ...by, countyId, disputeId: dispute.id, recordedBy: actor.personId, recordedAt: now });
  return by;
}
