import { dutyLeaders } from "@/db/schema/gate";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { invalid } from "../kernel/problem";
import type { AddLeaderShiftsInput } from "./inputs";

const longest = 24 * 3_600_000;

/**
 * The head puts a leader of the station on duty for one or several spans. One leader at a time (dutyTwice); only officers and
 * heads of this station in office (officerNeeded). Whoever is on duty is told of amber and red risks.
 */
export function addLeaderShifts(ctx: ActContext, input: AddLeaderShiftsInput): Promise<{ leaderShiftIds: string[] }> {
  const { actor, now } = ctx;
  return act(
    ctx,
    "dutyLeader.change",
    input,
    (who) => requireRole(who, "dutyLeader.change"),
    async (tx) => {
      const { countyId, personId, stationId } = actor;
      if (!stationId) throw invalid("workplaceNeeded");
      const rows = input.shifts.map(({ from, until }) => {
        const length = Date.parse(until) - Date.parse(from);
        if (length <= 0 || length > longest) throw invalid("shiftLength");
        if (Date.parse(until) <= now.getTime()) throw invalid("shiftOver");
        const during = `[${from},${until})`;
        return { countyId, id: newId(now), stationId, personId: input.leaderId, during, setBy: personId, setAt: now };
      });
      await tx.insert(dutyLeaders).values(rows);
      return {
        result: { leaderShiftIds: rows.map((row) => row.id) },
        payload: { personId: input.leaderId, shifts: rows.length },
      };
    },
  );
}
