import { and, eq, isNull, sql } from "drizzle-orm";
import { leadRequests } from "@/db/schema/lead-requests";
import { proceedings } from "@/db/schema/proceedings";
import { checkLead } from "../../disputes/parts/check-lead";
import type { Stamps } from "../../disputes/parts/settle";
import { type Act, proceedingOf } from "../../disputes/perform";
import type { PersonActor } from "../../kernel/actor";
import type { EventPayload } from "../../kernel/events";
import { conflict } from "../../kernel/problem";
import type { NotFreeWay } from "../choices";
import { handOverSeats } from "./move-seats";

/** A session that runs is led by whoever began it; afterwards, or at once where a tie bars them, another one may come. */
async function requireNotInSession(act: Act): Promise<void> {
  const [row] = await act.tx.execute<{ sits: boolean }>(
    sql`select app.lead_in_session(${act.countyId}::uuid, ${proceedingOf(act).id}::uuid) as sits`,
  );
  if (row?.sits) throw conflict("sessionRunning");
}

interface ChangeOfLead {
  /** The lead the user saw. */
  leadSeen: string;
  leadPersonId: string;
  leadUnit: string;
  reason: string;
  whereNotFree?: NotFreeWay | undefined;
}
interface Changed {
  result: { leadPersonId: string; moved: number; stayed: number };
  payload: EventPayload;
  stamps: Stamps;
}

/**
 * The change itself, whichever act makes it: another lead who may lead this track, with the sessions to come. Whatever a
 * party asked about the former lead is overtaken. Refuses changedMeanwhile, sessionRunning, leadUnchanged, leadNotFree, personTaken and
 * what checkLead refuses.
 */
export async function changeLead(act: Act<PersonActor>, input: ChangeOfLead): Promise<Changed> {
  const { tx, countyId, dispute, actor, now } = act;
  const proceeding = proceedingOf(act);
  const before = proceeding.leadPersonId;
  if (before !== input.leadSeen) throw conflict("changedMeanwhile");
  const lead = await checkLead(tx, dispute, proceeding.track, input.leadPersonId);
  const leadUnit = input.leadUnit || lead.unit;
  if (lead.id === before && leadUnit === proceeding.leadUnit) throw conflict("leadUnchanged");
  if (lead.id !== before) await requireNotInSession(act);
  // Written before the seats: a lead may sit where they could not before.
  await tx
    .update(proceedings)
    .set({ leadPersonId: lead.id })
    .where(and(eq(proceedings.countyId, countyId), eq(proceedings.id, proceeding.id)));
  if (lead.id !== before)
    await tx
      .update(leadRequests)
      .set({ outcome: "overtaken", decidedBy: actor.personId, decidedAt: now })
      .where(
        and(
          eq(leadRequests.countyId, countyId),
          eq(leadRequests.proceedingId, proceeding.id),
          isNull(leadRequests.outcome),
        ),
      );
  const { payload, ...seats } =
    lead.id === before
      ? { moved: 0, stayed: 0, payload: {} }
      : await handOverSeats(
          act,
          { from: before, to: lead },
          { whereNotFree: input.whereNotFree ?? "ask", reason: input.reason },
        );
  return {
    result: { leadPersonId: lead.id, ...seats },
    payload: { before, after: lead.id, reason: input.reason, ...seats, ...payload },
    stamps: {
      leadPersonId: lead.id,
      leadUnit,
      ...(proceeding.assistantId === lead.id ? { assistantId: null } : {}),
    },
  };
}
