import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { addDays, dayOf } from "../kernel/shanghai";

/** Three attempts to reach a party, the last of them on this day. */
export const tried = (partyId: string, until: string) =>
  [2, 1, 0].map((ago) => ({
    partyId,
    triedOn: addDays(until, -ago),
    means: ago === 1 ? ("visit" as const) : ("phone" as const),
    note: "没人接",
  }));

/** The last of a dispute's parties, who speaks for itself. */
async function lastParty(disputeId: string): Promise<string> {
  const [party] = await database().execute<{ id: string }>(
    sql`select id from parties where dispute_id = ${disputeId}::uuid order by side desc, position desc limit 1`,
  );
  if (!party) throw new Error("no party");
  return party.id;
}

/** How an end is entered where somebody could not be reached. */
export const unreached = async (disputeId: string, at = new Date()) => ({
  outcome: "unreachable" as const,
  reason: "联系不上",
  routesTold: ["court" as const],
  attempts: tried(await lastParty(disputeId), dayOf(at)),
});

/** How it is entered where one of the parties said that they settled it themselves. */
export const settledSaid = async (disputeId: string) => ({
  outcome: "settledWithdrawn" as const,
  reason: "自己谈好了",
  routesTold: [],
  saidBy: { partyId: await lastParty(disputeId), spokenByLinkId: null, means: "spoken" as const },
});
