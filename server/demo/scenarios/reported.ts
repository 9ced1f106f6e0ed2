import { and, eq, inArray, isNull } from "drizzle-orm";
import { database } from "@/db/client";
import { policeCalls } from "@/db/schema/calls";
import type { DisputeType } from "@/db/vocabulary";
import { recordCallInput, reportClueInput } from "../../calls/inputs";
import { recordCall } from "../../calls/record-call";
import { reportClue } from "../../calls/report-clue";
import { dayOf } from "../../kernel/shanghai";
import { onDay } from "./clock";
import type { DemoCounty } from "./demo-county";
import type { RepeatableRandom } from "./repeatable-random";
import type { Opening } from "./scenario-steps";
import { phoneAt } from "./scenario-steps";
import type { Reach } from "./turns";

const heard = ["双方在门口吵，劝开了", "又吵起来，请民警来一趟", "吵得厉害，怕动手"];

/**
 * The calls behind a matter of "110": the one that brought it, and before some of them others from the same place, so that
 * the station sees who calls again. Recorded some minutes after each came in.
 */
export async function calledBefore(
  demo: DemoCounty,
  { at, place, names, matter }: Opening,
  { by, random, reach }: { by: string; random: RepeatableRandom; reach: Reach },
): Promise<string[]> {
  const before = random.in100(25) ? [21 + random.below(9), 6 + random.below(9)] : random.in100(20) ? [9] : [];
  const hour = () => `${18 + random.below(4)}:${10 + random.below(49)}`;
  const times = [
    ...before.map((days) => onDay(at, -days, hour())),
    new Date(at.getTime() - (40 + random.below(50)) * 60_000),
  ];
  const phone = phoneAt(at);
  const callIds: string[] = [];
  for (const [i, calledAt] of times.entries()) {
    const isLast = i === times.length - 1;
    const noted = new Date(calledAt.getTime() + 9 * 60_000);
    await reach(noted);
    const number = `${dayOf(calledAt).replaceAll("-", "")}${String(calledAt.getTime() % 86_400_000).slice(0, 4)}${phone.slice(-4)}${i}`;
    const { callId } = await recordCall(
      demo.as(by, noted),
      recordCallInput.parse({
        number,
        calledAt: calledAt.toISOString(),
        callerName: names[0],
        phone,
        place,
        summary: isLast ? matter.summary : random.pick(heard),
      }),
    );
    callIds.push(callId);
  }
  // A call from where a matter is open already is attached to that one.
  const free = await database()
    .select({ id: policeCalls.id })
    .from(policeCalls)
    .where(
      and(eq(policeCalls.countyId, demo.countyId), inArray(policeCalls.id, callIds), isNull(policeCalls.disputeId)),
    );
  return free.map(({ id }) => id);
}

/** What somebody who walks through a street can see; of a debt or a family they are told. */
const toBeSeen: ReadonlySet<DisputeType> = new Set(["neighbour", "housing", "land", "environment", "traffic"]);

/** What the grid member saw, a day or so before the matter was taken in. */
export async function seenBefore(
  demo: DemoCounty,
  { at, place, matter }: Opening,
  { by, random, reach }: { by: string; random: RepeatableRandom; reach: Reach },
): Promise<string> {
  const seen = onDay(at, -1 - random.below(2), `${9 + random.below(8)}:${10 + random.below(49)}`.padStart(5, "0"));
  await reach(seen);
  const text = `${toBeSeen.has(matter.type) ? "巡查时看到" : "走访时听说"}：${matter.facts}`;
  const { clueId } = await reportClue(demo.as(by, seen), reportClueInput.parse({ place, text, pointId: null }));
  return clueId;
}
