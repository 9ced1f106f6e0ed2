import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { countExport } from "../../access/count-export";
import { type TestCounty, testCounty } from "../../testing/county";
import { acceptedDispute, intake } from "../../testing/disputes";
import { exportListInput, listDisputesInput } from "../inputs";
import { registerDispute } from "../register-dispute";
import { exportList } from "./export-list";
import { listDisputes } from "./list";
import { todayOf } from "./today";

let county: TestCounty;
let accepted: string;
let waiting: string;
beforeAll(async () => {
  county = await testCounty();
  accepted = (await acceptedDispute(county)).disputeId;
  const minor = {
    side: 2,
    kind: "person" as const,
    standing: "respondent" as const,
    name: "小宝儿",
    phone: "",
    address: "",
    isMinor: true,
    links: [],
  };
  const adult = {
    side: 1,
    kind: "person" as const,
    standing: "applicant" as const,
    name: "欧阳100%",
    phone: "139 0578 6624",
    address: "",
    isMinor: false,
    links: [],
  };
  waiting = (
    await registerDispute(
      county.as("mediator"),
      intake({ title: "", place: "锦绣里 6 幢", risk: "amber", source: "petitionOffice", parties: [adult, minor] }),
    )
  ).disputeId;
});

const find = async (who: string, over: Record<string, unknown> = {}) =>
  (await listDisputes(county.as(who), listDisputesInput.parse({ scope: "all", ...over }))).rows.map((row) => row.id);

describe("the list of disputes", () => {
  it("shows newest first with sides, seats and the next step, and counts all", async () => {
    const page = await listDisputes(county.as("mediator"), listDisputesInput.parse({ scope: "all" }));
    expect(page).toMatchObject({ total: 2, next: null });
    expect(page.rows.map((row) => row.id)).toEqual([waiting, accepted]);
    expect(page.rows[1]?.proceeding).toMatchObject({ status: "accepted", nextStep: "giveNotice", lead: "沈静" });
    expect(page.rows[1]?.proceeding?.seats).toEqual(Array.from({ length: 8 }, () => "none"));
  });

  it("is filtered by source, type and track as by stage and risk, and the sheet holds the same rows", async () => {
    const asked = async (over: Record<string, unknown>) => {
      const filters = { scope: "all", ...over };
      const shown = (await listDisputes(county.as("mediator"), listDisputesInput.parse(filters))).rows;
      const sheet = await exportList(county.as("mediator"), exportListInput.parse(filters));
      expect(sheet.rows).toEqual(shown);
      return shown;
    };
    const bySource = await asked({ source: "petitionOffice" });
    expect(bySource.map(({ id, source }) => [id, source])).toEqual([[waiting, "petitionOffice"]]);
    expect(await asked({ source: "petitionOffice", type: "medical" })).toEqual([]);
    const types = (await asked({})).map(({ id, type }) => [id, type] as const);
    for (const [id, type] of types) expect((await asked({ type })).map((row) => row.id)).toContain(id);
    expect((await asked({ track: "peoples" })).map(({ id }) => id)).toEqual([accepted]);
    expect(await asked({ track: "publicSecurity" })).toEqual([]);
  });

  it("names no minor, in sides or title, and finds none by name", async () => {
    const page = await listDisputes(county.as("mediator"), listDisputesInput.parse({ scope: "all" }));
    expect(JSON.stringify(page)).not.toContain("小宝儿");
    expect(page.rows[0]?.sides).toEqual([
      { side: 1, names: ["欧阳100%"], count: 1 },
      { side: 2, names: [], count: 1 },
    ]);
    expect(await find("mediator", { q: "小宝儿" })).toEqual([]);
  });

  it("finds by number, place and name, all words together, taking % and _ as they are", async () => {
    expect(await find("mediator", { q: "锦绣里 欧阳" })).toEqual([waiting]);
    expect(await find("mediator", { q: "100%" })).toEqual([waiting]);
    expect(await find("mediator", { q: "_" })).toEqual([]);
    expect(await find("mediator", { q: "锦绣里 刘玉芬" })).toEqual([]);
  });

  it("finds by the last four digits or the whole phone, but only for those who work on it", async () => {
    expect(await find("mediator", { q: "6624" })).toEqual([waiting]);
    expect(await find("committee", { q: "13905786624" })).toEqual([waiting]);
    expect(await find("officer", { q: "6624" })).toEqual([]);
    expect(await find("head", { q: "13905786624" })).toEqual([]);
    expect(await find("mediator", { q: "0578" })).toEqual([]);
  });

  it("filters by step, risk and lead", async () => {
    expect(await find("mediator", { status: "registered" })).toEqual([waiting]);
    expect(await find("mediator", { status: "accepted" })).toEqual([accepted]);
    expect(await find("mediator", { risk: "amber" })).toEqual([waiting]);
    expect(await find("mediator2", { scope: "mine" })).toEqual([]);
    expect(await find("mediator", { scope: "mine" })).toEqual([waiting, accepted]);
  });

  it("shows the station its own and strangers nothing", async () => {
    expect(await find("officer")).toHaveLength(2);
    expect(await find("head")).toHaveLength(2);
    for (const stranger of ["mediator3", "officer3", "head2", "committee2"])
      expect(await find(stranger), stranger).toEqual([]);
  });

  it("goes on where the last page ended, without gaps or repeats", async () => {
    const other = await testCounty();
    const made: string[] = [];
    for (let i = 0; i < 52; i += 1) made.push((await registerDispute(other.as("mediator"), intake())).disputeId);
    const first = await listDisputes(other.as("mediator"), listDisputesInput.parse({ scope: "all" }));
    const second = await listDisputes(
      other.as("mediator"),
      listDisputesInput.parse({ scope: "all", after: first.next }),
    );
    expect([...first.rows, ...second.rows].map((row) => row.id).sort()).toEqual(made.sort());
    expect([first.total, second.next]).toEqual([52, null]);

    // Today, of the same disputes, says how many there are and where the rest is.
    const today = await todayOf(other.as("mediator"), { show: "mine", after: null });
    const rest = await todayOf(other.as("mediator"), { show: "mine", after: today.next });
    const shown = [today, rest].flatMap(({ groups }) => Object.values(groups).flat());
    expect(shown.map((row) => row.id).sort()).toEqual(made.sort());
    expect([today.counts.mine, Object.values(rest.groups).flat().length, rest.next]).toEqual([52, 2, null]);
  });
});

describe("the list as a sheet", () => {
  const sheet = (who: string, over: Record<string, unknown> = {}, now = new Date()) =>
    exportList(county.as(who, { now }), exportListInput.parse({ scope: "all", ...over }));
  const setRule = (key: string, value: number) =>
    database().execute(sql`insert into rules (county_id, key, value, valid_from)
      values (${county.countyId}::uuid, ${key}, ${value}, '2020-01-01')`);

  it("holds the rows of the head's own list with its filters: no minor's name, no phone, nothing of another station", async () => {
    for (const over of [{}, { risk: "amber" }, { status: "registered" }, { q: "承重墙" }]) {
      const { rows, isCut } = await sheet("head", over);
      const page = await listDisputes(county.as("head"), listDisputesInput.parse({ scope: "all", ...over }));
      expect(rows).toEqual(page.rows);
      expect(isCut).toBe(false);
      expect(JSON.stringify(rows)).not.toMatch(/小宝儿|1380000|0578|6624/);
    }
    expect((await sheet("head2")).rows).toEqual([]);
  });

  it("leaves an entry of the audit with the number of rows and what was searched for, shortened", async () => {
    await sheet("head", { q: "欧阳" });
    const [entry] = await database().execute<{ payload: string; name: string }>(sql`
      select e.payload, p.name from events e join people p on p.county_id = e.county_id and p.id = e.actor_id
      where e.county_id = ${county.countyId}::uuid and e.action = 'audit.export' order by e.seq desc limit 1`);
    expect(JSON.parse(entry?.payload ?? "{}")).toEqual({ what: "dispute.export", rows: 1, terms: ["欧…"] });
  });

  it("says that the list goes on where it is longer than a sheet may be", async () => {
    await setRule("export.rowsMax", 1);
    const cut = await sheet("committee");
    expect(cut).toMatchObject({ isCut: true, rows: [{ id: waiting }] });
    expect(await sheet("committee", { risk: "amber" })).toMatchObject({ isCut: false, rows: [{ id: waiting }] });
  });

  it("is refused beyond the sheets of an hour, also of the same list and within one request, and goes on after the hour", async () => {
    await setRule("export.perHour", 3);
    await database().execute(sql`delete from rate_limits`);
    const now = new Date();
    const at = (n: number) => new Date(now.getTime() + n);
    // One request may hold several calls; they all have its time.
    for (const n of [0, 0, 2]) await sheet("head", {}, at(n));
    await expect(sheet("head", {}, at(3))).rejects.toMatchObject({ kind: "tooMany", code: "exportsUsedUp" });
    await expect(countExport(county.as("head", { now: at(4) }), "overview.export")).rejects.toMatchObject({
      code: "exportsUsedUp",
    });
    expect((await sheet("head", {}, at(3_660_000))).rows).toHaveLength(1);
  });
});
