import { beforeAll, describe, expect, it } from "vitest";
import { addMonths, dayOf } from "../../kernel/shanghai";
import { type TestCounty, testCounty } from "../../testing/county";
import { acceptedDispute, harmless } from "../../testing/disputes";
import type { GateAnswers } from "../inputs";
import { disputeById } from "../reads/dispute";
import { offersFor } from "./triage-gate";

const open = (over: Partial<GateAnswers>) =>
  offersFor({ ...harmless, ...over })
    .filter((offer) => offer.bar === null)
    .map((offer) => offer.track);
const barOf = (track: string, over: Partial<GateAnswers>) =>
  offersFor({ ...harmless, ...over }).find((offer) => offer.track === track);

describe("what the answers leave open", () => {
  it("is people's mediation and the less formal tracks for a harmless quarrel", () => {
    expect(open({})).toEqual(["peoples", "onScene", "coordination", "transfer"]);
    expect(barOf("publicSecurity", {})).toMatchObject({ bar: "violationNeeded", canLift: false });
  });

  it("is only help and transfer for violence at home (Q1) and never mediation for what a court judged (W1)", () => {
    expect(open({ familyViolence: "yes" })).toEqual(["coordination", "transfer"]);
    expect(barOf("peoples", { judgedByCourt: "yes" })).toMatchObject({ bar: "judgedMattersBarred", canLift: false });
    expect(open({ judgedByCourt: "yes" })).not.toContain("peoples");
  });

  it("needs a reason where another authority handles it, or where it is a violation (D2)", () => {
    expect(barOf("peoples", { acceptedElsewhere: "yes" })).toMatchObject({
      bar: "acceptedElsewhereBarred",
      canLift: true,
    });
    expect(barOf("peoples", { isViolation: "yes", propertyDamage: "yes" })).toMatchObject({
      bar: "violationFirst",
      canLift: true,
    });
    expect(open({ isViolation: "yes" })).toContain("publicSecurity");
  });

  it("does not let an injury end on the spot", () => {
    expect(barOf("onScene", { injury: "yes" })).toMatchObject({ bar: "injuryNeedsTrack", canLift: false });
  });
});

describe("a dispute that began long ago on three sides (D1, D4)", () => {
  let county: TestCounty;
  beforeAll(async () => {
    county = await testCounty();
  });

  it("keeps its beginning, and the statutory month runs from acceptance", async () => {
    const side = (n: number, name: string, standing: "applicant" | "respondent") => ({
      side: n,
      kind: "person" as const,
      standing,
      name,
      phone: "",
      address: "",
      isMinor: false,
      links: [],
    });
    const { disputeId } = await acceptedDispute(county, {
      startedOn: "2024-03-01",
      parties: [side(1, "雷女士", "applicant"), side(2, "老陈", "respondent"), side(3, "小叶", "respondent")],
    });
    const page = await disputeById(county.as("mediator"), { disputeId });
    expect(page.parties.map((party) => party.side)).toEqual([1, 2, 3]);
    expect(page.startedOn).toBe("2024-03-01");
    const month = addMonths(dayOf(new Date(page.proceeding?.acceptedAt ?? "")), 1);
    expect((page.proceeding?.clocks[0]?.dueOn ?? "") >= month).toBe(true);
  });
});
