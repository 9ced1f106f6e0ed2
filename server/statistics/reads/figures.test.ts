import { beforeAll, describe, expect, it } from "vitest";
import { appRouter } from "../../api/root";
import { reopenDispute } from "../../disputes/reopen-dispute";
import { asActor } from "../../kernel/transaction";
import { callAt } from "../../testing/calls";
import { type TestCounty, testCounty } from "../../testing/county";
import { goldenPlay } from "../../testing/golden";
import { refusedWith } from "../../testing/refused";
import { callerFactory } from "../../trpc/init";
import { bases, comparisons, drillInput, figureKeys, periods } from "../inputs";
import { county as readCounty } from "./county";
import { drill, forces, type Overview, readOverview, redList } from "./overview";
import { readRedList } from "./red-list";

/** The morning on which the figures are read. */
const now = new Date("2026-11-24T10:00:00+08:00");
let county: TestCounty;
const made: Record<string, string> = {};

/** Fifteen disputes of two years whose figures were counted by hand; each comment says what it adds. */
beforeAll(async () => {
  county = await testCounty();
  const play = goldenPlay(county);
  // A: agreed, paid in time, closed after 46 days; a new call twelve days later is a relapse.
  const first = await callAt(county, "2026-02-01T09:00:00+08:00", { place: "翠湖苑1号楼" });
  made.A = await play.taken("peoples", "2026-02-02", { callIds: [first.callId] });
  await play.agreed(made.A, "2026-02-10", "2026-02-20");
  await play.performed(made.A, "2026-02-15");
  await play.closed(made.A, "2026-03-20");
  // B: agreed but not paid by the due day: open, in no success figure.
  made.B = await play.taken("peoples", "2026-03-02");
  await play.agreed(made.B, "2026-03-10", "2026-04-01");
  // C: refused after ten days.
  made.C = await play.taken("peoples", "2026-05-04");
  await play.refused(made.C, "2026-05-14");
  // D: on-scene help at half past midnight on New Year's Day in Shanghai (still last year in UTC): resolved, never "mediation".
  made.D = await play.taken("onScene", "2026-01-01T00:30");
  await play.closed(made.D, "2026-01-01T01:00");
  // E: coordination that helped: resolved, never "mediation".
  made.E = await play.taken("coordination", "2026-06-01");
  await play.closed(made.E, "2026-06-21");
  // F: not accepted. G: waits for triage.
  made.F = await play.registered("2026-07-01");
  await play.refusedAtTriage(made.F, "judgedByCourt", "2026-07-02");
  made.G = await play.registered("2026-11-20");
  // H: police mediation that went on to a penalty, after two days.
  made.H = await play.taken("publicSecurity", "2026-08-03");
  await play.ended(made.H, "publicSecurityToPenalty", "2026-08-05", "officer");
  // I: accepted last year, deadlocked this year after 21 days.
  made.I = await play.taken("peoples", "2025-12-20");
  await play.ended(made.I, "deadlock", "2026-01-10");
  // J: a first attempt deadlocked after nine days, taken up again and still open: the failed attempt stays in its year.
  made.J = await play.taken("peoples", "2026-09-01");
  await play.ended(made.J, "deadlock", "2026-09-10");
  await reopenDispute(play.as("mediator", play.at("2026-09-15")), { disputeId: made.J, reason: "双方又愿意谈" });
  // K: agreed, due at the end of the year.
  made.K = await play.taken("peoples", "2026-10-08");
  await play.agreed(made.K, "2026-10-15", "2026-12-31");
  // L: agreed last spring, paid only this January, closed after 325 days.
  made.L = await play.taken("peoples", "2025-03-01");
  await play.agreed(made.L, "2025-03-10", "2025-04-01");
  await play.performed(made.L, "2026-01-05");
  await play.closed(made.L, "2026-01-20");
  // O: on-scene help that was withdrawn the next day without a word to anybody: received, accepted, resolved by nobody.
  made.O = await play.taken("onScene", "2026-10-20");
  await play.ended(made.O, "settledWithdrawn", "2026-10-21");
  // M: on the last day of last year's span, at half past eleven in the evening. N: deadlocked last year after 31 days.
  made.M = await play.taken("onScene", "2025-11-24T23:30");
  await play.closed(made.M, "2025-11-24T23:45");
  made.N = await play.taken("peoples", "2025-05-10");
  await play.ended(made.N, "deadlock", "2025-06-10");
  // Not counted here: another station, and the day after last year's dates.
  await play.taken("peoples", "2026-04-01", {}, "mediator3");
  const late = await play.taken("onScene", "2025-11-25T00:10");
  await play.closed(late, "2025-11-25T00:40");
  await callAt(county, "2026-04-01T09:00:00+08:00", { place: "翠湖苑1号楼2单元" });
}, 120_000);

const overview = (over: Partial<Parameters<typeof readOverview>[1]> = {}): Promise<Overview> =>
  readOverview(county.as("head", { now }), { period: "year", comparison: "lastYear", ...over });

describe("figures counted by hand", () => {
  it("this year to 24 November", async () => {
    const { figures, days } = await overview();
    expect(days).toEqual({ from: "2026-01-01", until: "2026-11-24" });
    expect(figures).toEqual({
      received: { numerator: 11, denominator: null },
      accepted: { numerator: 9, denominator: null },
      notAccepted: { numerator: 1, denominator: null },
      open: { numerator: 3, denominator: null },
      agreed: { numerator: 3, denominator: null },
      performed: { numerator: 2, denominator: null },
      resolved: { numerator: 4, denominator: null },
      untouched: { numerator: 1, denominator: null },
      resolutionRate: { numerator: 3, denominator: 11 },
      successRate: { numerator: 2, denominator: 6 },
      successOfAccepted: { numerator: 3, denominator: 7 },
      performanceRate: { numerator: 1, denominator: 2 },
      relapseRate: { numerator: 1, denominator: 4 },
      medianDays: { numerator: 6, denominator: null, median: 15.5, longest: 325 },
    });
  });

  it("the same dates last year, as they stood then: what was paid this year does not improve them", async () => {
    const { figuresBefore, before } = await overview();
    expect(before).toEqual({ from: "2025-01-01", until: "2025-11-24" });
    expect(figuresBefore).toEqual({
      received: { numerator: 3, denominator: null },
      accepted: { numerator: 3, denominator: null },
      notAccepted: { numerator: 0, denominator: null },
      open: { numerator: 1, denominator: null },
      agreed: { numerator: 1, denominator: null },
      performed: { numerator: 0, denominator: null },
      resolved: { numerator: 1, denominator: null },
      untouched: { numerator: 0, denominator: null },
      resolutionRate: { numerator: 1, denominator: 3 },
      successRate: { numerator: 0, denominator: 1 },
      successOfAccepted: { numerator: 1, denominator: 2 },
      performanceRate: { numerator: 0, denominator: 1 },
      relapseRate: { numerator: 0, denominator: 1 },
      medianDays: { numerator: 1, denominator: null, median: 31, longest: 31 },
    });
  });

  it("names the cases behind a rate, and which of them count", async () => {
    const ofRate = await drill(
      county.as("head", { now }),
      drillInput.parse({ figure: "successRate", part: "denominator" }),
    );
    const names = (ids: (string | undefined)[]) => [...ids].sort();
    expect(names(ofRate.rows.map((row) => row.disputeId))).toEqual(
      names([made.A, made.C, made.H, made.I, made.J, made.L]),
    );
    expect(names(ofRate.rows.filter((row) => row.isCounted).map((row) => row.disputeId))).toEqual(
      names([made.A, made.L]),
    );
    const relapsed = await drill(county.as("head", { now }), drillInput.parse({ figure: "relapseRate" }));
    expect(relapsed.rows.map((row) => row.disputeId)).toEqual([made.A]);
  });

  it("counts each month by itself: December's deadlock is not January's", async () => {
    const { months } = await overview();
    const month = (key: string) => months.find((row) => row.month === key);
    expect(months.map((row) => row.month)).toEqual([
      "2025-12",
      "2026-01",
      "2026-02",
      "2026-03",
      "2026-04",
      "2026-05",
      "2026-06",
      "2026-07",
      "2026-08",
      "2026-09",
      "2026-10",
      "2026-11",
    ]);
    expect(month("2026-01")).toEqual({ month: "2026-01", accepted: 1, resolved: 2, acceptedLastYear: 0 });
    expect(month("2025-12")).toEqual({ month: "2025-12", accepted: 1, resolved: 0, acceptedLastYear: 0 });
    expect(month("2026-03")).toEqual({ month: "2026-03", accepted: 1, resolved: 1, acceptedLastYear: 1 });
  });
});

describe("a figure and its list", () => {
  it.each(periods.flatMap((period) => comparisons.map((comparison) => [period, comparison] as const)))(
    "agree for every figure (%s, %s)",
    async (period, comparison) => {
      const { figures, figuresBefore } = await overview({ period, comparison });
      // The present figures are the same whatever they are compared with; their lists are drawn once.
      const isFirst = comparison === comparisons[0];
      if (!isFirst) expect(figures).toEqual((await overview({ period, comparison: comparisons[0] })).figures);
      for (const [figure, value] of Object.entries(figures)) {
        const before = [comparison, figuresBefore[figure as keyof typeof figures]] as const;
        for (const [basis, counted] of isFirst ? [["current", value] as const, before] : [before]) {
          for (const part of ["numerator", "denominator"] as const) {
            const list = await drill(county.as("head", { now }), drillInput.parse({ figure, part, period, basis }));
            expect([figure, part, basis, list.rows.length]).toEqual([
              figure,
              part,
              basis,
              counted[part] ?? counted.numerator,
            ]);
            expect(list.total).toBe(list.rows.length);
            expect(new Set(list.rows.map((row) => row.id)).size).toBe(list.rows.length);
          }
        }
      }
    },
  );

  it("agree for every bar, cell and segment", async () => {
    const seen = await overview();
    const total = async (over: object) => (await drill(county.as("head", { now }), drillInput.parse(over))).total;
    for (const { month, accepted, resolved } of seen.months) {
      expect([month, await total({ figure: "accepted", month }), await total({ figure: "resolved", month })]).toEqual([
        month,
        accepted,
        resolved,
      ]);
    }
    for (const row of seen.heat.rows) {
      for (const [i, month] of seen.heat.months.entries()) {
        expect(await total({ figure: "received", month, filter: { pointId: row.pointId ?? "none" } })).toBe(
          row.counts[i],
        );
      }
    }
    for (const row of seen.open) {
      for (const risk of ["green", "amber", "red"] as const)
        expect(await total({ figure: "open", filter: { age: row.age, risk } })).toBe(row[risk]);
    }
    expect(seen.open.reduce((sum, row) => sum + row.green + row.amber + row.red, 0)).toBe(seen.figures.open.numerator);
  });

  it("covers every figure that can be asked for", async () => {
    for (const figure of figureKeys) {
      for (const basis of bases) await drill(county.as("head", { now }), drillInput.parse({ figure, basis }));
    }
  });
});

describe("who sees figures", () => {
  const call = callerFactory(appRouter);
  const asked = (username: string) =>
    call({
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

  it("the head of another station sees only their own", async () => {
    const other = await readOverview(county.as("head2", { now }), { period: "year", comparison: "lastYear" });
    expect(other.figures.received.numerator).toBe(1);
    expect(JSON.stringify(other)).not.toContain(made.A);
    expect((await redList(county.as("head2", { now }))).rows.every((row) => row.id !== made.B)).toBe(true);
  });

  it("the county sees numbers per station and no case", async () => {
    const seen = await readCounty(county.as("county", { now }), { period: "year", comparison: "lastYear" });
    const here = seen.stations.find((station) => station.id === county.stations.LW);
    expect(here?.figures.successRate).toEqual({ numerator: 2, denominator: 6 });
    expect(seen.stations.find((station) => station.id === county.stations.DG)?.figures.accepted.numerator).toBe(1);
    const text = JSON.stringify(seen);
    for (const id of Object.values(made)) expect(text).not.toContain(id);
    expect(await refusedWith(asked("county").overview.drill({ figure: "open" }))).toBe("forbidden");
  });

  it("nobody else opens the overview, the red list, the forces or the county", async () => {
    for (const other of ["mediator", "officer", "committee", "judge", "grid", "admin", "county"]) {
      expect(await refusedWith(asked(other).overview.overview({})), other).toBe("forbidden");
      expect(await refusedWith(asked(other).overview.redList({})), other).toBe("forbidden");
      expect(await refusedWith(asked(other).overview.forces({})), other).toBe("forbidden");
      if (other !== "county") expect(await refusedWith(asked(other).overview.county({})), other).toBe("forbidden");
    }
    expect(await refusedWith(asked("head").overview.county({}))).toBe("forbidden");
  });
});

describe("the red list", () => {
  it("holds what is late, and the settled matter that flared up again, each with why and what next", async () => {
    const seen = await redList(county.as("head", { now }));
    const line = (id: string | undefined) => seen.rows.find((row) => row.id === id);
    expect(line(made.B)).toMatchObject({
      kind: "dispute",
      // Its month stopped when the agreement took effect.
      reasons: ["overdue"],
      nextStep: "watchPerformance",
      nextOwner: "沈静",
    });
    expect(line(made.G)?.reasons).toEqual(["overdue"]);
    expect(line(made.C)).toBeUndefined();
    expect(line(made.F)).toBeUndefined();
    expect(seen.total).toBe(seen.rows.length);
    const inApril = await redList(county.as("head", { now: new Date("2026-04-02T10:00:00+08:00") }));
    expect(inApril.rows.find((row) => row.id === made.A)?.reasons).toEqual(["relapse"]);
  });

  it("holds an alerted group until it is a dispute", async () => {
    for (const day of ["01", "02", "03"])
      await callAt(county, `2026-11-${day}T09:00:00+08:00`, { place: "红枫苑4号楼" });
    const seen = await redList(county.as("head", { now }));
    expect(seen.rows[0]).toMatchObject({ kind: "group", title: "红枫苑4号楼", reasons: ["repeatAlert"], incidents: 3 });
  });

  it("is read page by page without a gap, and a page behind its end still says how many there are", async () => {
    const { rows, total } = await redList(county.as("head", { now }));
    expect(total).toBeGreaterThan(2);
    const { actor } = county.as("head", { now });
    const from = (after: number) => asActor({ actor, now }, (tx) => readRedList(tx, { actor, now, limit: 2, after }));
    const pages = await Promise.all(rows.map((_, i) => from(2 * i)));
    expect(pages.flatMap((page) => page.rows.map(({ id }) => id))).toEqual(rows.map(({ id }) => id));
    expect(pages.map((page) => page.total)).toEqual(rows.map(() => total));
    expect(await redList(county.as("head", { now }), { page: 2 })).toMatchObject({ rows: [], total });
  });
});

describe("the forces", () => {
  it("are all shown, with whole numbers even where nobody was asked", async () => {
    const { rows } = await forces(county.as("head", { now }), { period: "year" });
    expect(rows.length).toBeGreaterThanOrEqual(9);
    expect(rows.every((row) => row.asked === 0 && row.accepted.denominator === 0 && row.answerHours === null)).toBe(
      true,
    );
  });
});
