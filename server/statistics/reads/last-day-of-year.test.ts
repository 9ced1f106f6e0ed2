import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { disputeById } from "../../disputes/reads/dispute";
import { dayOf } from "../../kernel/shanghai";
import { recordHeldInput } from "../../sessions/inputs";
import { ofDispute } from "../../sessions/reads/sessions";
import { recordHeld } from "../../sessions/record-held";
import { type TestCounty, testCounty } from "../../testing/county";
import { goldenPlay } from "../../testing/golden";
import { type PoliceCase, policeCase, readyToMediate } from "../../testing/police";
import { readOverview } from "./overview";

/** A Thursday; the Friday after it is a day off, and Monday the 4th the first working day of 2027. */
const lastDay = "2026-12-31";
const made: Record<string, string> = {};
let county: TestCounty;
let untalked: PoliceCase;
let talked: PoliceCase;
let play: ReturnType<typeof goldenPlay>;
beforeAll(async () => {
  county = await testCounty(["LW"]);
  play = goldenPlay(county);
  // Agreed on the last afternoon of a year and on the first working day of the next; one is taken up on each side of midnight.
  made.before = await play.taken("peoples", "2026-12-01");
  await play.agreed(made.before, `${lastDay}T17:00`, "2027-01-15");
  made.after = await play.taken("peoples", "2026-12-02");
  await play.agreed(made.after, "2027-01-04T10:00", "2027-12-30");
  made.old = await play.taken("peoples", `${lastDay}T23:40`);
  made.fresh = await play.taken("peoples", "2027-01-01T00:05");
  // Two cases of the police, of which one talks through midnight.
  untalked = await policeCase(county, {}, play.at(`${lastDay}T23:30`));
  talked = await policeCase(county, {}, play.at(`${lastDay}T09:00`));
}, 60_000);

const page = (disputeId: string, when: string, by = "mediator") =>
  disputeById(county.as(by, { now: play.at(when) }), { disputeId });
const clocksOf = async (disputeId: string, when: string, by?: string) =>
  ((await page(disputeId, when, by)).proceeding?.clocks ?? []).map(({ kind, startedOn, dueOn, stoppedOn }) => [
    kind,
    startedOn,
    dueOn,
    stoppedOn,
  ]);

describe("the last night of a year", () => {
  it("numbers are of the year in which they are given, and each year begins with one", async () => {
    const rows = await database().execute<{ id: string; number: string }>(
      sql`select id, number from disputes where id in (${made.old}::uuid, ${made.fresh}::uuid)`,
    );
    const numberOf = (id?: string) => rows.find((row) => row.id === id)?.number;
    expect([numberOf(made.old), numberOf(made.fresh)]).toEqual(["LW-2026-0003", "LW-2027-0001"]);
  });

  it("a month and three working days count from it into the new year, over its day off", async () => {
    // The 31st of January is a Sunday, the 30th of the other a Saturday.
    expect(await clocksOf(made.old ?? "", "2027-01-05")).toEqual([["peoplesMonth", lastDay, "2027-02-01", null]]);
    expect(await clocksOf(made.fresh ?? "", "2027-01-05")).toEqual([
      ["peoplesMonth", "2027-01-01", "2027-02-01", null],
    ]);
    expect(await clocksOf(untalked.disputeId, "2027-01-05", "officer")).toEqual([
      ["firstSession", lastDay, "2027-01-06", null],
    ]);
  });

  it("what is to be done next has a whole working day: from Monday's opening to Tuesday's, and nothing is due on the day off", async () => {
    for (const disputeId of [made.old ?? "", made.fresh ?? ""]) {
      const { proceeding } = await page(disputeId, "2027-01-01T08:00");
      expect(dayOf(new Date(proceeding?.nextDueAt ?? 0)), disputeId).toBe("2027-01-05");
    }
  });

  it("a session that lasted into the new year was held in the old one: its clock stops and the next begins on that day", async () => {
    await readyToMediate(county, talked.disputeId, "officer", play.at(`${lastDay}T09:00`));
    const { sessionId } = await recordHeld(
      county.as("officer", { now: play.at("2027-01-01T09:30") }),
      recordHeldInput.parse({
        disputeId: talked.disputeId,
        startsAt: play.at(`${lastDay}T23:20`).toISOString(),
        minutes: 100,
        place: "人民医院急诊室",
        personIds: [county.people.officer],
        partyIds: talked.parties,
        result: "adjourned",
        text: "双方愿意改日再谈。",
      }),
    );
    expect(await clocksOf(talked.disputeId, "2027-01-05", "officer")).toEqual([
      ["firstSession", lastDay, "2027-01-06", lastDay],
      ["secondSession", lastDay, "2027-01-12", null],
    ]);
    const { sessions } = await ofDispute(county.as("officer", { now: play.at("2027-01-05") }), talked);
    expect(sessions.map(({ id, startsAt, endsAt }) => [id, startsAt, endsAt])).toEqual([
      [sessionId, "2026-12-31T23:20:00+08:00", "2027-01-01T01:00:00+08:00"],
    ]);
  });

  it("each year has its own: received, agreed and open, whenever they are read", async () => {
    const of = async (when: string) => {
      const now = play.at(when);
      const { days, figures } = await readOverview(county.as("head", { now }), {
        period: "year",
        comparison: "lastYear",
      });
      const { received, agreed, open } = figures;
      return [days.from, days.until, received.numerator, agreed.numerator, open.numerator];
    };
    expect(await of(`${lastDay}T23:59`)).toEqual(["2026-01-01", lastDay, 5, 1, 5]);
    expect(await of("2027-01-04T18:00")).toEqual(["2027-01-01", "2027-01-04", 1, 1, 6]);
  });
});
