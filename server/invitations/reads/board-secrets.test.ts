import { beforeAll, describe, expect, it } from "vitest";
import { disputeTimeline } from "../../disputes/reads/timeline";
import { recordTieInput } from "../../panel/inputs";
import { recordTie } from "../../panel/record-tie";
import { consented, invited, joined, partiesOf } from "../../testing/convening";
import { type TestCounty, testCounty } from "../../testing/county";
import { acceptedDispute } from "../../testing/disputes";
import { inDays } from "../../testing/sessions";
import { declineInvitation } from "../decline-invitation";
import { discloseTie } from "../disclose-tie";
import { nameDeputy } from "../name-deputy";
import { proposeTimes } from "../propose-times";
import { boardOf } from "./board";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

describe("what invitees told the lead team", () => {
  it("stays with the lead team: neither the station nor the helpers read of ties, of invitees' words, or of what bars a colleague", async () => {
    const dispute = await acceptedDispute(county);
    await consented(county, dispute);
    const [party] = await partiesOf(county, dispute);
    await joined(county, dispute, "justice");
    const told = await invited(county, dispute, "judge");
    await discloseTie(county.as("judge"), {
      invitationId: told.invitationId,
      ties: [{ name: 0, kind: "kin", note: "她是我表姐" }],
    });
    const proposing = await invited(county, dispute, "property");
    const times = [{ startsAt: inDays(6), endsAt: inDays(6, "16:00") }];
    await proposeTimes(county.as("property"), {
      invitationId: proposing.invitationId,
      times,
      note: "张建国欠我们物业费",
    });
    const declining = await invited(county, dispute, "activist");
    await declineInvitation(county.as("activist"), { ...declining, reason: "conflict", note: "和张建国是亲戚" });
    const naming = await invited(county, dispute, "lawyer");
    const tie = { disputeId: dispute.disputeId, partyId: party?.id, personId: county.people.lawyer2, kind: "kin" };
    await recordTie(county.as("mediator"), recordTieInput.parse(tie));
    await nameDeputy(county.as("lawyer"), {
      invitationId: naming.invitationId,
      deputyId: county.people.lawyer2 ?? "",
      note: "他也姓刘",
    });

    const words = ["表姐", "欠我们物业费", "是亲戚", "他也姓刘"];
    const board = await boardOf(county.as("mediator"), dispute);
    for (const word of words) expect(JSON.stringify(board)).toContain(word);
    expect(board.invitations.some((one) => one.isWaiverAwaited && one.disclosedAt)).toBe(true);
    const all = JSON.stringify(await disputeTimeline(county.as("mediator"), { disputeId: dispute.disputeId }));
    expect(all).toContain('"deputyBarred":"tied"');

    const hidden = { isWaiverAwaited: false, disclosedAt: null, disclosed: null, declineNote: "", proposalNote: "" };
    for (const username of ["head", "justice"]) {
      const { invitations } = await boardOf(county.as(username), dispute);
      expect(invitations.length, username).toBe(5);
      for (const one of invitations) expect(one, username).toMatchObject(hidden);
    }
    const line = JSON.stringify(await disputeTimeline(county.as("head"), { disputeId: dispute.disputeId }));
    expect(line).toContain("invitation.delegate");
    expect(line).not.toContain("tied");
  });
});
