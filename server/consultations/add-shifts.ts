import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { dutyShifts } from "@/db/schema/consultations";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict, invalid } from "../kernel/problem";
import type { AddShiftsInput } from "./inputs";

const longest = 24 * 3_600_000;

/** Only a lawyer in office may be on the roster. */
async function requireLawyer(tx: Tx, countyId: string, personId: string): Promise<void> {
  const rows = await tx.execute(sql`
    select from people p join person_forces f on f.county_id = p.county_id and f.person_id = p.id and f.force_code = 'lawyer'
    where p.county_id = ${countyId}::uuid and p.id = ${personId}::uuid and app.is_expert(p)`);
  if (rows.length === 0) throw invalid("lawyerNeeded");
}

/**
 * The committee's head puts a lawyer on duty for one or several spans, by day or overnight. Spans may overlap those of
 * colleagues, but not the lawyer's own. Waiting questions are then assigned again. Refuses with dutyByAnother: a head who is a
 * lawyer as well would read the questions of the whole county by their own word.
 */
export function addShifts(ctx: ActContext, input: AddShiftsInput): Promise<{ shiftIds: string[] }> {
  const { actor, now } = ctx;
  return act(
    ctx,
    "duty.change",
    input,
    (who) => requireRole(who, "duty.change"),
    async (tx) => {
      const { countyId, personId } = actor;
      if (input.personId === personId) throw conflict("dutyByAnother");
      await requireLawyer(tx, countyId, input.personId);
      const rows = input.shifts.map(({ from, until }) => {
        const length = Date.parse(until) - Date.parse(from);
        if (length <= 0 || length > longest) throw invalid("shiftLength");
        if (Date.parse(until) <= now.getTime()) throw invalid("shiftOver");
        const during = `[${from},${until})`;
        return { countyId, id: newId(now), personId: input.personId, during, setBy: personId };
      });
      await tx.insert(dutyShifts).values(rows);
      return {
        result: { shiftIds: rows.map((row) => row.id) },
        payload: { personId: input.personId, shifts: rows.length },
        jobs: [{ task: "passConsultations", payload: { countyId }, jobKey: `consultations:${countyId}` }],
      };
    },
  );
}
