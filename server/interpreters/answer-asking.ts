import { sql } from "drizzle-orm";
import { requireRole } from "../access/gate";
import type { AskingVisit } from "../access/link-entry";
import { perform } from "../disputes/perform";
import { ownAnswer } from "../invitations/parts/write-answer";
import { type SystemActor, systemActor } from "../kernel/actor";
import { type ActContext, actAs } from "../kernel/context";
import { keyOf } from "../kernel/ids";
import { notFound } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import type { AnswerAskingInput, AskingAnswer } from "./inputs";
import { askingOf } from "./parts/asking-of";
import { writeAnswer } from "./parts/write-answer";

interface Answering {
  askingId: string;
  answer: AskingAnswer;
  /** By a link, not signed in. */
  byLink: boolean;
}

/**
 * The answer of whoever was asked to interpret. They have no right to the dispute and get none by it, so that the system
 * writes it down for them; the event names who it was. Refuses what `writeAnswer` refuses.
 */
function answering(ctx: ActContext<SystemActor>, input: Answering & Matter): Promise<{ askingId: string }> {
  return perform(ctx, "interpreter.answer", input, async (act) => {
    const asking = await askingOf(act, input.askingId);
    const done = await writeAnswer(act, asking, { answer: input.answer, given: ownAnswer(act.now) });
    return input.byLink ? { ...done, payload: { ...done.payload, byLink: true } } : done;
  });
}

interface Matter extends Record<string, unknown> {
  disputeId: string;
  proceedingId: string;
}

const matterOf = (ctx: ActContext<SystemActor>, askingId: string): Promise<Matter> =>
  asActor(ctx, async (tx) => {
    const [found] = await tx.execute<Matter>(sql`
      select dispute_id as "disputeId", proceeding_id as "proceedingId" from interpreter_askings
      where county_id = ${ctx.actor.countyId}::uuid and id = ${askingId}::uuid`);
    if (!found) throw notFound();
    return { disputeId: found.disputeId, proceedingId: found.proceedingId };
  });

/** Signed in: their own question alone; anybody else's, and one that is closed, is not found. */
export async function answerAsking(ctx: ActContext, input: AnswerAskingInput): Promise<{ askingId: string }> {
  const { actor, now, key } = ctx;
  requireRole(actor, "interpreter.answer");
  // The system shares its keys with the jobs: what somebody chose counts for them alone.
  const system = actAs(systemActor(actor.countyId, "interpreters"), now, keyOf(key, actor.personId));
  const [own] = await asActor(system, (tx) =>
    tx.execute(sql`
      select 1 from interpreter_askings where county_id = ${actor.countyId}::uuid and id = ${input.askingId}::uuid and person_id = ${actor.personId}::uuid`),
  );
  if (!own) throw notFound();
  return answering(system, { ...(await matterOf(system, input.askingId)), ...input, byLink: false });
}

/** Through a link. */
export async function answerAskingByLink(
  { actor, now, askingId }: AskingVisit,
  key: string,
  answer: AskingAnswer,
): Promise<{ askingId: string }> {
  const system = actAs(actor, now, key);
  return answering(system, { ...(await matterOf(system, askingId)), askingId, answer, byLink: true });
}
