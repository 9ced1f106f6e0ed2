import { and, eq, isNull } from "drizzle-orm";
import { interpreterAskings, interpreters } from "@/db/schema/interpreters";
import type { ProposedTime } from "@/db/schema/invitations";
import { sessionOf } from "../../bookings/booked-session";
import type { Act, Done } from "../../disputes/perform";
import { checkTimes } from "../../invitations/parts/check-times";
import type { Given } from "../../invitations/parts/write-answer";
import { conflict } from "../../kernel/problem";
import type { AskingAnswer } from "../inputs";
import type { AskingRow } from "./asking-of";
import { endAsked } from "./end-asked";

/** What was answered; of an answer that somebody heard, how, by whom and when. */
export type Answered = { answer: AskingAnswer; given: Given };
type Result = Done<{ askingId: string }>;

/**
 * Writes a yes, a no with its reason, or other times, whoever gave it. A yes is for the hour they read: another one by now
 * is hourChanged. After a no they are named no more, and their hour is free. Refuses askingClosed, interpreterTied,
 * startBeforeEnd, sessionInPast, sessionTooFar.
 */
export async function writeAnswer(act: Act, asking: AskingRow, { answer, given }: Answered): Promise<Result> {
  if (answer.is !== "no" && asking.status !== "sent") throw conflict("askingClosed", { status: asking.status });
  const payload = { asking: asking.id, person: asking.personId, sessionId: asking.sessionId, answer: answer.is };
  const done = (more: object = {}): Result => ({ result: { askingId: asking.id }, payload: { ...payload, ...more } });
  switch (answer.is) {
    case "yes": {
      const { startsAt } = await sessionOf(act, asking.sessionId);
      if (startsAt.getTime() !== Date.parse(answer.startsAt)) throw conflict("hourChanged");
      await change(act, asking, { status: "accepted", ...given });
      return done();
    }
    case "no": {
      const { reason, note } = answer;
      await change(act, asking, { status: "declined", ...given, declineReason: reason, declineNote: note });
      await endAsked(act, asking);
      return done({ reason });
    }
    case "otherTimes": {
      const proposals = checkTimes(answer.times, act.now, act.rules["convening.windowDays"]);
      await change(act, asking, { proposals, proposalNote: answer.note, proposedAt: act.now });
      return done({ times: proposals.map((time: ProposedTime) => time.startsAt) });
    }
  }
}

async function change({ tx, countyId }: Act, { id }: AskingRow, to: Partial<AskingRow>): Promise<void> {
  await tx
    .update(interpreterAskings)
    .set(to)
    .where(and(eq(interpreterAskings.countyId, countyId), eq(interpreterAskings.id, id)));
}

/** Takes a question back once nobody named by it is needed any more. */
export async function withdrawAsking(act: Act, askingId: string): Promise<boolean> {
  const { tx, countyId } = act;
  const still = await tx
    .select({ id: interpreters.id })
    .from(interpreters)
    .where(and(eq(interpreters.countyId, countyId), eq(interpreters.askingId, askingId), isNull(interpreters.endedAt)));
  if (still.length > 0) return false;
  const [asking] = await tx
    .select()
    .from(interpreterAskings)
    .where(and(eq(interpreterAskings.countyId, countyId), eq(interpreterAskings.id, askingId)));
  if (!asking || (asking.status !== "sent" && asking.status !== "accepted")) return false;
  await change(act, asking, { status: "withdrawn", answeredAt: null, ...unheard });
  return true;
}

const unheard = { spokenMeans: null, saidBy: "", enteredBy: null, enteredAt: null };
