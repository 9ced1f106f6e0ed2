import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { archiveProceeding } from "../../disputes/archive-proceeding";
import { reopenDispute } from "../../disputes/reopen-dispute";
import { setRuleInput } from "../../settings/inputs";
import { setRule } from "../../settings/set-rule";
import { type TestCounty, testCounty } from "../../testing/county";
import { goldenPlay } from "../../testing/golden";
import { refusedWith } from "../../testing/refused";
import { handOverSubsidies } from "../hand-over-subsidies";
import { type HandOverSubsidiesInput, handOverSubsidiesInput } from "../inputs";
import { exportSubsidies } from "./export-subsidies";
import { subsidiesOfMonth } from "./subsidies-of-month";

let county: TestCounty;
let root: string;
let once: string;
let late: string;
let short: string;
let open: string;
let failed: string;
const now = new Date("2026-09-01T10:00:00+08:00");
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "zhongtiao-subsidies-"));
  process.env.ZHONGTIAO_FILES = root;
  county = await testCounty(["LW", "DG"]);
  const play = goldenPlay(county);
  const archive = (disputeId: string, when: string) =>
    archiveProceeding(play.as("mediator", play.at(when)), { disputeId, retention: "short" });
  await setRule(
    county.as("county", { now: new Date("2026-05-01T10:00:00+08:00") }),
    setRuleInput.parse({
      key: "subsidy.oral",
      value: 60,
      valueSeen: 50,
      validFrom: "2026-06-30",
      source: "县财〔2026〕3号",
    }),
  );
  // Performed on the day of the agreement: a simple matter, whole without further papers.
  once = await play.taken("peoples", "2026-05-04");
  await play.agreed(once, "2026-05-15", "2026-06-10");
  await play.performed(once, "2026-05-15T11:00");
  await play.closed(once, "2026-05-20");
  await archive(once, "2026-06-29T23:50");
  // Performed later, so that it is no simple matter; nobody asked for identity papers yet when it was archived.
  late = await play.taken("peoples", "2026-06-01");
  await play.agreed(late, "2026-06-08", "2026-06-20");
  await play.performed(late, "2026-06-20");
  await play.closed(late, "2026-06-25");
  await archive(late, "2026-06-30T23:50");
  // They are asked for, and nobody filed them.
  short = await play.taken("peoples", "2026-07-01");
  await play.agreed(short, "2026-07-08", "2026-07-20");
  await play.performed(short, "2026-07-20");
  await play.closed(short, "2026-07-25");
  await archive(short, "2026-12-01T00:10");
  failed = await play.taken("peoples", "2026-06-02");
  await play.ended(failed, "deadlock", "2026-06-09");
  await archive(failed, "2026-06-11");
  // The first one comes back and is settled a second time.
  await reopenDispute(play.as("mediator", play.at("2026-07-01")), { disputeId: once, reason: "又起争执" });
  await play.agreed(once, "2026-07-06", "2026-07-20");
  await play.performed(once, "2026-07-06T11:00");
  await play.closed(once, "2026-07-10");
  await archive(once, "2026-07-13");
  // Waits to be archived.
  open = await play.taken("peoples", "2026-07-02");
  await play.agreed(open, "2026-07-14", "2026-07-30");
  await play.performed(open, "2026-07-14T11:00");
  await play.closed(open, "2026-07-16");
});
afterAll(() => rm(root, { recursive: true, force: true }));
const month = (of: string, by = "committee", at = now) => subsidiesOfMonth(county.as(by, { now: at }), { month: of });
const found = async (of: string, by?: string) =>
  new Map((await month(of, by)).matters.map(({ disputeId, amountFen, block }) => [disputeId, { amountFen, block }]));

describe("the subsidies of a month", () => {
  it("are those archived in it on Shanghai's days, by the rules of the day of archiving", async () => {
    const june = await found("2026-06");
    expect(june.get(once)).toEqual({ amountFen: 5_000, block: null });
    expect(june.get(late)).toEqual({ amountFen: 6_000, block: null });
    expect(june.get(failed)).toEqual({ amountFen: 0, block: { code: "noAmount" } });
    expect(june.size).toBe(3);
    expect((await found("2026-05")).size).toBe(0);
  });

  it("are held back for papers that the practice of the day of archiving asked for", async () => {
    const { matters } = await month("2026-12", "committee", new Date("2026-12-20T10:00:00+08:00"));
    expect(matters.map(({ disputeId, block }) => [disputeId, block])).toEqual([
      [short, { code: "papers", kinds: ["identity"] }],
    ]);
  });

  it("pay for a dispute once, and not before it is archived", async () => {
    const july = await month("2026-07");
    const [first] = (await month("2026-06")).matters.filter(({ disputeId }) => disputeId === once);
    expect(new Map(july.matters.map(({ disputeId, block }) => [disputeId, block]))).toEqual(
      new Map([
        [once, { code: "paidBefore", dossierNumber: first?.dossierNumber }],
        [open, { code: "notArchived" }],
      ]),
    );
  });

  it("add up by mediator, in fen", async () => {
    expect((await month("2026-06")).mediators).toEqual([
      expect.objectContaining({
        ...{ personId: county.people.mediator, paid: 2, paidFen: 11_000, blocked: 1, blockedFen: 0 },
      }),
    ]);
    expect(await month("2026-08")).toMatchObject({ mediators: [], previous: "2026-07", following: "2026-09" });
    expect(await month("2026-09")).toMatchObject({ previous: "2026-08", following: null });
  });

  it("are a mediator's own, a head's of their committee, and nobody else's", async () => {
    expect((await found("2026-06", "mediator")).size).toBe(3);
    const [other] = await database().execute<{ id: string }>(
      sql`select id from people where county_id = ${county.countyId}::uuid and role = 'mediator' and committee_id = ${county.actor("mediator").committeeId}::uuid and id <> ${county.people.mediator ?? ""}::uuid`,
    );
    const colleague = {
      ...county.as("mediator", { now }),
      actor: { ...county.actor("mediator"), personId: other?.id ?? "" },
    };
    expect(other).toBeDefined();
    expect((await subsidiesOfMonth(colleague, { month: "2026-06" })).matters).toEqual([]);
    expect(await refusedWith(subsidiesOfMonth(county.as("head", { now }), {}))).toBe("forbidden");
  });

  it("leave an entry of the audit where they go out as a sheet", async () => {
    const sheet = await exportSubsidies(county.as("committee", { now }), { month: "2026-06" });
    expect(sheet).toEqual(await month("2026-06"));
    const [entry] = await database().execute<{ payload: string }>(
      sql`select payload from events where county_id = ${county.countyId}::uuid and action = 'audit.export' order by seq desc limit 1`,
    );
    expect(JSON.parse(entry?.payload ?? "{}")).toEqual({ what: "subsidy.export", rows: 3 });
  });

  it("stay as they were handed over; what changes afterwards stands as a correction on the next month, once", async () => {
    const hand = (of: string, over: Partial<HandOverSubsidiesInput> = {}, by = "committee") =>
      month(of).then(({ seen }) =>
        handOverSubsidies(
          county.as(by, { now }),
          handOverSubsidiesInput.parse({ month: of, handedOn: "2026-08-05", recipient: "县司法局", seen, ...over }),
        ),
      );
    expect(await month("2026-08")).toMatchObject({ toHandOver: "2026-08", corrections: [], handedOver: null });
    expect(await refusedWith(hand("2026-06", {}, "mediator"))).toBe("forbidden");
    expect(await refusedWith(hand("2026-06", { handedOn: "2026-06-30" }))).toBe("dayTooEarly");
    expect(await refusedWith(hand("2026-06", { handedOn: "2026-09-02" }))).toBe("dayInFuture");
    expect(await refusedWith(hand("2026-06", { seen: "0".repeat(64) }))).toBe("changedMeanwhile");
    const before = await month("2026-06");
    await hand("2026-06");
    expect(await refusedWith(hand("2026-06"))).toBe("subsidyHandedOver");
    expect(await refusedWith(hand("2026-05"))).toBe("subsidyNotNext");
    expect(await month("2026-08")).toMatchObject({ toHandOver: "2026-07" });
    // The county's amount for that day was entered wrongly, and is put right.
    await setRule(
      county.as("county", { now: new Date("2026-05-01T10:00:00+08:00") }),
      setRuleInput.parse({
        ...{ key: "subsidy.oral", value: 80, valueSeen: 50, validFrom: "2026-06-29" },
        source: "县财〔2026〕3号更正",
      }),
    );
    const after = await month("2026-06");
    expect(after).toMatchObject({
      ...{ matters: before.matters, mediators: before.mediators, toHandOver: null },
      handedOver: { handedOn: "2026-08-05", recipient: "县司法局", sha256: before.seen },
    });
    const july = await month("2026-07");
    expect(july.corrections.map(({ disputeId, beforeFen, nowFen }) => [disputeId, beforeFen, nowFen])).toEqual([
      [once, 5_000, 8_000],
    ]);
    expect(july.mediators).toEqual([expect.objectContaining({ paid: 0, paidFen: 3_000, blocked: 2 })]);
    expect(await month("2026-08")).toMatchObject({ corrections: [] });
    expect((await month("2026-06", "mediator")).matters).toHaveLength(3);
    await hand("2026-07");
    expect(await month("2026-08")).toMatchObject({ corrections: [], toHandOver: "2026-08" });
    expect((await month("2026-07")).corrections).toEqual(july.corrections);
    const rows = await database().execute<{ sum: number; sha256: string }>(
      sql`select sum_fen::int as sum, source_sha256 as sha256 from subsidy_sheets where county_id = ${county.countyId}::uuid order by month`,
    );
    expect([...rows]).toEqual([
      { sum: 11_000, sha256: before.seen },
      { sum: 3_000, sha256: july.seen },
    ]);
  });
});
