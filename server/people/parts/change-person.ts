import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { people } from "@/db/schema/people";
import { type AdminAction, type AdminBody, adminAct } from "../../access/admin-act";
import type { ActContext } from "../../kernel/context";
import { notFound } from "../../kernel/problem";

export type PersonRow = typeof people.$inferSelect;

/** One act of an administrator on a person or their account; `did` names it in the county's chain of events. */
export const changePerson = <I, T>(
  ctx: ActContext,
  action: AdminAction,
  did: string,
  input: I,
  body: AdminBody<T>,
): Promise<T> => adminAct(ctx, action, did, input, body);

/** The person, locked: nobody makes them a lead while they are being changed. */
export async function lockPerson(tx: Tx, countyId: string, personId: string): Promise<PersonRow> {
  const [person] = await tx
    .select()
    .from(people)
    .where(and(eq(people.countyId, countyId), eq(people.id, personId)))
    .for("update");
  if (!person) throw notFound();
  return person;
}
