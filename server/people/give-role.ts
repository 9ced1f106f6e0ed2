import { personRoles } from "@/db/schema/people";
import { requireOpenPlace } from "../access/require-open-place";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict, invalid } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import { rolesBeside, workplaces } from "./choices";
import type { GiveRoleInput } from "./inputs";
import { changePerson, lockPerson } from "./parts/change-person";
import { forcesOfRole, setForces } from "./parts/set-forces";

/**
 * Gives somebody a role beside their main one, from today on. They are told, and act in one of their roles at a time. Refuses
 * notYourself, alreadyLeft, roleNotBeside, forceNeeded, roleHeld (by the database) and a place that is closed.
 */
export function giveRole(ctx: ActContext, input: GiveRoleInput): Promise<{ roleId: string }> {
  return changePerson(ctx, "person.giveRole", "giveRole", input, async (tx, countyId) => {
    const { personId, role, untilOn, reason } = input;
    if (personId === ctx.actor.personId) throw conflict("notYourself");
    const person = await lockPerson(tx, countyId, personId);
    if (person.disabledAt) throw conflict("alreadyLeft");
    if (!rolesBeside[person.role]?.includes(role)) throw invalid("roleNotBeside");
    const forceCodes = forcesOfRole(role, input.forceCodes);
    const stationId = workplaces[role].station === "none" ? null : input.stationId;
    const pointId = workplaces[role].point === "none" ? null : input.pointId;
    await requireOpenPlace(tx, countyId, { stationId, committeeId: null, pointId });
    const roleId = newId(ctx.now);
    await tx.insert(personRoles).values({
      ...{ countyId, id: roleId, personId, role, stationId, pointId, untilOn, reason },
      ...{ fromOn: dayOf(ctx.now), givenBy: ctx.actor.personId, givenAt: ctx.now },
    });
    if (role === "expert") await setForces(tx, countyId, personId, forceCodes);
    return { result: { roleId }, payload: { personId, roleId, role, forces: forceCodes, untilOn, reason } };
  });
}
