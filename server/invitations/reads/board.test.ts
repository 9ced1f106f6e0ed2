import { beforeAll, describe, expect, it } from "vitest";
import { recordConsentInput, recordRefusalInput } from "../../consents/inputs";
import { consentsOfDispute } from "../../consents/queries";
import { recordConsent } from "../../consents/record-consent";
import { recordRefusal } from "../../consents/record-refusal";
import { consented, invited, joined, partiesOf } from "../../testing/convening";
import { type TestCounty, testCounty } from "../../testing/county";
import { acceptedDispute } from "../../testing/disputes";
import { refusedWith } from "../../testing/refused";
import { acceptInvitation } from "../accept-invitation";
import { declineInvitation } from "../decline-invitation";
import { boardOf, candidatesFor } from "./board";
import { ownBrief, ownInvitation, ownInvitations, waitingInvitations } from "./own";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

describe("the board", () => {
  it("names who has not agreed to a force, and who said no", async () => {
    const dispute = await acceptedDispute(county);
    const before = await boardOf(county.as("mediator"), dispute);
    expect(before.unconsented?.map((party) => party.name)).toEqual(["刘玉芬", "张建国"]);
    expect(before.allowed).toEqual([
      "invitation.withdraw",
      "invitation.recordAnswer",
      "invitation.makeLink",
      "invitation.revokeLink",
      "session.move",
      "consent.record",
      "notice.give",
    ]);
    await consented(county, dispute);
    const [first] = await partiesOf(county, dispute);
    const refusal = [{ partyId: first?.id, subject: "inviteForce", forceCode: "securityActivist", answer: "refused" }];
    await recordConsent(
      county.as("mediator"),
      recordConsentInput.parse({ disputeId: dispute.disputeId, answers: refusal }),
    );
    const board = await boardOf(county.as("mediator"), dispute);
    expect(board.forces.slice(0, 8).map((force) => force.code)).toEqual([
      "townCadre",
      "villageCadre",
      "courtStaff",
      "lawyer",
      "justiceOffice",
      "propertyManager",
      "securityActivist",
      "enforcementTeam",
    ]);
    expect(board.forces.find((force) => force.code === "securityActivist")).toMatchObject({
      objecting: ["刘玉芬"],
      missing: [{ name: "刘玉芬" }],
    });
    expect(board.forces.find((force) => force.code === "lawyer")).toMatchObject({ objecting: [], missing: [] });
    expect(board.suggestions.lawyer).toBeDefined();
    expect(board.lead).toMatchObject({ name: "沈静", organisation: "柳湾镇人民调解委员会" });
  });

  it("hides the parties' answers from the station head, and everything from strangers", async () => {
    const dispute = await acceptedDispute(county);
    await consented(county, dispute);
    const board = await boardOf(county.as("head"), dispute);
    expect(board.unconsented).toBeNull();
    expect(board.forces.every((force) => force.missing === null && force.objecting === null)).toBe(true);
    expect(board.allowed).toEqual([]);
    expect(await refusedWith(consentsOfDispute(county.as("head"), dispute))).toBe("forbidden");
    expect(await refusedWith(boardOf(county.as("mediator3"), dispute))).toBe("notFound");
    expect(await refusedWith(boardOf(county.as("judge"), dispute))).toBe("notFound");
  });

  it("puts the deputy of the one who declined first and leaves nobody out of office", async () => {
    const dispute = await acceptedDispute(county);
    await consented(county, dispute);
    const { invitationId } = await invited(county, dispute, "judge");
    await declineInvitation(county.as("judge"), { invitationId, reason: "away", note: "" });
    const list = await candidatesFor(county.as("mediator"), {
      disputeId: dispute.disputeId,
      forceCode: "courtStaff",
    });
    expect(list.map((one) => [one.name, one.isDeputy, one.status])).toEqual([
      ["李若彤", true, null],
      ["贺兰明珠", false, null],
      ["周文博", false, "declined"],
    ]);
    const board = await boardOf(county.as("mediator"), dispute);
    expect(board.suggestions.courtStaff?.name).toBe("李若彤");
    expect(
      await refusedWith(candidatesFor(county.as("head"), { disputeId: dispute.disputeId, forceCode: "lawyer" })),
    ).toBe("forbidden");
  });
});

describe("after a refusal", () => {
  it("the board asks for nobody and nothing more", async () => {
    const dispute = await acceptedDispute(county);
    const [first] = await partiesOf(county, dispute);
    const refusal = { disputeId: dispute.disputeId, partyId: first?.id, routesTold: ["court"] };
    await recordRefusal(county.as("mediator"), recordRefusalInput.parse(refusal));
    expect(await boardOf(county.as("mediator"), dispute)).toMatchObject({
      isEnded: true,
      unconsented: null,
      suggestions: {},
      allowed: [],
    });
    const matrix = await consentsOfDispute(county.as("mediator"), dispute);
    expect(matrix).toMatchObject({ ending: { refusedBy: "刘玉芬", routesTold: ["court"] }, allowed: ["paper.ask"] });
  });
});

describe("candidates", () => {
  it("say whose consent is missing for each person, and follow a party who agrees to one person only", async () => {
    const dispute = await acceptedDispute(county);
    await consented(county, dispute);
    const [first] = await partiesOf(county, dispute);
    const say = (answer: Record<string, unknown>) =>
      recordConsent(
        county.as("mediator"),
        recordConsentInput.parse({ disputeId: dispute.disputeId, answers: [{ partyId: first?.id, ...answer }] }),
      );
    const missing = async () =>
      Object.fromEntries(
        (await candidatesFor(county.as("mediator"), { disputeId: dispute.disputeId, forceCode: "lawyer" })).map(
          (one) => [one.name, one.missing.map((party) => party.name)],
        ),
      );
    expect(await missing()).toEqual({ 林晓岚: [], 司马青: [] });
    await say({ subject: "inviteForce", forceCode: "lawyer", answer: "refused" });
    expect(await missing()).toEqual({ 林晓岚: ["刘玉芬"], 司马青: ["刘玉芬"] });
    await say({ subject: "invitePerson", personId: county.people.lawyer2, answer: "agreed" });
    expect(await missing()).toEqual({ 林晓岚: ["刘玉芬"], 司马青: [] });
  });
});

describe("an invitee's own pages", () => {
  it("show the frozen card and no more, then the brief, and keep the history", async () => {
    const dispute = await acceptedDispute(county);
    await consented(county, dispute);
    const { invitationId } = await invited(county, dispute, "property");
    const me = county.as("property");
    const card = await ownInvitation(me, { invitationId });
    expect(card).toMatchObject({
      isWaiting: true,
      status: "sent",
      partyNames: ["1:刘玉芬", "2:张建国"],
      force: { code: "propertyManager", seat: 5 },
      from: { name: "沈静" },
    });
    expect(await refusedWith(ownBrief(me, { invitationId }))).toBe("notFound");
    expect(await refusedWith(ownInvitation(county.as("cadre"), { invitationId }))).toBe("notFound");
    expect(await waitingInvitations(me)).toEqual({ waiting: 1 });
    await acceptInvitation(county.as("property"), { invitationId, declaresNoTie: true });
    expect(await waitingInvitations(me)).toEqual({ waiting: 0 });
    expect(await ownBrief(me, { invitationId })).toMatchObject({
      facts: expect.any(String),
      lead: { name: "沈静" },
      helpers: [],
    });
    const list = await ownInvitations(me, { before: null });
    expect([list.waiting.length, list.answered.length, list.next]).toEqual([0, 1, null]);
  });

  it("page by page, newest first, without losing one", async () => {
    for (let n = 0; n < 22; n += 1) {
      const dispute = await acceptedDispute(county);
      await consented(county, dispute);
      await joined(county, dispute, "surveyor");
    }
    const me = county.as("surveyor");
    const first = await ownInvitations(me, { before: null });
    const second = await ownInvitations(me, { before: first.next });
    expect([first.answered.length, second.answered.length, second.next]).toEqual([20, 2, null]);
    expect(new Set([...first.answered, ...second.answered].map((card) => card.id)).size).toBe(22);
  });
});
