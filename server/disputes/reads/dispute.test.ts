import { beforeAll, describe, expect, it } from "vitest";
import { type TestCounty, testCounty } from "../../testing/county";
import { acceptedDispute, intake } from "../../testing/disputes";
import { refusedWith } from "../../testing/refused";
import { registerDispute } from "../register-dispute";
import { disputeById } from "./dispute";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const parties = [
  {
    side: 1,
    kind: "person" as const,
    standing: "applicant" as const,
    name: "刘玉芬",
    phone: "13800002719",
    address: "3 号楼 301",
    isMinor: false,
    links: [],
  },
  {
    side: 2,
    kind: "person" as const,
    standing: "respondent" as const,
    name: "张小满",
    phone: "",
    address: "",
    isMinor: true,
    links: [],
  },
];

describe("one dispute", () => {
  it("shows the lead everything, phones masked, and what to do next with names", async () => {
    const { disputeId } = await acceptedDispute(county);
    const page = await disputeById(county.as("mediator"), { disputeId });
    expect(page.view).toBe("full");
    expect(page.parties[0]?.contacts?.phone).toBe("138****2719");
    expect(JSON.stringify(page)).not.toContain("13800002719");
    expect(page.proceeding).toMatchObject({
      nextStep: "giveNotice",
      lead: "沈静",
      nextOwner: "沈静",
      detail: { names: ["刘玉芬", "张建国"], others: 0 },
    });
    expect(page.allowed).toContain("notice.give");
    // Each party once it was told itself.
    expect(page.allowed).toContain("consent.record");
  });

  it("waits for triage before a proceeding", async () => {
    const registered = new Date("2026-11-27T01:43:00+08:00");
    const { disputeId } = await registerDispute(county.as("mediator", { now: registered }), intake());
    const page = await disputeById(county.as("mediator"), { disputeId });
    expect(page.proceeding).toBeNull();
    expect(page.allowed).toContain("dispute.triage");
    // In the night to a Friday: a day from its opening, on the next working day.
    expect(page.triageDueAt).toBe(new Date("2026-11-30T08:30:00+08:00").toISOString());
  });

  it("shows an officer how far the committee's proceeding is: no facts, no contacts, of a minor the family name alone", async () => {
    const { disputeId } = await acceptedDispute(county, { parties });
    const page = await disputeById(county.as("officer"), { disputeId });
    expect(page).toMatchObject({ view: "outline", parts: ["calls", "risk"], facts: null, triage: null, notes: null });
    expect(page.parties.map((party) => [party.name, party.contacts])).toEqual([
      ["刘玉芬", null],
      ["张某", null],
    ]);
    expect(page.proceeding?.detail.names).toEqual(["刘玉芬"]);
  });

  it("gives the head oversight: facts and risk, no contacts, no records", async () => {
    const { disputeId } = await acceptedDispute(county);
    const page = await disputeById(county.as("head"), { disputeId });
    expect(page).toMatchObject({ view: "oversight", notes: null, risk: { level: "green", head: "赵国梁" } });
    expect(page.facts?.facts).toContain("裂缝");
    expect(page.parties[0]?.contacts).toBeNull();
    expect(page.allowed).toContain("lead.set");
  });

  it("gives the committee's head everything but the calls, which are the police's", async () => {
    const { disputeId } = await acceptedDispute(county);
    const page = await disputeById(county.as("committee"), { disputeId });
    expect(page).toMatchObject({ view: "committee", calls: null });
    expect(page.facts?.facts).toContain("裂缝");
    expect(page.parties[0]?.contacts).not.toBeNull();
  });

  it("is not found by strangers, nor by other stations and committees", async () => {
    const { disputeId } = await acceptedDispute(county);
    for (const stranger of ["mediator3", "officer3", "head2", "committee2", "judge", "grid", "county", "admin"]) {
      expect(await refusedWith(disputeById(county.as(stranger), { disputeId })), stranger).toBe("notFound");
    }
  });
});
