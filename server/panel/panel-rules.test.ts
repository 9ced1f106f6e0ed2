import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type * as z from "zod";
import { database } from "@/db/client";
import { addDays, dayOf } from "../kernel/shanghai";
import { asActor, postgresError } from "../kernel/transaction";
import { consented } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { lastCountyEvent } from "../testing/events";
import { refusedWith } from "../testing/refused";
import { setPanelRuleInput } from "./inputs";
import { panelOf } from "./reads/panel";
import { rulesOf } from "./reads/rules";
import { setPanelRule } from "./set-panel-rule";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const today = dayOf(new Date());
const rule = (over: Partial<z.input<typeof setPanelRuleInput>> = {}) =>
  setPanelRuleInput.parse({
    type: "neighbour",
    forceCode: "propertyManager",
    area: "江畔花园",
    validFrom: today,
    need: "required",
    seats: 1,
    ruleVersion: null,
    reason: "图纸和钥匙都在物业手里",
    ...over,
  });
const forceIn = async (dispute: { disputeId: string }, code: string) =>
  (await panelOf(county.as("mediator"), dispute)).forces.find((force) => force.code === code);

describe("a rule of the committee", () => {
  it("is written by its own head alone, in their own name and from today on, whoever writes the SQL", async () => {
    const { countyId, committees, people } = county;
    const write = (username: string, committee: string | undefined, from = today, by = people[username]) =>
      asActor(county.as(username), (tx) =>
        tx.execute(sql`insert into panel_rules (county_id, committee_id, dispute_type, force_code, valid_from, need, reason, written_by, written_at)
          values (${countyId}::uuid, ${committee ?? null}::uuid, 'other', 'lawyer', ${from}, 'required', '本委员会要律师到场', ${by ?? null}::uuid, now())`),
      ).then(
        () => "written",
        (error: unknown) => postgresError(error)?.code,
      );
    const [own, other] = [committees.LW, committees.DG];
    expect(await write("committee", other)).toBe("42501");
    expect(await write("committee", own, addDays(today, -1))).toBe("42501");
    expect(await write("committee", own, today, people.mediator)).toBe("42501");
    expect(await write("mediator", own)).toBe("42501");
    expect(await write("committee", own)).toBe("written");
    await database().execute(sql`insert into panel_rules (county_id, committee_id, dispute_type, force_code, valid_from, need, reason, written_by, written_at)
      values (${countyId}::uuid, ${other ?? null}::uuid, 'other', 'lawyer', ${today}, 'none', '别的委员会的规矩', ${people.committee ?? null}::uuid, now())`);
    const change = (set: ReturnType<typeof sql>) =>
      asActor(county.as("committee"), (tx) =>
        tx.execute(
          sql`update panel_rules set ${set}, version = version + 1 where dispute_type = 'other' returning committee_id`,
        ),
      );
    expect((await change(sql`seats = 2`)).map((row) => row.committee_id)).toEqual([own]);
    await expect(change(sql`committee_id = ${other ?? null}::uuid, area = '东关'`)).rejects.toThrow();
    const remove = asActor(county.as("committee"), (tx) => tx.execute(sql`delete from panel_rules`));
    expect(postgresError(await remove.catch((error: unknown) => error))?.code).toBe("42501");
  });

  it("applies from its day on, for the place it names, and leaves an event on the county's chain", async () => {
    const here = await acceptedDispute(county);
    const elsewhere = await acceptedDispute(county, { place: "富民路 5 号" });
    expect(await forceIn(here, "propertyManager")).toMatchObject({
      need: "optional",
      source: "default",
      why: "keepsOrder",
    });
    await setPanelRule(county.as("committee"), rule());
    expect(await forceIn(here, "propertyManager")).toMatchObject({
      need: "required",
      source: "area",
      area: "江畔花园",
      validFrom: today,
      why: null,
      reason: "图纸和钥匙都在物业手里",
    });
    expect(await forceIn(elsewhere, "propertyManager")).toMatchObject({ source: "default" });
    expect(await lastCountyEvent(county.countyId)).toMatchObject({
      action: "panel.setRule",
      actorId: county.people.committee,
      payload: { type: "neighbour", force: "propertyManager", area: "江畔花园", validFrom: today, need: "required" },
    });
  });

  it("holds however its place is written, and not for a group whose number ends alike", async () => {
    const of = (place: string) => acceptedDispute(county, { type: "damages", place });
    const [same, other] = [await of("东岗村３組路口"), await of("东岗村十三组")];
    const area = { type: "damages", forceCode: "villageCadre", area: "第三组", seats: 4 } as const;
    await setPanelRule(county.as("committee"), rule(area));
    expect(await forceIn(same, "villageCadre")).toMatchObject({ source: "area", seats: 4, area: "第三组" });
    expect(await forceIn(other, "villageCadre")).toMatchObject({ source: "default" });
    // Another way of writing it is the same area: the newer rule holds.
    await database().execute(sql`update panel_rules set valid_from = '2026-01-01' where dispute_type = 'damages'`);
    await setPanelRule(county.as("committee"), rule({ ...area, area: "3组", seats: 2 }));
    expect(await forceIn(same, "villageCadre")).toMatchObject({ source: "area", seats: 2, area: "3组" });
    const sheet = await rulesOf(county.as("committee"), { type: "damages" });
    expect(sheet.forces.find(({ code }) => code === "villageCadre")).toMatchObject({
      areas: [{ area: "3组" }],
      past: [{ area: "第三组" }],
    });
  });

  it("that starts later changes nothing before; the list shows present, coming and past rules", async () => {
    const dispute = await acceptedDispute(county, { type: "land" });
    const land = (over: Parameters<typeof rule>[0]) =>
      rule({ type: "land", forceCode: "townCadre", area: "", ...over });
    await setPanelRule(county.as("committee"), land({ validFrom: addDays(today, 3), need: "none", seats: 4 }));
    await setPanelRule(county.as("committee"), land({ need: "required", seats: 2 }));
    await database().execute(sql`insert into panel_rules (county_id, committee_id, dispute_type, area, force_code, valid_from, need, seats, reason, written_by, written_at)
      values (${county.countyId}, ${county.committees.LW}, 'land', '', 'townCadre', '2025-01-01', 'none', 1, '旧规矩', ${county.people.committee}, now())`);
    expect(await forceIn(dispute, "townCadre")).toMatchObject({ need: "required", seats: 2, source: "own" });
    const sheet = await rulesOf(county.as("committee"), { type: "land" });
    expect(sheet).toMatchObject({
      committee: "柳湾镇人民调解委员会",
      today,
      canSet: true,
      written: { land: 3, neighbour: 1 },
    });
    expect(sheet.forces.find((force) => force.code === "townCadre")).toMatchObject({
      standard: { need: "optional", why: "coordinates" },
      own: { validFrom: today, need: "required", by: "方慧" },
      coming: [{ validFrom: addDays(today, 3), need: "none", seats: 1 }],
      past: [{ validFrom: "2025-01-01", reason: "旧规矩" }],
    });
  });

  it("may be replaced on the day it starts, and never for a past day", async () => {
    const once = rule({ type: "lending", forceCode: "lawyer", area: "", seats: 2 });
    await setPanelRule(county.as("committee"), once);
    await setPanelRule(county.as("committee"), { ...once, seats: 3, ruleVersion: 1, reason: "写错了" });
    const sheet = await rulesOf(county.as("committee"), { type: "lending" });
    expect(sheet.forces.find((force) => force.code === "lawyer")).toMatchObject({
      own: { seats: 3 },
      past: [],
      coming: [],
    });
    expect(await refusedWith(setPanelRule(county.as("committee"), { ...once, validFrom: addDays(today, -1) }))).toBe(
      "ruleInPast",
    );
    expect(await refusedWith(setPanelRule(county.as("committee"), { ...once, forceCode: "beekeepers" }))).toBe(
      "forceUnknown",
    );
  });

  it("is set by the committee head alone; mediator and officer of the same place read it, another committee has its own", async () => {
    for (const who of ["mediator", "officer", "head", "admin", "lawyer"])
      expect(await refusedWith(setPanelRule(county.as(who), rule()))).toBe("forbidden");
    expect(await rulesOf(county.as("mediator"), { type: "neighbour" })).toMatchObject({ canSet: false });
    expect(await rulesOf(county.as("officer"), { type: "neighbour" })).toMatchObject({
      committee: "柳湾镇人民调解委员会",
      written: { neighbour: 1 },
    });
    expect(await rulesOf(county.as("committee2"), { type: "neighbour" })).toMatchObject({ written: {} });
    expect(await refusedWith(Promise.resolve().then(() => rulesOf(county.as("head"), { type: "land" })))).toBe(
      "forbidden",
    );
  });

  it("is written once however often it is sent, and of several who replace the same rule one does", async () => {
    const key = "01990000-0000-7000-8000-000000000001";
    const again = rule({ type: "tourism", forceCode: "lawyer", area: "" });
    await Promise.all([1, 2, 3].map(() => setPanelRule(county.as("committee", { key }), again)));
    const replace = (seats: number) => setPanelRule(county.as("committee"), { ...again, seats, ruleVersion: 1 });
    const done = await Promise.allSettled([1, 2, 3, 4].map(replace));
    const refusals = done.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(refusals).toEqual(["changedMeanwhile", "changedMeanwhile", "changedMeanwhile"]);
    expect(await refusedWith(setPanelRule(county.as("committee"), again))).toBe("changedMeanwhile");
    expect((await rulesOf(county.as("committee"), { type: "tourism" })).written.tourism).toBe(1);
  });
});

describe("the panel of a dispute", () => {
  it("names who has not agreed to a force, and puts the right people first", async () => {
    const dispute = await acceptedDispute(county, { type: "land", place: "东岗村二组" });
    const before = await panelOf(county.as("mediator"), dispute);
    expect(before).toMatchObject({ type: "land", track: "peoples", parties: [{ name: "刘玉芬" }, { name: "张建国" }] });
    const village = before.forces.find((force) => force.code === "villageCadre");
    expect(village).toMatchObject({
      need: "required",
      why: "knowsLand",
      missing: [{ name: "刘玉芬" }, { name: "张建国" }],
    });
    expect(village?.people.every((one) => !one.isEligible && one.missing.length === 2)).toBe(true);
    await consented(county, dispute);
    const after = await panelOf(county.as("mediator"), dispute);
    expect(after.allowed).toContain("invitation.send");
    expect(after.forces.find((force) => force.code === "villageCadre")).toMatchObject({
      missing: [],
      people: [
        { name: "韦国庆", isNear: true, isEligible: true },
        { name: "吴秀英", isNear: false },
      ],
    });
  });

  it("is for the lead team alone: not the station head, not an expert, not another station's mediator", async () => {
    const dispute = await acceptedDispute(county);
    expect(await refusedWith(panelOf(county.as("head"), dispute))).toBe("forbidden");
    expect(await refusedWith(panelOf(county.as("lawyer"), dispute))).toBe("notFound");
    expect(await refusedWith(panelOf(county.as("mediator3"), dispute))).toBe("notFound");
  });
});
