import { and, eq, sql } from "drizzle-orm";
import { interpreterAskings } from "@/db/schema/interpreters";
import type { SessionRow } from "../../bookings/booked-session";
import { type Act, proceedingOf } from "../../disputes/perform";
import type { PersonActor } from "../../kernel/actor";
import { newId } from "../../kernel/ids";
import type { NewJob } from "../../kernel/jobs";
import { afterOfficeHours, officeTimeBy } from "../../rules/office-hours";

/** Whom a question goes to: somebody of the county, or somebody from outside by name and number. */
export interface AskedPerson {
  personId: string | null;
  name: string;
  phoneHash: string;
}

interface Question {
  /** Null where nothing is left to ask: the session has begun, or was held. */
  askingId: string | null;
  /** Whether it is asked now; false where the same person was asked before and may still answer or has said yes. */
  isNew: boolean;
  jobs: NewJob[];
}

const nothingToAsk: Question = { askingId: null, isNew: false, jobs: [] };

/**
 * Asks somebody to interpret at a session to come, once however many parties they are named for, to be answered in office
 * hours before it begins. Of a session that has begun, and of a paper, nobody is asked.
 */
export async function askInterpreter(
  act: Act<PersonActor>,
  session: SessionRow | null,
  who: AskedPerson,
): Promise<Question> {
  const { tx, countyId, dispute, now, actor } = act;
  if (session?.status !== "booked" || session.startedAt || session.startsAt <= now) return nothingToAsk;
  const before = await askedBefore(act, session.id, who);
  if (before) return { askingId: before, isNew: false, jobs: [] };
  const id = newId(now);
  const usual = afterOfficeHours(now, act.rules["invitation.answerHours"], act);
  const answerBy = officeTimeBy(usual, { now, latest: session.startsAt }, act);
  await tx.insert(interpreterAskings).values({
    countyId,
    id,
    disputeId: dispute.id,
    proceedingId: proceedingOf(act).id,
    sessionId: session.id,
    personId: who.personId,
    askedBy: actor.personId,
    askedAt: now,
    answerBy,
  });
  const lapse = { task: "expireAsking", payload: { countyId, askingId: id }, jobKey: `expire-asking:${id}` };
  return { askingId: id, isNew: true, jobs: [{ ...lapse, runAt: answerBy }] };
}

async function askedBefore({ tx, countyId }: Act, sessionId: string, who: AskedPerson): Promise<string | null> {
  const itself = who.personId
    ? eq(interpreterAskings.personId, who.personId)
    : sql`exists (select from interpreters n where n.county_id = ${countyId}::uuid and n.asking_id = ${interpreterAskings.id}
        and n.person_id is null and n.ended_at is null and app.name_form(n.name) = app.name_form(${who.name}) and n.phone_hash = ${who.phoneHash})`;
  const [found] = await tx
    .select({ id: interpreterAskings.id })
    .from(interpreterAskings)
    .where(
      and(
        eq(interpreterAskings.countyId, countyId),
        eq(interpreterAskings.sessionId, sessionId),
        sql`app.asking_is_open(interpreter_askings.county_id, interpreter_askings.id)`,
        itself,
      ),
    );
  return found?.id ?? null;
}
