import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { listCalls } from "../calls/queries";
import { recordCall } from "../calls/record-call";
import { addParty } from "../disputes/add-party";
import { amendParty } from "../disputes/amend-party";
import { addPartyInput, amendPartyInput, registerDisputeInput } from "../disputes/inputs";
import { registerDispute } from "../disputes/register-dispute";
import { setSummary } from "../disputes/set-summary";
import { asActor } from "../kernel/transaction";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute, intake } from "../testing/disputes";
import { maskedPhone } from "./encrypted-contacts";
import { maskIdNumber, maskPhone } from "./mask";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const child = { side: 2, standing: "respondent" as const, name: "邱小宝", phone: "13905786625", isMinor: true };

describe("a masked number", () => {
  it.each([
    ["13905786625", "139****6625"],
    ["+86 139-0578-6625", "139****6625"],
    ["0578 6655123", "057****5123"],
    ["0578-6655123转801", "057****5123"],
    ["12345", "****45"],
    ["", ""],
    ["无", ""],
  ])("of %j is %j", (phone, masked) => expect(maskPhone(phone)).toBe(masked));

  it("of an ID number keeps the region and the last four signs", () => {
    expect(maskIdNumber("11010519491231002X")).toBe("1101**********002X");
    expect(maskIdNumber("")).toBe("");
  });
});

describe("who reads a minor's name, phone and guardian", () => {
  const read = async (disputeId: string, who: string) =>
    asActor(county.as(who), async (tx) => {
      const of = sql`county_id = ${county.countyId}::uuid and dispute_id = ${disputeId}::uuid`;
      const parties = await tx.execute<{ id: string; name: string; phone: string }>(
        sql`select id, name, phone from app.readable_parties where ${of} and is_minor`,
      );
      const links = await tx.execute<{ name: string }>(sql`select name from app.readable_party_links where ${of}`);
      const { countyId } = county;
      const masked = (id: string, phone: string) => maskedPhone("parties", { countyId, id }, phone);
      return [
        ...parties.map(({ id, name, phone }) => `${name} ${masked(id, phone)}`),
        ...links.map(({ name }) => name),
      ];
    });

  it("those who work on the dispute; the station reads the family name alone, strangers nothing", async () => {
    const { disputeId, proceedingId } = await acceptedDispute(county);
    const link = { kind: "guardian" as const, name: "邱国强", phone: "13905786600" };
    const party = { ...child, links: [link] };
    await addParty(county.as("mediator"), addPartyInput.parse({ disputeId, proceedingId, party }));
    for (const who of ["mediator", "mediator2"])
      expect(await read(disputeId, who)).toEqual(["邱小宝 139****6625", "邱国强"]);
    expect(await read(disputeId, "head")).toEqual(["邱某 ", "邱某"]);
    expect(await read(disputeId, "officer")).toEqual(["邱某 "]);
    for (const who of ["mediator3", "grid", "admin", "county"]) expect(await read(disputeId, who)).toEqual([]);
  });
});

describe("names where everybody reads them", () => {
  const withChild = (over: Partial<Parameters<typeof intake>[0]> = {}) =>
    registerDisputeInput.parse({ ...intake(over), parties: [...intake().parties, child] });

  it("are refused in a neutral summary, whichever act writes it or the name", async () => {
    const neutralSummary = "邱小宝在楼下踢球，玻璃碎了。";
    await expect(registerDispute(county.as("mediator"), withChild({ neutralSummary }))).rejects.toMatchObject({
      code: "summaryNamesParty",
    });
    const { disputeId, proceedingId } = await acceptedDispute(county);
    await setSummary(county.as("mediator"), { disputeId, summaryVersion: 1, neutralSummary });
    const party = { ...child, isMinor: false };
    await expect(
      addParty(county.as("mediator"), addPartyInput.parse({ disputeId, proceedingId, party })),
    ).rejects.toMatchObject({ code: "summaryNamesParty" });
    const [first] = await database().execute<{ id: string }>(
      sql`select id from parties where dispute_id = ${disputeId}::uuid order by position limit 1`,
    );
    const amended = amendPartyInput.parse({
      disputeId,
      partyId: first?.id,
      partyVersion: 1,
      kind: "person",
      name: "邱小宝",
    });
    await expect(amendParty(county.as("mediator"), amended)).rejects.toMatchObject({ code: "summaryNamesParty" });
  });

  it("are refused in a title when they are a minor's", async () => {
    await expect(registerDispute(county.as("mediator"), withChild({ title: "邱 小宝踢碎玻璃" }))).rejects.toMatchObject(
      {
        code: "titleNamesMinor",
      },
    );
  });
});

describe("a caller", () => {
  it("is named to whoever wrote the call down; the others read the family name, and nobody the phone", async () => {
    await recordCall(county.as("officer"), {
      number: "2026-110-0001",
      calledAt: new Date(Date.now() - 3_600_000).toISOString(),
      callerName: "尉迟春梅",
      phone: "13905786624",
      place: "江畔花园 3 幢",
      summary: "楼上漏水",
    });
    const named = async (who: string) => {
      const { rows } = await listCalls(county.as(who), { filter: "all" } as Parameters<typeof listCalls>[1]);
      return rows.map((row) => `${row.callerName} ${row.phone}`);
    };
    expect(await named("officer")).toEqual(["尉迟春梅 139****6624"]);
    for (const who of ["head", "mediator"]) expect(await named(who)).toEqual(["尉某 139****6624"]);
  });
});
