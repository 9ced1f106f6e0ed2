import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { type Answer, ask, must, send } from "../api";
import { expect, test } from "../fixtures";
import { bookable, freeStart, type Prepared, type Room, roomNamed } from "../prepare";

/** Twice as many as the connections of the web process: more would only wait longer. */
const rivals = 20;

interface Desk {
  sessions: { id: string; version: number; status: string; startsAt: string; people: { personId: string | null }[] }[];
  proceeding: { id: string };
  staff: { id: string; name: string; isLead: boolean }[];
}
const sessionsOf = (page: Page, { disputeId }: Prepared) => must(ask<Desk>(page, "sessions.ofDispute", { disputeId }));

/** A session held or booked for a dispute of its own, in a room of its own hours. */
async function booked(
  page: Page,
  dispute: Prepared,
  room: Room,
  startsAt: string,
  procedure = "sessions.book",
  personIds: string[] = [],
) {
  const { disputeId, partyIds } = dispute;
  const despite = "电话里说能来";
  const input = { disputeId, kind: "joint", startsAt, minutes: 60, roomId: room.id, partyIds, personIds, despite };
  const { sessionId } = await must(send<{ sessionId: string }>(page, procedure, input));
  return { disputeId, sessionId, sessionVersion: 1 };
}

const winners = <T>(answers: Answer<T>[]) => answers.filter(({ status }) => status === 200);
const refusals = <T>(answers: Answer<T>[]) => [
  ...new Set(answers.filter(({ status }) => status !== 200).map(({ status, code }) => `${status} ${code}`)),
];

test("twenty people move twenty sessions to one hour of one room: one is moved, the others stay where they were", async ({
  as,
}) => {
  const mediator = await as("mediator");
  const room = await roomNamed(mediator, "物业调解室");
  const disputes: Prepared[] = [];
  for (let at = 0; at < rivals; at += 5)
    disputes.push(...(await Promise.all(Array.from({ length: 5 }, () => bookable(mediator)))));
  const sessions = [];
  for (const dispute of disputes)
    sessions.push(await booked(mediator, dispute, room, await freeStart(mediator, room, [], "movingRace", 60)));
  const target = await freeStart(mediator, room, [], "movingRaceTarget", 60);

  const answers = await Promise.all(
    sessions.map((session) =>
      send(mediator, "sessions.move", { ...session, startsAt: target, minutes: 60, roomId: room.id }),
    ),
  );

  expect(winners(answers)).toHaveLength(1);
  expect(refusals(answers)).toEqual(["409 roomTaken"]);
  const starts = await Promise.all(
    disputes.map(async (dispute) => (await sessionsOf(mediator, dispute)).sessions[0]?.startsAt ?? ""),
  );
  expect(starts.filter((start) => Date.parse(start) === Date.parse(target))).toHaveLength(1);
});

test("twenty presses on confirm and twenty swaps of one seat: each counts once", async ({ as }) => {
  const mediator = await as("mediator");
  const room = await roomNamed(mediator, "物业调解室");
  const dispute = await bookable(mediator);
  const [out, one, other] = (await sessionsOf(mediator, dispute)).staff
    .filter(({ isLead }) => !isLead)
    .map(({ id }) => id);
  if (!out || !one || !other) throw new Error("the station has too few people to swap");
  const startsAt = await freeStart(mediator, room, [out, one, other], "swapRace", 60);
  const held = await booked(mediator, dispute, room, startsAt, "sessions.hold", [out]);

  const confirmed = await Promise.all(
    Array.from({ length: rivals }, () => send(mediator, "sessions.confirm", held, randomUUID())),
  );
  expect(winners(confirmed)).toHaveLength(1);
  for (const refusal of refusals(confirmed)) expect(refusal).toMatch(/^409 (changedMeanwhile|notHeld)$/);

  const sessionVersion = (await sessionsOf(mediator, dispute)).sessions[0]?.version;
  const swapped = await Promise.all(
    Array.from({ length: rivals }, (_, at) =>
      send(mediator, "sessions.swapPerson", {
        ...held,
        sessionVersion,
        outPersonId: out,
        inPersonId: at % 2 ? one : other,
      }),
    ),
  );
  expect(winners(swapped)).toHaveLength(1);
  for (const { status } of swapped) expect([200, 409]).toContain(status);
  const seated = (await sessionsOf(mediator, dispute)).sessions[0]?.people.map(({ personId }) => personId) ?? [];
  expect(seated).not.toContain(out);
  expect([one, other].filter((id) => seated.includes(id))).toHaveLength(1);
});
