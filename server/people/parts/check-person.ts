import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { requireOpenPlace } from "../../access/require-open-place";
import { conflict } from "../../kernel/problem";
import { workplaces } from "../choices";
import type { CreatePersonInput } from "../inputs";
import { forcesOfRole } from "./set-forces";

/** The columns of a person as their role allows them: workplaces and forces of another role are dropped. */
export function personColumns(input: CreatePersonInput) {
  const { forceCodes: _forceCodes, ...words } = input;
  const has = workplaces[input.role];
  return {
    ...words,
    stationId: has.station === "none" ? null : input.stationId,
    committeeId: has.committee === "none" ? null : input.committeeId,
    pointId: has.point === "none" ? null : input.pointId,
    deputyId: input.role === "expert" ? input.deputyId : null,
  };
}

/** Refuses an expert without a force and a workplace or force that is closed. Missing workplaces are refused by the database. */
export async function checkPerson(tx: Tx, countyId: string, input: CreatePersonInput): Promise<string[]> {
  const forceCodes = forcesOfRole(input.role, input.forceCodes);
  const { stationId, committeeId, pointId, deputyId } = personColumns(input);
  await requireOpenPlace(tx, countyId, { stationId, committeeId, pointId });
  const [closed] = await tx.execute<{ deputy: boolean }>(sql`
    select exists (select from people where county_id = ${countyId}::uuid and id = ${deputyId}::uuid
        and (disabled_at is not null or role <> 'expert')) as deputy`);
  if (closed?.deputy) throw conflict("deputyNotExpert");
  return forceCodes;
}
