import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { phoneHashes } from "@/db/encryption/encrypt";
import { people } from "@/db/schema/people";
import { endSignIns } from "../access/sign-in";
import type { ActContext } from "../kernel/context";
import { updateInVersion } from "../kernel/in-version";
import { conflict } from "../kernel/problem";
import type { AmendPersonInput } from "./inputs";
import { changePerson, lockPerson, type PersonRow } from "./parts/change-person";
import { checkPerson, personColumns } from "./parts/check-person";
import { requireNoWork } from "./parts/require-no-work";
import { setForces } from "./parts/set-forces";
import { expectedAt, openProceedingsLed } from "./queries";

/** Refuses a role or office that would leave open proceedings without a lead who may act. */
async function checkLeads(tx: Tx, before: PersonRow): Promise<void> {
  const count = await openProceedingsLed(tx, before.id);
  if (count > 0) throw conflict("leadsOpen", { count });
}

/** Nor a role that would leave seats empty, or work to come undone. */
async function checkRoleChange(tx: Tx, ctx: ActContext, before: PersonRow): Promise<void> {
  if (before.id === ctx.actor.personId) throw conflict("notYourself");
  await checkLeads(tx, before);
  const expected = await expectedAt(tx, before.id, ctx.now);
  if (expected.first) throw conflict("stillExpected", { count: expected.count, first: Date.parse(expected.first) });
  await requireNoWork(tx, before.id, null);
}

/** By which of their workplaces somebody leads: a mediator sits in a station and leads for the committee. */
const officeOfRole = ({ role }: PersonRow) =>
  role === "officer" || role === "stationHead" ? ("stationId" as const) : ("committeeId" as const);

/** Rights follow from the role and the workplaces; a page that is open shows what they allowed before. */
const hasOtherRights = (before: PersonRow, after: ReturnType<typeof personColumns>) =>
  (["role", "stationId", "committeeId", "pointId"] as const).some((column) => before[column] !== after[column]);

/** Changes what is known of a person; with other rights their sign-ins end at once. The event names the fields, never a phone number. */
export function amendPerson(ctx: ActContext, input: AmendPersonInput): Promise<{ personId: string; version: number }> {
  return changePerson(ctx, "person.change", "amendPerson", input, async (tx, countyId) => {
    const { personId, personVersion, ...rest } = input;
    const before = await lockPerson(tx, countyId, personId);
    if (before.role !== rest.role) await checkRoleChange(tx, ctx, before);
    const forceCodes = await checkPerson(tx, countyId, rest);
    const columns = personColumns(rest);
    if (before[officeOfRole(before)] !== columns[officeOfRole(before)]) await checkLeads(tx, before);
    const version = await updateInVersion(tx, people, {
      where: and(eq(people.countyId, countyId), eq(people.id, personId)),
      version: personVersion,
      set: { ...columns, phoneHash: phoneHashes(countyId, columns.phone).hash },
    });
    // Forces of a role beside the main one stay with that role.
    const hasForces = before.role === "expert" || rest.role === "expert";
    if (hasForces) {
      // A change of role was asked of all that rests on them already.
      if (before.role === rest.role) await requireNoWork(tx, personId, forceCodes);
      await setForces(tx, countyId, personId, forceCodes);
    }
    if (hasOtherRights(before, columns)) await endSignIns(tx, countyId, personId, ctx.now);
    const changed = (Object.keys(columns) as (keyof typeof columns)[]).filter(
      (column) => columns[column] !== undefined && columns[column] !== before[column],
    );
    return {
      result: { personId, version },
      payload: { personId, changed, role: rest.role, ...(hasForces ? { forces: forceCodes } : {}) },
    };
  });
}
