import { randomUUID } from "node:crypto";
import { send } from "../api";
import { expect, test } from "../fixtures";
import { bookable, freeStart, type Prepared, roomNamed } from "../prepare";

/** Twice as many as the connections of the web process: more would only wait longer. */
const rivals = 20;

test("twenty bookings of one room at one hour: one gets it, the others are told who has it and what is free", async ({
  as,
}) => {
  const mediator = await as("mediator");
  const disputes: Prepared[] = [];
  for (let at = 0; at < rivals; at += 5)
    disputes.push(...(await Promise.all(Array.from({ length: 5 }, () => bookable(mediator)))));
  const room = await roomNamed(mediator, "物业调解室");
  const startsAt = await freeStart(mediator, room, [], "bookingRace");
  const bookings = disputes.map(({ disputeId, partyIds }) => ({
    key: randomUUID(),
    input: { disputeId, kind: "joint", startsAt, minutes: 90, roomId: room.id, partyIds },
  }));

  const answers = await Promise.all(
    bookings.map(({ key, input }) => send<{ sessionId: string }>(mediator, "sessions.book", input, key)),
  );

  const said = answers.map(({ status, code }) => `${status} ${code}`).sort();
  expect(said).toEqual(["200 null", ...Array<string>(rivals - 1).fill("409 roomTaken")]);
  const refused = answers.filter(({ status }) => status !== 200);
  for (const { params } of refused) {
    expect(params).toMatchObject({ name: room.name, from: startsAt });
    expect(Date.parse(String(params.nextFree))).toBeGreaterThan(Date.parse(startsAt));
  }

  const won = answers.findIndex(({ status }) => status === 200);
  const winner = bookings[won];
  if (!winner) throw new Error("nobody won");
  expect((await send(mediator, "sessions.book", winner.input, winner.key)).data, "the same mutation again").toEqual(
    answers[won]?.data,
  );
  const other = await send(mediator, "sessions.book", { ...winner.input, minutes: 60 }, winner.key);
  expect(other, "the same key for something else").toMatchObject({ status: 409, code: "keyReused" });
});
