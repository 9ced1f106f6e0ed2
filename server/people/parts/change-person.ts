import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { people } from "@/db/schema/people";
import { requireRole } from "../../access/gate";
import type { Action } from "../../access/policy";
import { act } from "../../kernel/act";
import type { ActContext } from "../../kernel/context";
import type { EventPayload } from "../../kernel/events";
import { notFound } from "../../kernel/problem";

export type PersonRow = typeof people.$inferSelect;

/** One act of an administrator on a person or their account; `did` names it in the county's chain of events. */
export function changePerson<I extends object, T>(
  ctx: ActContext,
  action: Extract<Action, "person.change" | "account.change">,
  did: string,
  input: I,
  body: (tx: Tx, countyId: string) => Promise<{ result: T; payload: EventPayload }>,
): Promise<T> {
  return act(
    ctx,
    action,
    { did, ...input },
    (who) => requireRole(who, action),
    async (tx) => {
      const { result, payload } = await body(tx, ctx.actor.countyId);
      return { result, payload: { did, ...payload } };
    },
  );
}

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
