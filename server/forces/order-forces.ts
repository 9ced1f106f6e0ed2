import { sql } from "drizzle-orm";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { OrderForcesInput } from "./inputs";
import { changeForce, lockForces } from "./parts/change-force";

/** Puts the county's forces in a new order; refused when the list has changed since the user loaded it. */
export function orderForces(ctx: ActContext, input: OrderForcesInput): Promise<{ codes: string[] }> {
  return changeForce(ctx, "orderForces", input, async (tx, countyId) => {
    const { codes, codesSeen } = input;
    const now = (await lockForces(tx, countyId)).map((force) => force.code);
    if (now.join() !== codesSeen.join()) throw conflict("changedMeanwhile");
    const known = new Set(now);
    if (new Set(codes).size !== codes.length || codes.length !== known.size || codes.some((code) => !known.has(code)))
      throw conflict("changedMeanwhile");
    // The unique place is checked row by row, so all rows move to free numbers first and then to their new places.
    await tx.execute(sql`update forces set sort = -1 - sort where county_id = ${countyId}::uuid`);
    const places = sql.join(
      codes.map((code, index) => sql`(${code}, ${index + 1}::int)`),
      sql`, `,
    );
    await tx.execute(sql`
      update forces f set sort = place.sort from (values ${places}) as place (code, sort)
      where f.county_id = ${countyId}::uuid and f.code = place.code`);
    return { result: { codes }, payload: { codes } };
  });
}
