import { describe, expect, it } from "vitest";
import type { PaperCounts } from "../../papers/parts/papers-of";
import { checklist } from "./checklist";

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
  police: null,
};
const police = {
  ...{
    findings: 1,
    minors: 0,
    guardiansTold: 0,
    guarded: 0,
    guardiansCame: 0,
    appraisals: 0,
    appraised: 0,
    accounts: 0,
  },
  ...{ onSpot: false, refusals: 0, failure: null, suingTold: false, applications: 0, decisions: 0 },
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
    expect(states("publicSecurity", { ...signed, mediatorSigned: true, police })).toMatchObject({
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

  it("of a police case are its finding, notices, consents, account, and whatever its minors and appraisals ask for", () => {
    expect(states("publicSecurity", { police, noticed: 2, consented: 1 })).toMatchObject({
      ...{ finding: "present", notices: "present", consents: "missing", caseAccount: "missing", agreement: "missing" },
      ...{ guardiansTold: "notApplicable", guardiansCame: "notApplicable", appraisals: "notApplicable" },
      ...{ seal: "notApplicable", settlementApplication: "notApplicable", suingTold: "notApplicable" },
    });
    const minors = { ...police, minors: 2, guardiansTold: 1, guarded: 1, appraisals: 2, appraised: 1, accounts: 1 };
    expect(states("publicSecurity", { police: minors })).toMatchObject({
      ...{ guardiansTold: "missing", guardiansCame: "missing", appraisals: "missing", caseAccount: "present" },
    });
  });

  it("of a police case that failed are the telling to sue, and of a refusal its record in place of the consents", () => {
    const unwilling = { ...police, failure: "unwilling" as const, refusals: 1, suingTold: true };
    expect(
      states("publicSecurity", { police: unwilling, outcome: "publicSecurityToPenalty", routesTold: 1 }),
    ).toMatchObject({
      ...{ consents: "notApplicable", refusal: "present", suingTold: "present", endingNotice: "notApplicable" },
      ...{ agreement: "notApplicable", caseAccount: "notApplicable" },
    });
  });

  it("of a case settled elsewhere are the application and its decision, and nothing of mediation", () => {
    const settled = { ...police, applications: 2, decisions: 1 };
    expect(states("publicSecurity", { police: settled, outcome: "publicSecuritySettled" })).toMatchObject({
      ...{ settlementApplication: "present", settlementDecision: "missing", notices: "notApplicable" },
      ...{ consents: "notApplicable", agreement: "notApplicable", suingTold: "notApplicable" },
    });
  });

  it("of what was settled on the spot are the form and its signatures, or the recording alone, and no session", () => {
    const onSpot = { ...police, onSpot: true };
    const there = { ...{ onSpotForm: "present", agreement: "notApplicable", oralAgreement: "notApplicable" } };
    const counts = { police: onSpot, isInForce: true, signed: 2, mediatorSigned: true };
    expect(states("publicSecurity", { ...counts, agreementForm: "written" })).toMatchObject({
      ...{ ...there, signatures: "present", sessionRecords: "notApplicable", caseAccount: "notApplicable" },
    });
    expect(states("publicSecurity", { ...counts, agreementForm: "oral" })).toMatchObject({
      ...{ ...there, signatures: "notApplicable" },
    });
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
