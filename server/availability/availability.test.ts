import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { asActor } from "../kernel/transaction";
import { joined } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { refusedWith } from "../testing/refused";
import { bookable, booked, inDays } from "../testing/sessions";
import { absenceIdInput, markAbsenceInput, weeklyHoursInput } from "./inputs";
import { markAbsence } from "./mark-absence";
import { clashes, ownAvailability } from "./queries";
import { removeAbsence } from "./remove-absence";
import { setWeeklyHours } from "./set-weekly-hours";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const week = (...spans: [number, string, string, ("free" | "reluctant")?][]) =>
  weeklyHoursInput.parse({
    week: spans.map(([weekday, from, until, mood = "free"]) => ({ weekday, from, until, mood })),
    weekSeen: [],
  });
const away = (from: string, to: string, over: object = {}) =>
  markAbsenceInput.parse({ kind: "blocked", from, to, ...over });
const own = (username: string) => ownAvailability(county.as(username));
const lastEvent = async (action: string) =>
  (
    await database().execute<{ payload: string }>(
      sql`select payload from events where county_id = ${county.countyId}::uuid and action = ${action} order by seq desc limit 1`,
    )
  )[0]?.payload ?? "";

describe("a usual week", () => {
  it("is replaced as a whole, with adjoining spans merged, and can be removed", async () => {
    const givenWeek = week([1, "09:00", "10:30"], [1, "10:30", "12:00"], [5, "18:00", "24:00", "reluctant"]);
    expect(await setWeeklyHours(county.as("lawyer"), givenWeek)).toEqual({ spans: 2 });
    expect((await own("lawyer")).week).toEqual([
      { weekday: 1, from: "09:00", until: "12:00", mood: "free" },
      { weekday: 5, from: "18:00", until: "24:00", mood: "reluctant" },
    ]);
    expect(JSON.parse(await lastEvent("availability.change"))).toEqual({ week: 2 });
    await setWeeklyHours(county.as("lawyer"), { week: [], weekSeen: (await own("lawyer")).week });
    expect((await own("lawyer")).week).toEqual([]);
  });

  it("refuses spans that overlap, run backwards or start off the half hour", () => {
    const parse = (week: unknown) => weeklyHoursInput.safeParse({ week, weekSeen: [] }).success;
    expect(parse([{ weekday: 1, from: "10:00", until: "09:00" }])).toBe(false);
    expect(parse([{ weekday: 1, from: "09:10", until: "10:00" }])).toBe(false);
    expect(parse([{ weekday: 8, from: "09:00", until: "10:00" }])).toBe(false);
    expect(
      parse([
        { weekday: 1, from: "09:00", until: "11:00" },
        { weekday: 1, from: "10:30", until: "12:00" },
      ]),
    ).toBe(false);
  });

  it("is refused to roles that are never booked", async () => {
    expect(await refusedWith(setWeeklyHours(county.as("admin"), week()))).toBe("forbidden");
    expect(await refusedWith(setWeeklyHours(county.as("grid"), week()))).toBe("forbidden");
  });
});

describe("an absence", () => {
  it("makes a person unavailable to others who look for an hour, without showing them its note", async () => {
    const note = "带孩子看牙";
    const { absenceId, booked: none } = await markAbsence(
      county.as("judge"),
      away(inDays(40, "09:00"), inDays(40, "12:00"), { kind: "court", note }),
    );
    expect(none).toEqual([]);
    expect((await own("judge")).absences).toMatchObject([{ id: absenceId, kind: "court", note }]);
    const seen = await asActor(county.as("mediator"), async (tx) => ({
      rows: await tx.execute(sql`select * from absences where county_id = ${county.countyId}::uuid`),
      busy: await tx.execute<{ busy: { from: string }[] }>(
        sql`select busy from app.availability_of(array[${county.people.judge}::uuid], ${inDays(40, "00:00")}::timestamptz, ${inDays(41, "00:00")}::timestamptz)`,
      ),
    }));
    expect(seen.rows).toHaveLength(0);
    expect(seen.busy[0]?.busy).toHaveLength(1);
    expect(JSON.stringify([seen, await lastEvent("availability.change")])).not.toContain(note);
    await removeAbsence(county.as("judge"), absenceIdInput.parse({ absenceId }));
    expect((await own("judge")).absences).toEqual([]);
    expect(await refusedWith(removeAbsence(county.as("judge"), { absenceId }))).toBe("notFound");
  });

  it("can be removed by nobody else", async () => {
    const { absenceId } = await markAbsence(county.as("judge"), away(inDays(50, "09:00"), inDays(50, "12:00")));
    expect(await refusedWith(removeAbsence(county.as("lawyer"), { absenceId }))).toBe("notFound");
    expect(await refusedWith(removeAbsence(county.as("mediator"), { absenceId }))).toBe("notFound");
  });

  it("lies ahead, runs forward and lasts a year at most", async () => {
    const mark = (from: string, to: string) => refusedWith(markAbsence(county.as("judge"), away(from, to)));
    expect(await mark(inDays(-2), inDays(-1))).toBe("absenceInPast");
    expect(await mark(inDays(1), inDays(400))).toBe("absenceTooLong");
    expect(markAbsenceInput.safeParse({ kind: "leave", from: inDays(2), to: inDays(1) }).success).toBe(false);
  });

  it("is refused beyond two hundred that lie ahead", async () => {
    await database().execute(sql`insert into absences (county_id, id, person_id, during, kind, note, recorded_at)
      select ${county.countyId}::uuid, gen_random_uuid(), ${county.people.lawyer}::uuid,
        tstzrange(now() + n * interval '1 day', now() + n * interval '1 day' + interval '1 hour'), 'blocked', '', now() from generate_series(2, 201) n`);
    const one = away(inDays(300, "09:00"), inDays(300, "12:00"));
    expect(await refusedWith(markAbsence(county.as("lawyer"), one))).toBe("tooManyAbsences");
    await database().execute(sql`delete from absences where person_id = ${county.people.lawyer}::uuid`);
    expect((await markAbsence(county.as("lawyer"), one)).booked).toEqual([]);
  });

  it("is replayed, not doubled, by the same key", async () => {
    const context = county.as("cadre");
    const input = away(inDays(3, "09:00"), inDays(3, "12:00"));
    expect(await markAbsence(context, input)).toEqual(await markAbsence(context, input));
    expect((await own("cadre")).absences).toHaveLength(1);
  });

  it("over a booked session leaves it booked and names it, with whom to tell", async () => {
    const dispute = await bookable(county);
    await joined(county, dispute, "property");
    const { sessionId } = await booked(county, dispute, {
      startsAt: inDays(30, "14:30"),
      personIds: [county.people.property ?? ""],
    });
    const span = { from: inDays(30, "13:00"), to: inDays(30, "15:00") };
    const expected = { bookingId: sessionId, room: "驻所调解室一", lead: { name: "沈静" }, isMeeting: false };
    expect(await clashes(county.as("property"), span)).toMatchObject([expected]);
    const { booked: givenWeek } = await markAbsence(county.as("property"), away(span.from, span.to));
    expect(givenWeek).toMatchObject([expected]);
    expect((await own("property")).clashes).toMatchObject([{ ...expected, reason: "absence" }]);
    expect(await clashes(county.as("lawyer"), span)).toEqual([]);
  });
});

it("a session outside the week they tell later is shown as such", async () => {
  const dispute = await bookable(county);
  await joined(county, dispute, "village");
  await booked(county, dispute, { startsAt: inDays(31, "14:30"), personIds: [county.people.village ?? ""] });
  expect((await own("village")).clashes).toEqual([]);
  await setWeeklyHours(
    county.as("village"),
    week(...([1, 2, 3, 4, 5, 6, 7] as const).map((day) => [day, "08:00", "12:00"] as [number, string, string])),
  );
  expect((await own("village")).clashes).toMatchObject([{ reason: "outsideWeek" }]);
});
