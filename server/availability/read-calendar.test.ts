import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { addDays, dayOf } from "../kernel/shanghai";
import { type TestCounty, testCounty } from "../testing/county";
import { refusedWith } from "../testing/refused";
import { addCalendar } from "./add-calendar";
import { addCalendarInput } from "./inputs";
import { orderReading } from "./order-reading";
import { orderReadings } from "./order-readings";
import { ownAvailability } from "./queries";
import { readCalendar } from "./read-calendar";
import { removeCalendar } from "./remove-calendar";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
let answer: Answer;
let asked: IncomingMessage[];
let server: Server;
let at: string;
let county: TestCounty;

beforeAll(async () => {
  county = await testCounty();
  server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  process.env.ICS_ALLOW_PRIVATE = "yes";
});
afterEach(() => {
  delete process.env.ICS_ALLOW_PRIVATE;
});

const tomorrow = addDays(dayOf(new Date()), 1).replaceAll("-", "");
const ics = (...hours: number[]) =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    ...hours.flatMap((hour) => [
      "BEGIN:VEVENT",
      `UID:${hour}`,
      "SUMMARY:体检",
      `DTSTART;TZID=Asia/Shanghai:${tomorrow}T${String(hour).padStart(2, "0")}0000`,
      "DURATION:PT1H",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
    "",
  ].join("\r\n");
const sends =
  (text: string, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    response.writeHead(200, { "content-type": "text/calendar", ...headers }).end(text);

let made = 0;
/** Adds a calendar of the lawyer and reads it once with what the server answers now. */
async function added(path = "/private/basic.ics") {
  made += 1;
  const address = `${at}${path}?n=${made}`;
  const { calendarId } = await addCalendar(county.as("lawyer"), addCalendarInput.parse({ address, label: "手机日历" }));
  const read = (now = new Date()) => readCalendar({ countyId: county.countyId, calendarId }, now);
  await read();
  return { calendarId, address, read, remove: () => removeCalendar(county.as("lawyer"), { calendarId }) };
}
const shown = async (calendarId: string) =>
  (await ownAvailability(county.as("lawyer"))).calendars.find((calendar) => calendar.id === calendarId);
const hoursOf = async (calendarId: string) =>
  (
    await database().execute<{ hour: string }>(sql`
      select to_char(lower(during) at time zone 'Asia/Shanghai', 'HH24') as hour from imported_busy
      where calendar_id = ${calendarId}::uuid order by during`)
  ).map(({ hour }) => hour);

describe("a calendar elsewhere", () => {
  it("gives its busy times without their titles; its full address is never shown again", async () => {
    answer = sends(ics(9, 14));
    const { calendarId, address, remove } = await added();
    expect(await hoursOf(calendarId)).toEqual(["09", "14"]);
    const own = await ownAvailability(county.as("lawyer"));
    expect(await shown(calendarId)).toMatchObject({ label: "手机日历", host: new URL(at).host, problem: "", spans: 2 });
    const [row] = await database().execute<{ row: object }>(sql`
      select jsonb_build_object('busy', (select jsonb_agg(to_jsonb(b)) from imported_busy b), 'events', (select jsonb_agg(e.payload) from events e)) as row`);
    expect(JSON.stringify([own, (row as { row: object }).row])).not.toMatch(/basic\.ics|体检/);
    await remove();
    expect(await hoursOf(calendarId)).toEqual([]);
    expect(JSON.stringify(await ownAvailability(county.as("lawyer")))).not.toContain(address);
  });

  it("is read in full once a day, and on the same day only when it has changed", async () => {
    answer = (request, response) =>
      request.headers["if-none-match"] === '"one"'
        ? response.writeHead(304).end()
        : response.writeHead(200, { etag: '"one"' }).end(ics(9));
    const { calendarId, read, remove } = await added();
    await read();
    expect(asked.map(({ headers }) => headers["if-none-match"])).toEqual([undefined, '"one"']);
    expect(await hoursOf(calendarId)).toEqual(["09"]);
    await read(new Date(Date.now() + 86_400_000));
    expect(asked[2]?.headers["if-none-match"]).toBeUndefined();
    answer = sends(ics(11, 16));
    await read();
    expect(await hoursOf(calendarId)).toEqual(["11", "16"]);
    await remove();
  });

  it("keeps the earlier busy times when it cannot be read, and gives the reason as a code", async () => {
    answer = sends(ics(9));
    const { calendarId, read, remove } = await added();
    const cases: [string, Answer][] = [
      ["notThere", (_q, response) => response.writeHead(404).end()],
      ["refused", (_q, response) => response.writeHead(403).end()],
      ["unreachable", (_q, response) => response.writeHead(500).end()],
      ["unreachable", (_q, response) => response.destroy()],
      ["notCalendar", sends("<html>登录</html>")],
      ["tooLarge", sends(ics(9) + " ".repeat(3 * 1024 * 1024))],
      ["tooLarge", (_q, r) => r.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(40_000_000)))],
      ["unreachable", (_q, response) => response.writeHead(302, { location: `${at}/again` }).end()],
      ["unreachable", (_q, response) => response.writeHead(302, { location: "file:///etc/hosts" }).end()],
    ];
    for (const [problem, next] of cases) {
      answer = next;
      await read();
      expect(await shown(calendarId)).toMatchObject({ problem, spans: 1 });
    }
    expect(await hoursOf(calendarId)).toEqual(["09"]);
    answer = sends(ics(10));
    await read();
    expect(await shown(calendarId)).toMatchObject({ problem: "", spans: 1 });
    expect(await hoursOf(calendarId)).toEqual(["10"]);
    await remove();
  });

  it("is followed through three redirects and decompressed", async () => {
    answer = (request, response) => {
      const hop = Number(request.url?.match(/^\/hop(\d)/)?.[1] ?? 0);
      if (hop < 3) return response.writeHead(302, { location: `/hop${hop + 1}` }).end();
      return response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(ics(9)));
    };
    const { calendarId, remove } = await added("/start");
    expect(await hoursOf(calendarId)).toEqual(["09"]);
    expect(asked).toHaveLength(4);
    await remove();
  });

  it("is never fetched from a private network, by IP address or by name", async () => {
    answer = sends(ics(9));
    delete process.env.ICS_ALLOW_PRIVATE;
    const { calendarId, remove, read } = await added();
    expect(await shown(calendarId)).toMatchObject({ problem: "privateAddress", readAt: null });
    const point = (address: string) =>
      database().execute(sql`update imported_calendars set address = ${address} where id = ${calendarId}::uuid`);
    const port = new URL(at).port;
    for (const host of ["localhost", "[::1]", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"]) {
      await point(`http://${host}:${port}/`);
      await database().execute(sql`update imported_calendars set problem = '' where id = ${calendarId}::uuid`);
      await read();
      expect(await shown(calendarId), host).toMatchObject({ problem: "privateAddress" });
    }
    expect(asked).toHaveLength(0);
    await remove();
  });

  it("is enqueued for reading when it is added, every half hour, and on request", async () => {
    const jobs = async () =>
      (
        await database().execute<{ key: string }>(
          sql`select key from graphile_worker.jobs where task_identifier = 'readCalendar'`,
        )
      ).map(({ key }) => key);
    answer = sends(ics(9));
    const { calendarId, remove } = await added();
    expect(await jobs()).toContain(`readCalendar:${calendarId}`);
    const before = (await jobs()).length;
    await orderReadings(new Date());
    await orderReading(county.as("lawyer"), { calendarId });
    expect((await jobs()).length).toBe(before);
    expect(await refusedWith(orderReading(county.as("judge"), { calendarId }))).toBe("notFound");
    await remove();
    await readCalendar({ countyId: county.countyId, calendarId }, new Date());
  });

  it("needs a valid address, is added once, and five are the most", async () => {
    const add = (address: string) => addCalendar(county.as("judge"), addCalendarInput.parse({ address }));
    expect(await refusedWith(add("basic.ics"))).toBe("calendarAddress");
    expect(await refusedWith(add("ftp://example.com/a.ics"))).toBe("calendarAddress");
    for (let n = 1; n <= 5; n += 1) await add(`webcal://example.com/${n}.ics`);
    expect(await refusedWith(add("https://example.com/1.ics"))).toBe("tooManyCalendars");
    const first = (await ownAvailability(county.as("judge"))).calendars[0]?.id ?? "";
    expect(await refusedWith(removeCalendar(county.as("lawyer"), { calendarId: first }))).toBe("notFound");
    await removeCalendar(county.as("judge"), { calendarId: first });
    expect(await refusedWith(add("https://example.com/2.ics"))).toBe("alreadyThere");
  });
});
