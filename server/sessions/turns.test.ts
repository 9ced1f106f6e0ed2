import { beforeAll, expect, it } from "vitest";
import { Problem } from "../kernel/problem";
import { chanceFor, chanceSeed } from "../testing/chance";
import { type TestCounty, testCounty } from "../testing/county";
import { inTurns } from "../testing/repeat/turns";
import { bookable, booked, booking, inDays, roomOne } from "../testing/sessions";
import { bookSession } from "./book-session";
import { holdSession } from "./hold-session";
import { holdSessionInput, moveSessionInput } from "./inputs";
import { moveSession } from "./move-session";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty(["LW"]);
});

/** Three people who want one room at one hour: one books it, one holds it, one moves a session there. */
async function rivals(day: number) {
  const startsAt = inDays(day, "09:00");
  const form = await booking(county, await bookable(county), { startsAt });
  const other = await booking(county, await bookable(county), { startsAt });
  const hold = holdSessionInput.parse({ ...other, askedIds: [county.people.judge] });
  const { disputeId } = await bookable(county);
  const { sessionId } = await booked(county, { disputeId }, { startsAt: inDays(day, "14:00") });
  const place = { startsAt, minutes: 60, roomId: county.rooms[roomOne] };
  const move = moveSessionInput.parse({ disputeId, sessionId, sessionVersion: 1, ...place });
  return [
    () => bookSession(county.as("mediator"), form),
    () => holdSession(county.as("mediator"), hold),
    () => moveSession(county.as("mediator2"), move),
  ];
}

/** The turns of that race with this seed, once it is known that one won and the others were refused in words. */
async function race(day: number, seed: number): Promise<string[]> {
  const { answers, turns } = await inTurns(chanceFor("turns", seed), await rivals(day));
  const order = `the order of the messages:\n${turns.join("\n")}`;
  expect(answers.filter(({ status }) => status === "fulfilled").length, order).toBe(1);
  for (const answer of answers) if (answer.status === "rejected") expect(answer.reason, order).toBeInstanceOf(Problem);
  return turns;
}

it("gives an hour to one, in whichever order the messages arrive, which the same seed repeats", async () => {
  const seed = chanceSeed();
  const once = await race(30, seed);
  expect(once.length).toBeGreaterThan(20);
  expect(await race(37, seed)).toEqual(once);
  expect(await race(44, seed + 1)).not.toEqual(once);
});
