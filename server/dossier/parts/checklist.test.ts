import { describe, expect, it } from "vitest";
import { checklist, type PaperCounts } from "./checklist";

const nothing: PaperCounts = {
  triages: 1,
  parties: 2,
  noticed: 0,
  consented: 0,
  invitations: 0,
  sessionsEnded: 0,
  sessionsRecorded: 0,
  agreementForm: null,
  isInForce: false,
  signed: 0,
  mediatorSigned: false,
  sealed: false,
  obligations: 0,
  proven: 0,
  visits: 0,
  outcome: null,
  routesTold: 0,
};
const states = (track: Parameters<typeof checklist>[0], over: Partial<PaperCounts>) =>
  Object.fromEntries(checklist(track, { ...nothing, ...over }).map((line) => [line.paper, line.state]));

describe("a dossier's papers", () => {
  it("are only intake and triage for a quarrel calmed on the spot", () => {
    const found = states("onScene", { outcome: "calmed" });
    expect(Object.entries(found).filter(([, state]) => state !== "notApplicable")).toEqual([
      ["intake", "present"],
      ["triage", "present"],
    ]);
  });

  it("miss one notice of two, and say how many", () => {
    const line = checklist("peoples", { ...nothing, noticed: 1 }).find((one) => one.paper === "notices");
    expect(line).toEqual({ paper: "notices", state: "missing", have: 1, of: 2 });
  });

  it("want the mediator's signature beside the parties', and the seal only of people's mediation", () => {
    const signed = { agreementForm: "written" as const, signed: 2 };
    expect(states("peoples", signed)).toMatchObject({ signatures: "missing", seal: "missing" });
    expect(states("publicSecurity", { ...signed, mediatorSigned: true })).toMatchObject({
      signatures: "present",
      seal: "notApplicable",
      visit: "notApplicable",
    });
  });

  it("need no paper, seal or visit after a refusal, but the notice of ending", () => {
    expect(states("peoples", { outcome: "refused", noticed: 2 })).toMatchObject({
      agreement: "notApplicable",
      consents: "notApplicable",
      endingNotice: "missing",
    });
    expect(states("peoples", { outcome: "deadlock", routesTold: 1 })).toMatchObject({ endingNotice: "present" });
  });

  it("take the record of an oral agreement in the place of the written one", () => {
    expect(
      states("peoples", { agreementForm: "oral", isInForce: true, obligations: 1, proven: 1, visits: 1 }),
    ).toMatchObject({
      agreement: "notApplicable",
      oralAgreement: "present",
      signatures: "notApplicable",
      performanceProofs: "present",
      visit: "present",
    });
  });
});
