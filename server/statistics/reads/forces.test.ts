import { beforeAll, describe, expect, it } from "vitest";
import { acceptInvitation } from "../../invitations/accept-invitation";
import { declineInvitation } from "../../invitations/decline-invitation";
import { declineInvitationInput } from "../../invitations/inputs";
import { withdrawInvitation } from "../../invitations/withdraw-invitation";
import { consented, invited } from "../../testing/convening";
import { type TestCounty, testCounty } from "../../testing/county";
import { acceptedDispute } from "../../testing/disputes";
import { inDays } from "../../testing/sessions";
import { countyListInput, drillInput } from "../inputs";
import { county as readCounty } from "./county";
import { countyList } from "./list-county";
import { drill, forces } from "./overview";

let county: TestCounty;
const hour = 3_600_000;
/** Everything happens between ten and four on one day, whenever the test runs, so that all of it is in one year. */
const start = new Date(inDays(0, "10:00"));
const at = (hours: number) => new Date(start.getTime() + hours * hour);
const now = at(6);

/**
 * Two disputes: the lawyer accepts twice, the judge declines once, the cadre has not answered, the property manager's
 * was withdrawn.
 */
beforeAll(async () => {
  county = await testCounty();
  const first = await acceptedDispute(county);
  const second = await acceptedDispute(county);
  await consented(county, first);
  await consented(county, second);
  const accept = async (invitationId: string, hours: number) => {
    await acceptInvitation(county.as("lawyer", { now: at(hours) }), {
      invitationId,
      declaresNoTie: true,
    });
  };
  await accept((await invited(county, first, "lawyer", start)).invitationId, 2);
  await accept((await invited(county, second, "lawyer", start)).invitationId, 4);
  const { invitationId } = await invited(county, first, "judge", start);
  await declineInvitation(
    county.as("judge", { now: at(1) }),
    declineInvitationInput.parse({ invitationId, reason: "busy" }),
  );
  await invited(county, first, "cadre", start);
  const withdrawn = await invited(county, first, "property", start);
  await withdrawInvitation(county.as("mediator", { now: start }), {
    disputeId: first.disputeId,
    invitationId: withdrawn.invitationId,
  });
});

describe("the forces", () => {
  it("are counted by what they were asked and how they answered; who may still answer is in no denominator", async () => {
    const { rows } = await forces(county.as("head", { now }), { period: "year" });
    const force = (code: string) => rows.find((row) => row.code === code);
    expect(force("lawyer")).toMatchObject({ asked: 2, accepted: { numerator: 2, denominator: 2 } });
    expect(Math.round(force("lawyer")?.answerHours ?? 0)).toBe(3);
    expect(force("courtStaff")).toMatchObject({ asked: 1, accepted: { numerator: 0, denominator: 1 } });
    expect(force("villageCadre")).toMatchObject({
      asked: 1,
      accepted: { numerator: 0, denominator: 0 },
      answerHours: null,
    });
    expect(force("propertyManager")).toMatchObject({ asked: 0, accepted: { numerator: 0, denominator: 0 } });
  });

  it("list the invitations behind each number", async () => {
    const { rows } = await forces(county.as("head", { now }), { period: "year" });
    for (const row of rows) {
      const list = async (over: object) =>
        (await drill(county.as("head", { now }), drillInput.parse({ ...over, filter: { force: row.code } }))).rows;
      expect(await list({ figure: "forceAsked" })).toHaveLength(row.asked);
      expect(await list({ figure: "forceAccepted" })).toHaveLength(row.accepted.numerator);
      expect(await list({ figure: "forceAccepted", part: "denominator" })).toHaveLength(row.accepted.denominator ?? 0);
      expect(await list({ figure: "forceAttended", part: "denominator" })).toHaveLength(row.attended.denominator ?? 0);
    }
    const asked = await drill(
      county.as("head", { now }),
      drillInput.parse({ figure: "forceAsked", filter: { force: "courtStaff" } }),
    );
    expect(asked.rows.map((row) => row.person)).toEqual(["周文博"]);
  });

  it("open for the county as the matters each was asked for, never as who was asked", async () => {
    const asCounty = county.as("county", { now });
    const here = county.stations.LW;
    const seen = await readCounty(asCounty, { period: "year", comparison: "lastYear" });
    const { rows = [] } = seen.forces.find(({ stationId }) => stationId === here) ?? {};
    const list = (over: object) =>
      countyList(asCounty, countyListInput.parse({ figure: "forceAccepted", stationId: here, ...over }));
    for (const { code, nameEn, accepted } of rows) {
      const all = await list({ part: "denominator", force: code });
      expect([all.total, all.force?.nameEn], code).toEqual([accepted.denominator, nameEn]);
      expect((await list({ force: code })).total, code).toBe(accepted.numerator);
    }
    const judged = await list({ part: "denominator", force: "courtStaff" });
    expect(judged.rows.map(({ isCounted }) => isCounted)).toEqual([false]);
    expect(Object.values(judged.rows[0] ?? {})).not.toContain("周文博");
  });

  it("count no invitations of another station", async () => {
    const { rows } = await forces(county.as("head2", { now }), { period: "year" });
    expect(rows.every((row) => row.asked === 0)).toBe(true);
  });
});
