import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { appRouter } from "../../api/root";
import { asActor } from "../../kernel/transaction";
import { type TestCounty, testCounty } from "../../testing/county";
import { goldenPlay } from "../../testing/golden";
import { refusedWith } from "../../testing/refused";
import { callerFactory } from "../../trpc/init";
import { restrictDispute } from "../../windows/restrict-dispute";
import { countyListInput } from "../inputs";
import { type County, county as readCounty } from "./county";
import { countyList } from "./list-county";

const now = new Date("2026-11-24T10:00:00+08:00");
let county: TestCounty;
let seen: County;
const made: Record<string, string> = {};

/** Four matters of one station and one of another; each comment says what it adds. */
beforeAll(async () => {
  county = await testCounty();
  const play = goldenPlay(county);
  // A: agreed, paid in time, closed after 46 days, this year. B: agreed, not paid by the due day: open and late.
  made.A = await play.taken("peoples", "2026-02-02");
  await play.agreed(made.A, "2026-02-10", "2026-02-20");
  await play.performed(made.A, "2026-02-15");
  await play.closed(made.A, "2026-03-20");
  made.B = await play.taken("peoples", "2026-09-02");
  await play.agreed(made.B, "2026-09-10", "2026-10-01");
  // C: deadlocked last year. D: waits for triage.
  made.C = await play.taken("peoples", "2025-05-04");
  await play.ended(made.C, "deadlock", "2025-05-14");
  made.D = await play.registered("2026-11-20");
  seen = await readCounty(county.as("county", { now }), { period: "year", comparison: "lastYear" });
});

const list = (asked: object) =>
  countyList(county.as("county", { now }), countyListInput.parse({ stationId: county.stations.LW, ...asked }));

describe("the county's page", () => {
  it("adds all stations up, this year and last, and says what is late", () => {
    expect(seen.total.figures.received.numerator).toBe(3);
    expect(seen.total.figuresBefore.received.numerator).toBe(1);
    expect(seen.total.figures.resolutionRate).toEqual({ numerator: 1, denominator: 3 });
    expect(seen.total.figuresBefore.successRate).toEqual({ numerator: 0, denominator: 1 });
    expect(seen.total.figures.medianDays).toMatchObject({ numerator: 1, median: 46, longest: 46 });
    expect(seen.total.overdue).toBe(1);
    const here = seen.stations.find(({ id }) => id === county.stations.LW);
    expect(here).toMatchObject({ overdue: 1, successor: null });
    expect(here?.figures.open.numerator).toBe(1);
    for (const figure of ["received", "accepted", "open", "agreed"] as const)
      expect(
        seen.stations.reduce((sum, one) => sum + one.figures[figure].numerator, 0),
        figure,
      ).toBe(seen.total.figures[figure].numerator);
  });

  it("shows months, and new disputes by station, type and month, as many as were registered", () => {
    expect(seen.months).toHaveLength(12);
    expect(seen.months.find(({ month }) => month === "2026-09")).toMatchObject({ accepted: 1, resolved: 0 });
    expect(seen.heat.months).toEqual(["2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11"]);
    expect(seen.heat.cells.reduce((sum, { n }) => sum + n, 0)).toBe(2);
    expect(seen.heat.cells.every(({ stationId }) => stationId === county.stations.LW)).toBe(true);
    expect(seen.forces.map(({ stationId }) => stationId)).toContain(county.stations.LW);
    expect(seen.forces.every(({ rows }) => rows.length >= 9)).toBe(true);
  });

  it("opens a figure as numbers, types and stages without a name", async () => {
    const open = await list({ figure: "open" });
    expect(open.rows).toEqual([expect.objectContaining({ id: made.B, status: "performing", isOver: false })]);
    expect(Object.keys(open.rows[0] ?? {}).sort()).toEqual(
      ["at", "dueAt", "id", "isCounted", "isOver", "number", "status", "type"].sort(),
    );
    expect((await list({ figure: "open", overdue: "yes" })).total).toBe(1);
    const all = await list({ figure: "resolutionRate", part: "denominator" });
    expect(all.rows.map(({ id, isCounted, status, isOver }) => [id, isCounted, status, isOver])).toEqual([
      [made.D, false, null, false],
      [made.B, false, "performing", false],
      [made.A, true, "closed", true],
    ]);
    expect((await list({ figure: "received", month: "2026-09" })).total).toBe(1);
    expect((await list({ figure: "received", stationId: county.stations.DG })).total).toBe(0);
    expect(await refusedWith(list({ figure: "received", stationId: made.A }))).toBe("notFound");
    expect(open.stations.length).toBeGreaterThan(1);
  });

  it("is found again, figure by figure, in the lists of its stations", async () => {
    const whole = (asked: object) => countyList(county.as("county", { now }), countyListInput.parse(asked));
    const { figures, overdue } = seen.total;
    const shown: [asked: object, figure: number | null][] = [
      [{ figure: "received" }, figures.received.numerator],
      [{ figure: "open" }, figures.open.numerator],
      [{ figure: "open", overdue: "yes" }, overdue],
      [{ figure: "resolutionRate", part: "denominator" }, figures.resolutionRate.denominator],
      [{ figure: "medianDays" }, figures.medianDays.numerator],
      [{ figure: "received", month: "2026-09" }, 1],
    ];
    for (const [asked, figure] of shown) {
      const { inCounty, stations } = await whole(asked);
      expect(inCounty, JSON.stringify(asked)).toBe(figure);
      for (const { id, lines } of stations) expect(lines).toBe((await list({ ...asked, stationId: id })).total);
      expect(stations.reduce((sum, { lines }) => sum + (lines ?? 0), 0)).toBe(inCounty);
    }
    expect((await whole({ figure: "received", type: "neighbour" })).inCounty).toBeNull();
  });

  it("counts what is sealed and does not list it", async () => {
    await restrictDispute(county.as("mediator", { now }), {
      disputeId: made.B ?? "",
      ground: "minor",
      reason: "涉及未成年人",
    });
    expect(await list({ figure: "open" })).toMatchObject({ rows: [], total: 1, sealed: 1 });
  });

  it("is nobody else's, not even by the database's own function", async () => {
    const as = (username: string) =>
      callerFactory(appRouter)({
        signedIn: {
          actor: county.actor(username),
          name: username,
          locale: null,
          mustChangePassword: false,
          sessionId: "test",
        } as never,
        now,
        requestId: "TEST01",
      });
    for (const other of ["mediator", "head", "committee", "admin", "judge"])
      expect(await refusedWith(as(other).overview.countyList({ figure: "open" })), other).toBe("forbidden");
    expect((await as("county").overview.countyList({ figure: "open", stationId: county.stations.LW })).total).toBe(1);
    const asHead = asActor(county.as("head", { now }), (tx) =>
      tx.execute(
        sql`select * from app.county_overview(${county.countyId}::uuid, now(), now(), now(), '2026-01-01', now(), now())`,
      ),
    );
    await expect(asHead).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});
