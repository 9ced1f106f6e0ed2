import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { recordConsentInput } from "../../consents/inputs";
import { recordConsent } from "../../consents/record-consent";
import { acceptInvitation } from "../../invitations/accept-invitation";
import { declineInvitation } from "../../invitations/decline-invitation";
import { declineInvitationInput, sendInvitationInput } from "../../invitations/inputs";
import { sendInvitation } from "../../invitations/send-invitation";
import { Problem } from "../../kernel/problem";
import { asActor } from "../../kernel/transaction";
import { consented, invited, partiesOf } from "../../testing/convening";
import { type TestCounty, testCounty } from "../../testing/county";
import { acceptedDispute } from "../../testing/disputes";
import { nextEligible } from "../parts/next-eligible";
import { panelOf } from "./panel";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

type Said = { party: number; answer: "agreed" | "refused" } & ({ forceCode: string } | { person: string });

async function ready() {
  const dispute = await acceptedDispute(county);
  await consented(county, dispute);
  const parties = await partiesOf(county, dispute);
  const say = ({ party, answer, ...on }: Said) =>
    recordConsent(
      county.as("mediator"),
      recordConsentInput.parse({
        disputeId: dispute.disputeId,
        answers: [
          "person" in on
            ? { partyId: parties[party]?.id, subject: "invitePerson", personId: county.people[on.person], answer }
            : { partyId: parties[party]?.id, subject: "inviteForce", forceCode: on.forceCode, answer },
        ],
      }),
    );
  return { ...dispute, say };
}

/** Whom the system would ask next, as its own job asks. */
const next = (dispute: { disputeId: string; proceedingId: string }, forceCode: string) => {
  const ctx = county.system();
  return asActor(ctx, (tx) =>
    nextEligible(
      tx,
      { countyId: county.countyId, disputeId: dispute.disputeId, proceedingId: dispute.proceedingId },
      { forceCode, now: ctx.now, during: null, sessionId: null },
    ),
  );
};

describe("nobody is asked before every party agreed to that person or kind", () => {
  it("the refusal names whose consent is missing, and consent to one person covers them alone", async () => {
    const dispute = await ready();
    await dispute.say({ party: 1, forceCode: "lawyer", answer: "refused" });
    const refused = await invited(county, dispute, "lawyer").catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Problem);
    expect(refused).toMatchObject({ code: "consentMissing", params: { parties: "张建国", force: "lawyer" } });
    expect(await next(dispute, "lawyer")).toBeNull();
    await dispute.say({ party: 1, person: "lawyer2", answer: "agreed" });
    expect(await next(dispute, "lawyer")).toMatchObject({ name: "司马青" });
    await expect(invited(county, dispute, "lawyer")).rejects.toMatchObject({ code: "consentMissing" });
    await invited(county, dispute, "lawyer2");
  });

  it("a deputy needs it as well: one whom a party refuses is skipped, and the next in order is asked", async () => {
    const dispute = await ready();
    const { invitationId } = await invited(county, dispute, "judge");
    await declineInvitation(county.as("judge"), declineInvitationInput.parse({ invitationId, reason: "away" }));
    expect(await next(dispute, "courtStaff")).toMatchObject({ name: "李若彤" });
    await dispute.say({ party: 0, person: "judge2", answer: "refused" });
    expect(await next(dispute, "courtStaff")).toMatchObject({ name: "贺兰明珠" });
    const substitute = sendInvitationInput.parse({
      disputeId: dispute.disputeId,
      personId: county.people.judge2,
      forceCode: "courtStaff",
      replacesId: invitationId,
    });
    await expect(sendInvitation(county.as("mediator"), substitute)).rejects.toMatchObject({
      code: "consentMissing",
      params: { parties: "刘玉芬" },
    });
    await dispute.say({ party: 0, forceCode: "courtStaff", answer: "refused" });
    expect(await next(dispute, "courtStaff")).toBeNull();
  });

  it("an invitee cannot accept any more once a party withdraws consent, until it agrees again", async () => {
    const dispute = await ready();
    const { invitationId } = await invited(county, dispute, "judge");
    const come = () => acceptInvitation(county.as("judge"), { invitationId, declaresNoTie: true });
    await dispute.say({ party: 1, forceCode: "courtStaff", answer: "refused" });
    const refusal = await come().catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: "consentAwaited" });
    // They are not told which party refused them.
    expect((refusal as Problem).params).toEqual({});
    await dispute.say({ party: 1, forceCode: "courtStaff", answer: "agreed" });
    await come();
  });

  it("a party who joined after the invitation must agree as well, in the database too", async () => {
    const dispute = await ready();
    const { invitationId } = await invited(county, dispute, "lawyer");
    await database().execute(sql`insert into parties (county_id, id, dispute_id, side, position, kind, standing, name)
      values (${county.countyId}, gen_random_uuid(), ${dispute.disputeId}, 3, 3, 'person', 'thirdParty', '后来的人')`);
    const come = acceptInvitation(county.as("lawyer"), { invitationId, declaresNoTie: true });
    await expect(come).rejects.toMatchObject({ code: "consentAwaited" });
    const raw =
      database().execute(sql`update invitations set status = 'accepted', answered_at = now(), no_tie_declared = 'x'
      where id = ${invitationId}::uuid`);
    await expect(raw).rejects.toThrow();
  });

  it("a party who joins later has to be asked too, and the panel names them everywhere", async () => {
    const dispute = await ready();
    await database().execute(sql`insert into parties (county_id, id, dispute_id, side, position, kind, standing, name)
      values (${county.countyId}, gen_random_uuid(), ${dispute.disputeId}, 3, 3, 'person', 'thirdParty', '后来的人')`);
    const panel = await panelOf(county.as("mediator"), dispute);
    for (const force of panel.forces) {
      expect(force.missing.map((party) => party.name)).toEqual(["后来的人"]);
      expect(force.people.every((one) => !one.isEligible && one.missing[0]?.name === "后来的人")).toBe(true);
    }
    expect(await next(dispute, "lawyer")).toBeNull();
  });
});
