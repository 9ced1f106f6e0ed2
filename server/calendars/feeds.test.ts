import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { GET } from "@/app/feeds/[token]/route";
import { database } from "@/db/client";
import { asActor } from "../kernel/transaction";
import { disablePerson } from "../people/disable-person";
import { cancelSession } from "../sessions/cancel-session";
import { cancelSessionInput, moveSessionInput } from "../sessions/inputs";
import { moveSession } from "../sessions/move-session";
import { joined } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { eventsOf } from "../testing/read-ics";
import { refusedWith } from "../testing/refused";
import { bookable, booked, inDays, roomOne, roomTwo, sessionsOf } from "../testing/sessions";
import { makeOwnFeed, makeRoomFeed } from "./make-feed";
import { entriesOf } from "./parts/entries";
import { invite } from "./parts/ics-text";
import { ownFeeds } from "./reads/own-feeds";
import { revokeFeed } from "./revoke-feed";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const ask = (token: string | null, headers: Record<string, string> = {}) =>
  GET(new Request(`http://station.test/feeds/${token}.ics`, { headers }), {
    params: Promise.resolve({ token: `${token}.ics` }),
  });
const feedOf = async (username: string) => (await makeOwnFeed(county.as(username), { label: "手机" })).token;

async function session(startsAt: string, over: object = {}) {
  const dispute = await bookable(county, { title: "锦绣里楼上漏水" });
  const { sessionId } = await booked(county, dispute, { startsAt, ...over });
  const move = async (startsAt: string) => {
    const found = (await sessionsOf(county, dispute)).sessions.find((one) => one.id === sessionId);
    const input = { disputeId: dispute.disputeId, sessionId, sessionVersion: found?.version, startsAt, minutes: 90 };
    await moveSession(county.as("mediator"), moveSessionInput.parse({ ...input, roomId: county.rooms[roomTwo] }));
  };
  const cancel = async () => {
    const found = (await sessionsOf(county, dispute)).sessions.find((one) => one.id === sessionId);
    const input = { disputeId: dispute.disputeId, sessionId, sessionVersion: found?.version, reason: "改期" };
    await cancelSession(county.as("mediator"), cancelSessionInput.parse(input));
  };
  return { dispute, sessionId, move, cancel };
}

describe("a subscribed calendar", () => {
  it("shows when and where in UTC without dispute or names, and a calendar library can parse it", async () => {
    const token = await feedOf("mediator");
    const { sessionId } = await session(inDays(20, "14:30"));
    const answer = await ask(token);
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(answer.headers.get("cache-control")).toContain("private");
    expect(text).toMatch(/DTSTART:\d{8}T063000Z\r\n/);
    expect(text).not.toMatch(/漏水|锦绣里|沈静|刘玉芬|张建国|TZID/);
    expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const [event] = eventsOf(text);
    expect(event).toMatchObject({ uid: `${sessionId}@zhongtiao`, summary: "调解会", status: "CONFIRMED" });
    expect(event?.start.toISOString()).toBe(inDays(20, "14:30"));
    expect(event?.location).toContain("柳湾派出所调解室 驻所调解室一");
  });

  it("is written in the language of its owner's account", async () => {
    await database().execute(
      sql`update accounts set locale = 'en' where county_id = ${county.countyId}::uuid and person_id = ${county.people.mediator}::uuid`,
    );
    const text = await (await ask(await feedOf("mediator"))).text();
    expect(eventsOf(text)[0]?.summary).toBe("Mediation session");
    await database().execute(sql`update accounts set locale = null where county_id = ${county.countyId}::uuid`);
  });

  it("tells of a move and a cancellation with a higher sequence, and keeps the cancelled one", async () => {
    const token = await feedOf("mediator");
    const { sessionId, move, cancel } = await session(inDays(21, "09:00"));
    const read = async () => eventsOf(await (await ask(token)).text()).find((one) => one.uid.startsWith(sessionId));
    const first = await read();
    await move(inDays(22, "10:00"));
    const moved = await read();
    expect(moved?.start.toISOString()).toBe(inDays(22, "10:00"));
    expect(moved?.location).toContain("驻所调解室二");
    expect(Number(moved?.sequence)).toBeGreaterThan(Number(first?.sequence));
    expect(moved?.changedAt?.getTime()).toBeGreaterThanOrEqual(first?.changedAt?.getTime() ?? 0);
    await cancel();
    const gone = await read();
    expect(gone?.status).toBe("CANCELLED");
    expect(Number(gone?.sequence)).toBeGreaterThan(Number(moved?.sequence));
  });

  it("answers an unchanged calendar with 304 and a changed one with its text", async () => {
    const token = await feedOf("officer");
    const first = await ask(token);
    const etag = first.headers.get("etag") ?? "";
    expect(await first.text()).toContain("BEGIN:VCALENDAR");
    for (const asked of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await ask(token, { "if-none-match": asked });
      expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    }
    await session(inDays(23, "09:00"), { personIds: [county.people.officer] });
    expect((await ask(token, { "if-none-match": etag })).status).toBe(200);
  });

  it("of a room shows its bookings, whoever made them", async () => {
    const { token } = await makeRoomFeed(county.as("officer"), { roomId: county.rooms[roomTwo] ?? "", label: "" });
    const { sessionId } = await session(inDays(24, "15:00"), { roomId: county.rooms[roomTwo] });
    const text = await (await ask(token)).text();
    expect(eventsOf(text).map((one) => one.uid)).toContain(`${sessionId}@zhongtiao`);
    expect(text).toContain("X-WR-CALNAME:驻所调解室二");
  });

  it("of a helper holds only what they are expected at", async () => {
    const token = await feedOf("judge");
    const { dispute } = await session(inDays(25, "09:00"));
    await joined(county, dispute, "judge");
    const { sessionId } = await booked(county, dispute, {
      startsAt: inDays(26, "09:00"),
      personIds: [county.people.judge ?? ""],
    });
    expect(eventsOf(await (await ask(token)).text()).map((one) => one.uid)).toEqual([`${sessionId}@zhongtiao`]);
  });
});

describe("the address of a calendar", () => {
  it("is shown once, is not in the database, and is listed without its secret", async () => {
    const context = county.as("lawyer");
    const { token, feedId } = await makeOwnFeed(context, { label: "手机" });
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await makeOwnFeed(context, { label: "手机" })).toEqual({ feedId, token: null });
    await ask(token);
    const list = await ownFeeds(county.as("lawyer"));
    expect(list).toMatchObject([{ id: feedId, label: "手机", resource: "person" }]);
    expect(list[0]?.readAt).not.toBeNull();
    const [kept] = await database().execute<{ all: string }>(sql`
      select concat((select jsonb_agg(to_jsonb(f)) from feed_tokens f), (select jsonb_agg(to_jsonb(i)) from idempotency_keys i),
        (select jsonb_agg(e.payload) from events e)) as all`);
    expect(kept?.all).toContain(feedId);
    expect(kept?.all).not.toContain(token);
  });

  it("is not found alike when revoked, never made, misspelt, or when its maker has left", async () => {
    const { token, feedId } = await makeOwnFeed(county.as("surveyor"), { label: "" });
    expect((await ask(token)).status).toBe(200);
    expect(await refusedWith(revokeFeed(county.as("lawyer"), { feedId }))).toBe("notFound");
    await revokeFeed(county.as("surveyor"), { feedId });
    expect(await refusedWith(revokeFeed(county.as("surveyor"), { feedId }))).toBe("notFound");
    const left = await feedOf("enforcement2");
    await disablePerson(county.as("admin"), { personId: county.people.enforcement2 ?? "", reason: "调走" });
    const answers = await Promise.all(
      [token, left, "A".repeat(43), "short", "../etc", ""].map(async (asked) => {
        const answer = await ask(asked);
        return [answer.status, await answer.text(), [...answer.headers].join()];
      }),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.[0]).toBe(404);
  });

  it.each([
    ["the account is closed", "lawyer2", "own"],
    ["the account of whoever made it for a room is closed", "officer2", "room"],
    ["the person leaves office", "mediator2", "room"],
    ["the new role has no calendar", "judge3", "own"],
    ["the new role has none of a room", "mediator2", "room"],
  ] as const)("ends for good when %s", async (why, username, kind) => {
    const personId = county.people[username] ?? "";
    const of = sql`county_id = ${county.countyId}::uuid`;
    const set = (statement: ReturnType<typeof sql>) => database().execute(statement);
    const { token, feedId } =
      kind === "own"
        ? await makeOwnFeed(county.as(username), { label: "" })
        : await makeRoomFeed(county.as(username), { roomId: county.rooms[roomOne] ?? "", label: "" });
    expect((await ask(token)).status).toBe(200);
    const [role] = await database().execute<{ role: string }>(
      sql`select role from people where ${of} and id = ${personId}::uuid`,
    );
    if (why.includes("account"))
      await set(sql`update accounts set disabled_at = now() where ${of} and person_id = ${personId}::uuid`);
    else if (why.includes("office"))
      await set(sql`update people set disabled_at = now() where ${of} and id = ${personId}::uuid`);
    else
      await set(
        sql`update people set role = ${kind === "own" ? "county" : "expert"} where ${of} and id = ${personId}::uuid`,
      );
    expect((await ask(token)).status).toBe(404);
    const ended = () =>
      database().execute(sql`select 1 from feed_tokens where id = ${feedId}::uuid and revoked_at is not null`);
    expect((await ended()).length).toBe(1);
    await set(sql`update accounts set disabled_at = null where ${of} and person_id = ${personId}::uuid`);
    await set(
      sql`update people set disabled_at = null, role = ${role?.role ?? ""}::role where ${of} and id = ${personId}::uuid`,
    );
    expect((await ask(token)).status).toBe(404);
  });

  it("gives nothing while its account is closed, even where nobody has ended it", async () => {
    const token = await feedOf("justice");
    const of = sql`county_id = ${county.countyId}::uuid and person_id = ${county.people.justice}::uuid`;
    await database().transaction(async (tx) => {
      await tx.execute(sql`alter table accounts disable trigger accounts_end_feeds`);
      await tx.execute(sql`update accounts set disabled_at = now() where ${of}`);
      await tx.execute(sql`alter table accounts enable trigger accounts_end_feeds`);
    });
    expect((await ask(token)).status).toBe(404);
    await database().execute(sql`update accounts set disabled_at = null where ${of}`);
    expect((await ask(token)).status).toBe(200);
  });

  it("is slowed down when asked for all the time, others are not", async () => {
    const [busy, calm] = [await feedOf("town"), await feedOf("village")];
    const statuses = new Set<number>();
    for (let n = 0; n < 61; n += 1) statuses.add((await ask(busy)).status);
    expect([...statuses].sort()).toEqual([200, 429]);
    expect((await ask(calm)).status).toBe(200);
  });

  it("is guessed by nobody for long, and whoever knows an address is not kept waiting meanwhile", async () => {
    const token = await feedOf("justice");
    const guess = () => ask("A".repeat(43));
    expect((await guess()).status).toBe(404);
    const used = await database().execute(
      sql`update rate_limits set points = 300 where key like 'feedGuess:%' returning 1`,
    );
    expect(used).toHaveLength(1);
    const answer = await guess();
    expect([answer.status, Number(answer.headers.get("retry-after")) > 0]).toEqual([429, true]);
    expect((await ask(token)).status).toBe(200);
    await database().execute(sql`delete from rate_limits where key like 'feedGuess:%'`);
  });

  it("is for people who can be booked and for rooms in use, at most twenty each", async () => {
    expect(await refusedWith(makeOwnFeed(county.as("grid"), { label: "" }))).toBe("forbidden");
    expect(
      await refusedWith(makeRoomFeed(county.as("lawyer"), { roomId: county.rooms[roomOne] ?? "", label: "" })),
    ).toBe("forbidden");
    const nowhere = "01890000-0000-7000-8000-000000000000";
    expect(await refusedWith(makeRoomFeed(county.as("mediator"), { roomId: nowhere, label: "" }))).toBe("roomUnknown");
    for (let n = 0; n < 20; n += 1) await makeOwnFeed(county.as("activist"), { label: "" });
    expect(await refusedWith(makeOwnFeed(county.as("activist"), { label: "" }))).toBe("tooManyFeeds");
  });
});

describe("a calendar file in a mail", () => {
  it("asks and cancels with the UID and sequence of the subscribed calendar", async () => {
    const token = await feedOf("mediator");
    const { sessionId, cancel } = await session(inDays(27, "14:00"));
    const file = async () => {
      const entry = (
        await asActor(county.as("mediator"), (tx) =>
          entriesOf(tx, county.countyId, sessionId, [county.people.mediator ?? ""]),
        )
      ).get(county.people.mediator ?? "");
      if (!entry) throw new Error("no entry");
      const from = { name: "众调", email: "notice@station.test" };
      const to = { name: "沈静", email: "shen@station.test" };
      return invite({ ...entry, locale: "zh-CN", from, to });
    };
    const asked = await file();
    const fed = async () => eventsOf(await (await ask(token)).text()).find((one) => one.uid.startsWith(sessionId));
    expect(asked).toContain("METHOD:REQUEST");
    expect(eventsOf(asked)[0]).toMatchObject({ uid: `${sessionId}@zhongtiao`, sequence: (await fed())?.sequence });
    await cancel();
    const struck = await file();
    expect(struck).toContain("METHOD:CANCEL");
    expect(eventsOf(struck)[0]).toMatchObject({ status: "CANCELLED", sequence: (await fed())?.sequence });
  });
});
