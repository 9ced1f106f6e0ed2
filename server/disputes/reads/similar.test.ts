import { beforeAll, describe, expect, it } from "vitest";
import type * as z from "zod";
import { callAt } from "../../testing/calls";
import { type TestCounty, testCounty } from "../../testing/county";
import { acceptedDispute, intake } from "../../testing/disputes";
import { restrictDisputeInput } from "../../windows/inputs";
import { restrictDispute } from "../../windows/restrict-dispute";
import type { similarInput } from "../inputs";
import { registerDispute } from "../register-dispute";
import { placePieces, similarDisputes } from "./similar";

let county: TestCounty;
let leak: string;
beforeAll(async () => {
  county = await testCounty();
  const parties = [
    {
      side: 1,
      kind: "person" as const,
      standing: "applicant" as const,
      name: "尉迟春梅",
      phone: "139-0578-6624",
      address: "",
      isMinor: false,
      links: [],
    },
    {
      side: 2,
      kind: "person" as const,
      standing: "respondent" as const,
      name: "邱小宝",
      phone: "13905786625",
      address: "",
      isMinor: true,
      links: [],
    },
  ];
  leak = (
    await registerDispute(
      county.as("mediator"),
      intake({ title: "锦绣里 6 幢漏水纠纷", place: "锦绣里 6 幢 1 单元 602", parties }),
    )
  ).disputeId;
});

const find = async (over: Partial<z.output<typeof similarInput>>, who = "mediator") =>
  similarDisputes(county.as(who), { phones: [], names: [], place: "", ...over });

describe("what may be the same matter", () => {
  it("splits a place into its pieces", () => {
    expect(placePieces("锦绣里6栋1单元602")).toEqual(["锦绣里", "6栋", "1单元", "602"]);
    expect(placePieces("")).toEqual([]);
  });

  it("is found by phone however written, and says so masked", async () => {
    const { disputes } = await find({ phones: ["139 0578 6624"] });
    expect(disputes).toMatchObject([
      { id: leak, isStrong: false, reasons: { phones: ["139****6624"], names: [], places: [] } },
    ]);
  });

  it("is found by a minor's phone only by those who work on the dispute", async () => {
    const phones = ["13905786625"];
    expect((await find({ phones })).disputes).toMatchObject([{ id: leak, reasons: { phones: ["139****6625"] } }]);
    for (const who of ["officer", "head"]) expect((await find({ phones }, who)).disputes).toEqual([]);
    expect((await find({ phones: ["13905786624"] }, "officer")).disputes).toHaveLength(1);
  });

  it("is found by an adult's name, never by a minor's", async () => {
    expect((await find({ names: ["尉迟春梅"] })).disputes).toHaveLength(1);
    expect((await find({ names: ["尉迟 春梅"] })).disputes).toMatchObject([{ reasons: { names: ["尉迟春梅"] } }]);
    expect((await find({ names: ["邱小宝"] })).disputes).toEqual([]);
  });

  it("is found by a place and a number in it; the flat's number makes it strong, the estate alone is too little", async () => {
    expect((await find({ place: "锦绣里6幢" })).disputes).toMatchObject([
      { isStrong: false, reasons: { places: ["锦绣里", "6栋"] } },
    ]);
    expect((await find({ place: "锦绣里 6 幢 1 单元 602" })).disputes).toMatchObject([{ isStrong: true }]);
    for (const place of ["锦绣里第六栋", "锦绣里6号楼602室"])
      expect((await find({ place })).disputes, place).toMatchObject([{ id: leak }]);
    expect((await find({ place: "锦绣里" })).disputes).toEqual([]);
    expect((await find({ place: "锦绣里 60 幢" })).disputes).toEqual([]);
    expect((await find({ place: "江畔花园 6 幢" })).disputes).toEqual([]);
  });

  it("counts two kinds of match as strong", async () => {
    expect((await find({ names: ["尉迟春梅"], phones: ["13905786624"] })).disputes).toMatchObject([{ isStrong: true }]);
  });

  it("shows nothing of other stations", async () => {
    expect((await find({ names: ["尉迟春梅"], place: "锦绣里 6 幢" }, "mediator3")).disputes).toEqual([]);
  });

  it("gives the station's unattached calls, without the caller", async () => {
    const { callId } = await callAt(county, new Date(Date.now() - 120_000).toISOString(), {
      place: "锦绣里6幢1单元602",
      phone: "13905780000",
      callerName: "不愿留名",
    });
    const found = await find({ place: "锦绣里 6 幢 1 单元 602" });
    expect(found.calls).toMatchObject([{ id: callId, reasons: { places: ["锦绣里", "6栋", "1单元", "602"] } }]);
    expect(JSON.stringify(found)).not.toContain("不愿留名");
    expect((await find({ phones: ["13905780000"] })).calls).toHaveLength(1);
    expect((await find({ place: "锦绣里 6 幢 1 单元 602" }, "mediator3")).calls).toEqual([]);
  });

  it("offers a party who was here before, with what papers name beside them, to those who work on that matter alone", async () => {
    const particulars = {
      sex: "female" as const,
      bornYear: 1978,
      ethnicity: "汉族",
      occupation: "务工",
      employer: "江畔酒楼",
    };
    const [first, second] = intake().parties;
    if (!first || !second) throw new Error("no parties");
    const parties = [
      { ...first, ...particulars, name: "闻人秋月", phone: "13905786700" },
      {
        ...second,
        kind: "organisation" as const,
        name: "云和家政服务部",
        phone: "13905786701",
        creditCode: "91330100MA27XL0A1X",
      },
    ];
    const { disputeId } = await acceptedDispute(county, { place: "别处 1 号", parties });
    const asked = { phones: ["139-0578-6700"], names: ["云和 家政服务部"] };
    const offered = async (who: string) => (await find(asked, who)).disputes.flatMap(({ people }) => people);
    const { disputes } = await find(asked);
    expect(disputes).toMatchObject([
      {
        id: disputeId,
        people: [
          { ...particulars, kind: "person", name: "闻人秋月", typedPhone: "139-0578-6700", typedName: null },
          { kind: "organisation", creditCode: "91330100MA27XL0A1X", typedPhone: null, typedName: "云和 家政服务部" },
        ],
      },
    ]);
    expect(JSON.stringify(disputes)).not.toContain("13905786700");
    for (const who of ["officer", "head", "mediator3"]) expect(await offered(who), who).toEqual([]);
    expect((await find({ phones: ["13905786625"] })).disputes).toMatchObject([{ id: leak, people: [] }]);
    const restrict = { disputeId, ground: "privacy", reason: "当事人要求保密" };
    await restrictDispute(county.as("head"), restrictDisputeInput.parse(restrict));
    expect(await offered("mediator")).toEqual([]);
  });
});
