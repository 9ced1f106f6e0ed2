import { and, eq } from "drizzle-orm";
import { personRoles } from "@/db/schema/people";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import type { EndRoleInput } from "./inputs";
import { changePerson } from "./parts/change-person";
import { requireNoWork } from "./parts/require-no-work";
import { setForces } from "./parts/set-forces";
import { openProceedingsLed } from "./queries";

/**
 * Ends a role beside somebody's main one: whoever acts in it acts in their main one from the next request on. They are told. Refuses
 * notFound, notYourself, appendOnly where it has ended, workRests while shifts or seats to come rest on it, and leadsOpen of a
 * mediator's while they lead anything.
 */
export function endRole(ctx: ActContext, input: EndRoleInput): Promise<{ roleId: string }> {
  return changePerson(ctx, "person.endRole", "endRole", input, async (tx, countyId) => {
    const { roleId, reason } = input;
    const own = and(eq(personRoles.countyId, countyId), eq(personRoles.id, roleId));
    const [held] = await tx.select().from(personRoles).where(own).for("update");
    if (!held) throw notFound();
    const { personId, role } = held;
    if (personId === ctx.actor.personId) throw conflict("notYourself");
    if (held.endedAt) throw conflict("appendOnly");
    if (role === "expert") await requireNoWork(tx, personId, []);
    const count = role === "mediator" ? await openProceedingsLed(tx, personId) : 0;
    if (count > 0) throw conflict("leadsOpen", { count });
    await tx.update(personRoles).set({ endedBy: ctx.actor.personId, endedAt: ctx.now, endedReason: reason }).where(own);
    if (role === "expert") await setForces(tx, countyId, personId, []);
    return { result: { roleId }, payload: { personId, roleId, role, reason } };
  });
}
