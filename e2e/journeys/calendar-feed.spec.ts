import { ask, must, send } from "../api";
import { expect, test } from "../fixtures";
import { convenable, freeStart, roomNamed } from "../prepare";
import { entryOf, readFeed, subscribe } from "../screens/feed";
import { ownSummary } from "../unique";

/** An instant as a calendar file writes it. */
const stamp = (instant: string) => new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, "");

test("a subscribed calendar: a booking appears, is moved, is cancelled and stays cancelled; the address can be revoked; no word of the dispute is shown", async ({
  as,
}) => {
  const names = ["宫小满", "盘有谷"] as const;
  const summary = ownSummary();
  const mediator = await as("mediator3");
  const dispute = await convenable(mediator, names, summary);
  const { disputeId, partyIds } = dispute;
  const room = await roomNamed(mediator, "村委会议室");
  const { title, number } = await must(
    ask<{ title: string; number: string }>(mediator, "disputes.byId", { disputeId }),
  );
  const address = await subscribe(mediator);
  const versionOf = async () =>
    (await must(ask<{ sessions: { version: number }[] }>(mediator, "sessions.ofDispute", { disputeId }))).sessions[0]
      ?.version;
  const startsAt = await freeStart(mediator, room, [], "feed", 60);
  const { sessionId } = await must(
    send<{ sessionId: string }>(mediator, "sessions.book", {
      disputeId,
      kind: "joint",
      startsAt,
      minutes: 60,
      roomId: room.id,
      partyIds,
    }),
  );

  const first = await readFeed(address);
  expect(first).toMatchObject({ status: 200, cookie: null });
  expect(first.type).toContain("text/calendar");
  const booked = entryOf(first.text, sessionId);
  expect(booked).toMatchObject({ DTSTART: stamp(startsAt), STATUS: "CONFIRMED" });
  expect(await readFeed(address, first.etag), "nothing has changed").toMatchObject({ status: 304, text: "" });

  const later = await freeStart(mediator, room, [], "feedMoved", 60);
  const moved = { disputeId, sessionId, sessionVersion: await versionOf(), startsAt: later, minutes: 60 };
  await must(send(mediator, "sessions.move", { ...moved, roomId: room.id }));
  const second = await readFeed(address, first.etag);
  expect(second.status).toBe(200);
  const after = entryOf(second.text, sessionId);
  expect(after).toMatchObject({ UID: booked.UID, DTSTART: stamp(later), STATUS: "CONFIRMED" });
  expect(Number(after.SEQUENCE)).toBeGreaterThan(Number(booked.SEQUENCE));

  await must(
    send(mediator, "sessions.cancel", {
      disputeId,
      sessionId,
      sessionVersion: await versionOf(),
      reason: "两家自己先谈",
    }),
  );
  const third = await readFeed(address, second.etag);
  const cancelled = entryOf(third.text, sessionId);
  expect(cancelled).toMatchObject({ UID: booked.UID, STATUS: "CANCELLED" });
  expect(Number(cancelled.SEQUENCE)).toBeGreaterThan(Number(after.SEQUENCE));
  for (const { text } of [first, second, third]) {
    const whole = text.replace(/\r?\n[ \t]/g, "");
    for (const word of [title, number, summary, disputeId, ...names, "两家自己先谈"]) expect(whole).not.toContain(word);
  }

  const own = await must(ask<{ id: string }[]>(mediator, "calendars.ownFeeds"));
  await mediator.goto("/calendar");
  await mediator.getByRole("link", { name: "订阅日历" }).click();
  const stop = mediator.getByRole("button", { name: /^停用/ });
  await expect(stop).toHaveCount(own.length);
  await stop.first().click();
  await expect(stop).toHaveCount(own.length - 1);
  expect(await readFeed(address)).toMatchObject({ status: 404, text: "" });
});
