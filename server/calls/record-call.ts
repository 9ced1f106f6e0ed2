import { sql } from "drizzle-orm";
import { policeCalls } from "@/db/schema/calls";
import { encryptedPhone } from "../access/encrypted-contacts";
import { requireRole } from "../access/gate";
import { lookForRelapse } from "../disputes/parts/look-for-relapse";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { invalid } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import { rulesOn } from "../rules/queries";
import type { RecordCallInput } from "./inputs";
import { attachToDispute } from "./parts/attach-call";
import { incidentOf, joinGroup } from "./parts/group-call";

export interface RecordedCall {
  callId: string;
  /** Reports an incident that another phone has reported already: counts once (S2). */
  isDuplicate: boolean;
  groupId: string | null;
  /** Different incidents of the group within the window, this call included; 1 without a group. */
  incidents: number;
  /** This call raised the alert to the station head (S1). */
  isAlerting: boolean;
}

/**
 * Writes down a police call with its own number, finds the incident and the repeat group it belongs
 * to, alerts the head once when the group reaches the threshold, and joins the group's dispute if there is one.
 */
export function recordCall(ctx: ActContext, input: RecordCallInput): Promise<RecordedCall> {
  const { actor, now } = ctx;
  return act(
    ctx,
    "call.record",
    input,
    (who) => requireRole(who, "call.record"),
    async (tx) => {
      const { countyId, stationId } = actor;
      if (!stationId) throw invalid("workplaceNeeded");
      const calledAt = new Date(input.calledAt);
      if (calledAt > now) throw invalid("calledInFuture");
      // Calls of one station are recorded one after another: two at once would not see each other.
      const [compared] = await tx.execute<{ place_key: string }>(sql`select app.place_key(${input.place}) as place_key,
        pg_advisory_xact_lock(hashtextextended(${`calls ${stationId}`}, 0))`);
      const rules = await rulesOn(tx, countyId, dayOf(now));
      const row = { countyId, id: newId(now) };
      const call = {
        ...row,
        ...encryptedPhone("police_calls", row, input.phone),
        stationId,
        calledAt,
        place: input.place,
        placeKey: compared?.place_key ?? "",
      };
      const incidentId = (await incidentOf(tx, call, rules)) ?? call.id;
      await tx.insert(policeCalls).values({
        ...call,
        number: input.number,
        callerName: input.callerName,
        summary: input.summary,
        incidentId,
        recordedBy: actor.personId,
        recordedAt: now,
      });
      const group = await joinGroup(tx, ctx, call, rules);
      if (group?.disputeId)
        await attachToDispute(tx, ctx, { callId: call.id, number: input.number, disputeId: group.disputeId });
      const result: RecordedCall = {
        callId: call.id,
        isDuplicate: incidentId !== call.id,
        groupId: group?.id ?? null,
        incidents: group?.incidents ?? 1,
        isAlerting: group?.isAlerting ?? false,
      };
      const jobs = group?.disputeId ? [] : [lookForRelapse(countyId, "call", call.id)];
      return {
        result,
        payload: { number: input.number, groupId: result.groupId, isDuplicate: result.isDuplicate },
        jobs,
      };
    },
  );
}
