import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { sendToSign } from "../../agreements/send-to-sign";
import { asActor } from "../../kernel/transaction";
import { agreedDispute, drafted, payClause } from "../../testing/agreements";
import { callAt } from "../../testing/calls";
import { type TestCounty, testCounty } from "../../testing/county";
import { intake } from "../../testing/disputes";
import { listDisputesInput } from "../inputs";
import { registerDispute } from "../register-dispute";
import { listDisputes } from "./list";

let county: TestCounty;
let id: string;
const party = (side: number, name: string, isMinor: boolean) => ({
  side,
  kind: "person" as const,
  standing: side === 1 ? ("applicant" as const) : ("respondent" as const),
  name,
  phone: side === 1 ? "13900002719" : "",
  address: "",
  isMinor,
  links: [],
});
beforeAll(async () => {
  county = await testCounty();
  const parties = [party(1, "单晓岚", false), party(2, "郝小满", true)];
  id = (
    await registerDispute(county.as("mediator"), intake({ title: "楼上漏水A12", place: "锦绣里 6 幢 302", parties }))
  ).disputeId;
});
const find = async (q: string, who = "mediator") => {
  const page = await listDisputes(county.as(who), listDisputesInput.parse({ scope: "all", q }));
  expect(page.total, q).toBe(page.rows.length);
  return page.rows.map((row) => row.id);
};

describe("words that disputes are found by", () => {
  it("are one, two and three characters, pieces of a place with or without blanks, and pieces of a number", async () => {
    for (const q of ["单", "晓岚", "单晓岚", "岚", "漏水", "水A1", "a12", "锦绣里", "6幢", "幢 302", "02", "-0001"])
      expect(await find(q), q).toEqual([id]);
    for (const q of ["晓单", "漏岚", "303", "锦绣路"]) expect(await find(q), q).toEqual([]);
  });

  it("find a place or a name however either is written", async () => {
    for (const q of ["6栋", "第六幢", "6#楼302室", "锦绣里六号楼"]) expect(await find(q), q).toEqual([id]);
    for (const q of ["7栋", "16栋", "六组"]) expect(await find(q), q).toEqual([]);
  });

  it("are how a name sounds, whole or in initials, from any character on and as a family name is read", async () => {
    for (const q of ["shanxiaolan", "danxiao", "XiaoLan", "sxl", "xl", "lan 漏水"])
      expect(await find(q), q).toEqual([id]);
    for (const q of ["anxiao", "xiaoshan", "haoxiaoman", "hxm"]) expect(await find(q), q).toEqual([]);
  });

  it("say by what they found it: the field and its text, the owner of a number, and no minor", async () => {
    const why = async (q: string, who = "mediator") =>
      (await listDisputes(county.as(who), listDisputesInput.parse({ scope: "all", q }))).rows.map((row) => row.why);
    expect(await why("")).toEqual([[]]);
    expect(await why("漏水 6栋")).toEqual([
      [
        { word: "漏水", field: "title", text: "楼上漏水A12" },
        { word: "6栋", field: "place", text: "锦绣里 6 幢 302" },
      ],
    ]);
    expect(await why("晓岚 sxl")).toEqual([
      [
        { word: "晓岚", field: "party", text: "单晓岚" },
        { word: "sxl", field: "party", text: "单晓岚" },
      ],
    ]);
    expect(await why("0001")).toEqual([[expect.objectContaining({ field: "number" })]]);
    expect(await why("13900002719")).toEqual([[{ word: "13900002719", field: "contact", text: "单晓岚" }]]);
    // As pages show it to most.
    expect(await why("139****2719")).toEqual([[{ word: "139****2719", field: "contact", text: "单晓岚" }]]);
  });

  it("are the numbers on its papers and calls, as they are printed or typed in", async () => {
    const agreed = await agreedDispute(county, { place: "东岗村三组" });
    await drafted(county, agreed, [payClause(agreed, 100)]);
    await sendToSign(county.as("mediator"), { disputeId: agreed.disputeId });
    const call = await callAt(county, "2026-11-01T09:00:00+08:00", { place: "别处9号" });
    const [printed] = await database().execute<{ paper: string; call: string }>(sql`
      select (select number from agreements where dispute_id = ${agreed.disputeId}::uuid) as paper,
        (select number from police_calls where id = ${call.callId}::uuid) as call`);
    const { paper, call: called } = printed ?? { paper: "", call: "" };
    const wide = paper.replaceAll("(", "（").replaceAll(")", "）").replace("〔", "[").replace("〕", "]");
    for (const q of [paper, wide, `　${paper} `]) expect(await find(q), q).toEqual([agreed.disputeId]);
    expect(await find(called)).toEqual([]);
    await database().execute(
      sql`update police_calls set dispute_id = ${agreed.disputeId}::uuid where id = ${call.callId}::uuid`,
    );
    const page = await listDisputes(county.as("mediator"), listDisputesInput.parse({ scope: "all", q: called }));
    expect(page.rows.map(({ why }) => why)).toEqual([[{ word: called, field: "number", text: called }]]);
  });

  it("are never a minor's name, nor anybody's to whom the dispute is closed", async () => {
    expect(await find("郝小满")).toEqual([]);
    for (const q of ["单", "shanxiaolan", "漏水"]) expect(await find(q, "mediator3"), q).toEqual([]);
  });

  it("follow what is changed, and a party who turns out to be a minor is found no more", async () => {
    await database().execute(sql`update disputes set title = '门口堆物' where id = ${id}::uuid`);
    expect([await find("漏水"), await find("堆物")]).toEqual([[], [id]]);
    await database().execute(sql`update parties set is_minor = true where dispute_id = ${id}::uuid and side = 1`);
    expect([await find("单晓岚"), await find("sxl")]).toEqual([[], []]);
    await database().execute(
      sql`update parties set is_minor = false, name = '苗青' where dispute_id = ${id}::uuid and side = 1`,
    );
    expect([await find("单晓岚"), await find("苗青"), await find("mq")]).toEqual([[], [id], [id]]);
  });

  it("are read and written by no login of the product", async () => {
    for (const statement of [
      "select words from dispute_words",
      "delete from dispute_words",
      "select app.write_missing_words()",
    ])
      await expect(
        asActor(county.as("mediator"), (tx) => tx.execute(sql.raw(statement))),
        statement,
      ).rejects.toThrow();
  });
});
