import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { acceptInvitation } from "../invitations/accept-invitation";
import { consented, invited, joined, noticed, partiesOf } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute, intake } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { giveNotice } from "./give-notice";
import { giveNoticeInput, recordConsentInput, recordRefusalInput } from "./inputs";
import { recordConsent } from "./record-consent";
import { recordRefusal } from "./record-refusal";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const stepOf = async (proceedingId: string) => {
  const [row] = await database().execute<{ next_step: string; status: string; outcome: string | null }>(
    sql`select next_step, status, outcome from proceedings where id = ${proceedingId}::uuid`,
  );
  return row;
};
const say = (disputeId: string, answers: unknown[]) =>
  recordConsent(county.as("mediator"), recordConsentInput.parse({ disputeId, answers }));

describe("the notice of rights", () => {
  it("goes to everyone not yet told, moves the next step on, and is given once", async () => {
    const dispute = await acceptedDispute(county);
    const [first] = await partiesOf(county, dispute);
    const give = (partyIds: string[]) =>
      giveNotice(county.as("mediator"), { disputeId: dispute.disputeId, partyIds, means: "read" });
    expect(await give([first?.id ?? ""])).toEqual({ told: 1 });
    expect((await stepOf(dispute.proceedingId))?.next_step).toBe("giveNotice");
    expect(await give([])).toEqual({ told: 1 });
    expect((await stepOf(dispute.proceedingId))?.next_step).toBe("recordConsent");
    expect(await refusedWith(give([]))).toBe("everyoneTold");
    expect(await refusedWith(give([first?.id ?? ""]))).toBe("alreadyThere");
  });

  it("is not given to a party of another dispute", async () => {
    const dispute = await acceptedDispute(county);
    const other = await acceptedDispute(county);
    const [stranger] = await partiesOf(county, other);
    expect(
      await refusedWith(
        giveNotice(county.as("mediator"), {
          disputeId: dispute.disputeId,
          partyIds: [stranger?.id ?? ""],
          means: "read",
        }),
      ),
    ).toBe("unknownReference");
  });
});

describe("consent", () => {
  it("waits for the notice", async () => {
    const dispute = await acceptedDispute(county);
    const [first] = await partiesOf(county, dispute);
    expect(
      await refusedWith(say(dispute.disputeId, [{ partyId: first?.id, subject: "mediation", answer: "agreed" }])),
    ).toBe("toldFirst");
  });

  it("of all parties opens the way to inviting", async () => {
    const dispute = await acceptedDispute(county);
    await consented(county, dispute);
    expect((await stepOf(dispute.proceedingId))?.next_step).toBe("inviteForces");
  });

  it("cannot refuse mediation itself, answer one subject twice, or leave out which force is meant", async () => {
    const dispute = await acceptedDispute(county);
    await noticed(county, dispute);
    const [first] = await partiesOf(county, dispute);
    const partyId = first?.id;
    expect(await refusedWith(say(dispute.disputeId, [{ partyId, subject: "mediation", answer: "refused" }]))).toBe(
      "refusalEndsIt",
    );
    expect(await refusedWith(say(dispute.disputeId, [{ partyId, subject: "inviteForce", answer: "agreed" }]))).toBe(
      "invalidValue",
    );
    const twice = [
      { partyId, subject: "mediation", answer: "agreed" },
      { partyId, subject: "mediation", answer: "agreed" },
    ];
    expect(recordConsentInput.safeParse({ disputeId: dispute.disputeId, answers: twice }).success).toBe(false);
  });

  it("counts by the latest answer: a force once agreed to can be refused later", async () => {
    const dispute = await acceptedDispute(county);
    await consented(county, dispute);
    const [first] = await partiesOf(county, dispute);
    await say(dispute.disputeId, [
      { partyId: first?.id, subject: "inviteForce", forceCode: "courtStaff", answer: "refused" },
    ]);
    expect(await refusedWith(invited(county, dispute, "judge"))).toBe("consentMissing");
    await say(dispute.disputeId, [
      { partyId: first?.id, subject: "invitePerson", personId: county.people.judge, answer: "agreed" },
    ]);
    await expect(invited(county, dispute, "judge")).resolves.toBeTruthy();
    expect(await refusedWith(invited(county, dispute, "judge2"))).toBe("consentMissing");
  });
});

describe("telling and asking those who are there", () => {
  it("keeps each one's own answer after their notice, in one act with two events, and leaves the absent untouched", async () => {
    const dispute = await acceptedDispute(county);
    const [first, second] = await partiesOf(county, dispute);
    const there = (partyId: string | undefined) =>
      giveNotice(
        county.as("mediator"),
        giveNoticeInput.parse({
          disputeId: dispute.disputeId,
          partyIds: [partyId],
          means: "read",
          answers: [{ partyId, subject: "mediation", answer: "agreed" }],
        }),
      );
    expect(await there(first?.id)).toEqual({ told: 1, recorded: 1 });
    expect((await stepOf(dispute.proceedingId))?.next_step).toBe("giveNotice");
    const [left] = await database().execute(sql`select
      (select count(*)::int from notices n where n.party_id = ${second?.id ?? null}::uuid) as notices,
      (select count(*)::int from consents c where c.party_id = ${second?.id ?? null}::uuid) as consents,
      (select array_agg(e.action order by e.seq) from events e where e.dispute_id = ${dispute.disputeId}::uuid) as events`);
    expect(left).toEqual({
      notices: 0,
      consents: 0,
      events: ["dispute.register", "dispute.triage", "notice.give", "consent.record"],
    });
    expect(
      await refusedWith(say(dispute.disputeId, [{ partyId: second?.id, subject: "mediation", answer: "agreed" }])),
    ).toBe("toldFirst");
    await there(second?.id);
    expect((await stepOf(dispute.proceedingId))?.next_step).toBe("inviteForces");
  });

  it("keeps nothing at all where one answer is refused: a refusal of mediation has its own act, a child speaks through their guardian", async () => {
    const dispute = await acceptedDispute(county);
    const [first] = await partiesOf(county, dispute);
    const partyId = first?.id;
    const answers = [{ partyId, subject: "mediation", answer: "refused" }];
    const input = { disputeId: dispute.disputeId, partyIds: [partyId], means: "read", answers };
    expect(await refusedWith(giveNotice(county.as("mediator"), giveNoticeInput.parse(input)))).toBe("refusalEndsIt");
    const [kept] = await database().execute(
      sql`select count(*)::int as notices from notices where dispute_id = ${dispute.disputeId}::uuid`,
    );
    expect(kept).toEqual({ notices: 0 });
    const [applicant, ...others] = intake().parties;
    if (!applicant) throw new Error("no applicant");
    const child = await acceptedDispute(county, { parties: [{ ...applicant, isMinor: true }, ...others] });
    const [minor] = await partiesOf(county, child);
    const alone = { disputeId: child.disputeId, partyIds: [minor?.id], means: "read" };
    expect(await refusedWith(giveNotice(county.as("mediator"), giveNoticeInput.parse(alone)))).toBe("guardianNeeded");
  });
});

describe("a clear refusal (S5)", () => {
  it("ends the proceeding, withdraws waiting invitations, and nothing can be scheduled or asked after it", async () => {
    const dispute = await acceptedDispute(county);
    await consented(county, dispute);
    const { disputeId, proceedingId } = dispute;
    const waiting = await invited(county, dispute, "judge");
    await joined(county, dispute, "lawyer");
    const [, second] = await partiesOf(county, dispute);
    const refuse = recordRefusalInput.parse({ disputeId, partyId: second?.id, routesTold: ["court", "arbitration"] });
    expect(await recordRefusal(county.as("mediator"), refuse)).toEqual({ sessions: 0, invitations: 1 });

    expect(await stepOf(proceedingId)).toMatchObject({ status: "closed", outcome: "refused", next_step: "archive" });
    const [ending] = await database().execute(
      sql`select refused_by_party_id, routes_told::text from endings where proceeding_id = ${proceedingId}::uuid`,
    );
    expect(ending).toEqual({ refused_by_party_id: second?.id, routes_told: "{court,arbitration}" });
    expect(
      await refusedWith(
        acceptInvitation(county.as("judge"), { invitationId: waiting.invitationId, declaresNoTie: true }),
      ),
    ).toBe("invitationClosed");
    expect(await refusedWith(invited(county, dispute, "property"))).toBe("notInThisStep");
    expect(await refusedWith(recordRefusal(county.as("mediator"), refuse))).toBe("notInThisStep");
    const session =
      database().execute(sql`insert into sessions (county_id, id, dispute_id, proceeding_id, ordinal, kind, starts_at, ends_at, room_id, booked_by)
      values (${county.countyId}::uuid, gen_random_uuid(), ${disputeId}::uuid, ${proceedingId}::uuid, 1, 'joint', now(), now() + interval '1 hour',
        ${Object.values(county.rooms)[0]}::uuid, ${county.people.mediator}::uuid)`);
    expect(await refusedWith(session)).toBe("proceedingEnded");
  });

  it("cancels the sessions booked and gives room and people free again", async () => {
    const dispute = await acceptedDispute(county);
    await consented(county, dispute);
    const { disputeId, proceedingId } = dispute;
    const room = Object.values(county.rooms)[0];
    await database().execute(sql`with s as (insert into sessions (county_id, id, dispute_id, proceeding_id, ordinal, kind, starts_at, ends_at, room_id, booked_by)
        values (${county.countyId}::uuid, gen_random_uuid(), ${disputeId}::uuid, ${proceedingId}::uuid, 1, 'joint', '2030-01-01T02:00Z', '2030-01-01T03:00Z', ${room}::uuid, ${county.people.mediator}::uuid) returning county_id, id)
      insert into slots select county_id, id, 'room', ${room}::uuid, '[2030-01-01T02:00Z,2030-01-01T03:00Z)' from s`);
    const [, second] = await partiesOf(county, dispute);
    const released = await recordRefusal(
      county.as("mediator"),
      recordRefusalInput.parse({ disputeId, partyId: second?.id, routesTold: ["court"] }),
    );
    expect(released).toEqual({ sessions: 1, invitations: 0 });
    const [left] =
      await database().execute(sql`select (select status from sessions where proceeding_id = ${proceedingId}::uuid) as status,
      (select count(*)::int from slots where resource_id = ${room}::uuid and lower(during) = '2030-01-01T02:00Z') as slots`);
    expect(left).toEqual({ status: "cancelled", slots: 0 });
  });

  it("must name who refused and tell at least one other route", async () => {
    const { disputeId } = await acceptedDispute(county);
    expect(recordRefusalInput.safeParse({ disputeId, partyId: county.countyId, routesTold: [] }).success).toBe(false);
    const unknown = recordRefusalInput.parse({ disputeId, partyId: county.countyId, routesTold: ["court"] });
    expect(await refusedWith(recordRefusal(county.as("mediator"), unknown))).toBe("unknownReference");
  });
});
