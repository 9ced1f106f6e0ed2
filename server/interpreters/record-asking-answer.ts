import { and, eq, isNull, sql } from "drizzle-orm";
import { interpreters } from "@/db/schema/interpreters";
import { people } from "@/db/schema/people";
import { type Act, perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { invalid } from "../kernel/problem";
import type { RecordAskingAnswerInput } from "./inputs";
import { type AskingRow, askingOf } from "./parts/asking-of";
import { writeAnswer } from "./parts/write-answer";

/** What the person is called who was asked. */
async function nameOf({ tx, countyId }: Act, { id }: AskingRow): Promise<string> {
  const [one] = await tx
    .select({ name: sql<string>`coalesce(${people.name}, ${interpreters.name})` })
    .from(interpreters)
    .leftJoin(people, and(eq(people.countyId, interpreters.countyId), eq(people.id, interpreters.personId)))
    .where(and(eq(interpreters.countyId, countyId), eq(interpreters.askingId, id), isNull(interpreters.endedAt)))
    .limit(1);
  return one?.name ?? "";
}

/**
 * Enters what an interpreter answered by telephone or in person, with who said it and when (ISO instant). It has the effect of
 * their own answer, and they are told of it. Refuses notHappenedYet, saidBeforeAsked and what `writeAnswer` refuses.
 */
export function recordAskingAnswer(ctx: ActContext, input: RecordAskingAnswerInput): Promise<{ askingId: string }> {
  return perform(ctx, "interpreter.recordAnswer", input, async (act) => {
    const asking = await askingOf(act, input.askingId);
    const answeredAt = new Date(input.saidAt);
    if (answeredAt > act.now) throw invalid("notHappenedYet");
    if (answeredAt < asking.askedAt) throw invalid("saidBeforeAsked");
    const saidBy = input.saidBy || (await nameOf(act, asking));
    const heard = { spokenMeans: input.means, saidBy, enteredBy: ctx.actor.personId, enteredAt: act.now };
    const done = await writeAnswer(act, asking, { answer: input.answer, given: { answeredAt, ...heard } });
    const said = { means: input.means, saidBy, saidAt: input.saidAt };
    return { ...done, payload: { ...done.payload, ...said } };
  });
}
