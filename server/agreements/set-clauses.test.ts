import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { disputeTypes } from "@/db/vocabulary";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { takenBySql } from "../testing/taken-by-sql";
import { blanksIn, compiledClause, type TemplateClause } from "./choices";
import { setClausesInput } from "./inputs";
import { standardClauses } from "./parts/standard-clauses";
import { clauseSheet } from "./reads/clause-sheet";
import { offeredClauses } from "./reads/offered-clauses";
import { setClauses } from "./set-clauses";

const now = new Date("2026-11-30T02:00:00Z");
const later = new Date("2026-12-05T02:00:00Z");
const own: TemplateClause = {
  ...{ kind: "pay", condition: "验收合格后", text: "修补费【金额】元", consequence: "逾期的，另付【比例】" },
  ...{ obligor: "respondent", obligee: "applicant", liability: "joint", dueAfterDays: 10, proof: "transfer" },
};
let county: TestCounty;
let disputeId: string;
beforeAll(async () => {
  county = await testCounty();
  ({ disputeId } = await acceptedDispute(county));
});
const set = async (who: string, over: Record<string, unknown> = {}) =>
  setClauses(
    county.as(who, { now }),
    setClausesInput.parse({ type: "neighbour", clauses: [own], validFrom: "2026-12-05", ...over }),
  );
const offered = (at: Date, who = "mediator") => offeredClauses(county.as(who, { now: at }), { disputeId });

describe("clauses to begin an agreement with", () => {
  it("are ours until the committee's own begin; everything that was set is kept", async () => {
    expect(await offered(now)).toEqual(standardClauses("neighbour"));
    await set("committee");
    expect(await offered(now)).toEqual(standardClauses("neighbour"));
    expect(await offered(later)).toEqual([own]);
    const sheet = await clauseSheet(county.as("committee", { now }));
    expect(sheet.map(({ type }) => type)).toEqual([...disputeTypes]);
    expect(sheet[0]).toMatchObject({ type: "neighbour", now: null, history: [{ from: "2026-12-05", clauses: [own] }] });
    const [event] = await database().execute(
      sql`select action, payload from events where county_id = ${county.countyId}::uuid and action = 'draftingTemplate.set'`,
    );
    expect(event?.action).toBe("draftingTemplate.set");
    expect(event?.payload).toContain("修补费【金额】元");
  });

  it("are set by the head of the committee alone, from today on, and a payment goes from one side to the other", async () => {
    for (const who of ["mediator", "head", "county", "admin"]) expect(await refusedWith(set(who))).toBe("forbidden");
    expect(await refusedWith(clauseSheet(county.as("mediator", { now })))).toBe("forbidden");
    expect(await refusedWith(offered(now, "lawyer"))).toMatch(/notFound|forbidden/);
    expect(await refusedWith(set("committee", { validFrom: "2026-11-29" }))).toBe("ruleInPast");
    expect(await refusedWith(set("committee", { validFrom: "2029-01-01" }))).toBe("ruleTooFar");
    for (const obligee of [null, "respondent", "everyone"])
      expect(await refusedWith(set("committee", { clauses: [{ ...own, obligee }] }))).toBe("templatePaysOther");
  });

  it("begin from today on by the database alone too, in the name of whoever sets them and for their own committee", async () => {
    const bySql = (validFrom: string, over: { committeeId?: string; setBy?: string } = {}) => {
      const { committeeId = county.committees.LW, setBy = county.people.committee } = over;
      const statement = sql`
        insert into drafting_templates (county_id, id, committee_id, type, clauses, valid_from, set_by, set_at)
        values (${county.countyId}::uuid, gen_random_uuid(), ${committeeId}::uuid, 'lending', '[{}]', ${validFrom}::date, ${setBy}::uuid, ${now.toISOString()}::timestamptz)`;
      return takenBySql(county.as("committee", { now }), statement);
    };
    expect(await bySql("2026-11-30")).toBe("taken");
    expect(await bySql("2026-11-29")).toBe("42501");
    expect(await bySql("2026-12-05", { committeeId: county.committees.DG ?? "" })).toBe("42501");
    expect(await bySql("2026-12-05", { setBy: county.people.mediator ?? "" })).toBe("42501");
  });

  it("of ours exist for every type, can be set as they are, and leave open what only the parties know", async () => {
    for (const type of disputeTypes) {
      const clauses = standardClauses(type);
      expect(await set("committee", { type, clauses }), type).toMatchObject({ templateId: expect.any(String) });
      expect(clauses.flatMap(({ text }) => blanksIn(text)).length, type).toBeGreaterThan(0);
    }
  });

  it("bind parties by how they stand, and carry condition, consequence and days into the draft", () => {
    const parties = [
      ...[{ id: "a", standing: "applicant" as const }],
      ...[{ id: "b", standing: "respondent" as const }],
      ...[{ id: "c", standing: "respondent" as const }],
      ...[{ id: "d", standing: "thirdParty" as const }],
    ];
    expect(compiledClause(own, parties)).toEqual({
      ...{ kind: "pay", proof: "transfer", obligorPartyIds: ["b", "c"], obligeePartyIds: ["a"], dueAfter: "10" },
      ...{ text: "修补费【金额】元", condition: "验收合格后", consequence: "逾期的，另付【比例】", liability: "joint" },
    });
    expect(compiledClause({ ...own, dueAfterDays: null }, parties.slice(0, 2))).toMatchObject({
      ...{ obligorPartyIds: ["b"], liability: "", dueAfter: undefined },
    });
    const everyone = compiledClause({ ...own, kind: "refrain", obligor: "everyone", obligee: null }, parties);
    expect(everyone).toMatchObject({ obligorPartyIds: ["a", "b", "c", "d"], obligeePartyIds: [], liability: "" });
  });
});
