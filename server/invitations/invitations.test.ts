import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { recordConsentInput } from "../consents/inputs";
import { recordConsent } from "../consents/record-consent";
import { asActor } from "../kernel/transaction";
import { consented, invited, joined, noticed, partiesOf } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { acceptInvitation } from "./accept-invitation";
import { declineInvitation } from "./decline-invitation";
import { lapseInvitation } from "./expire-invitation";
import { sendInvitationInput } from "./inputs";
import { seeInvitation } from "./see-invitation";
import { sendInvitation } from "./send-invitation";
import { withdrawInvitation } from "./withdraw-invitation";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const ready = async () => {
  const dispute = await acceptedDispute(county);
  await consented(county, dispute);
  return dispute;
};
const ask = (disputeId: string, username: string, forceCode: string, replacesId: string | null = null) =>
  sendInvitation(
    county.as("mediator"),
    sendInvitationInput.parse({ disputeId, personId: county.people[username], forceCode, replacesId }),
  );
const statusOf = async (invitationId: string) => {
  const [row] = await database().execute<{ status: string }>(
    sql`select status from invitations where id = ${invitationId}::uuid`,
  );
  return row?.status;
};

describe("asking a force", () => {
  it("freezes summary and names, sets the next step to waiting and leaves the time by which to answer", async () => {
    const { disputeId } = await ready();
    const { invitationId } = await ask(disputeId, "judge", "courtStaff");
    const [row] = await asActor(county.as("mediator"), (tx) =>
      tx.execute<Record<string, unknown>>(sql`select i.party_names, i.neutral_summary, p.status, p.next_step,
        i.answer_by > i.sent_at as "isLater", (i.answer_by at time zone 'Asia/Shanghai')::time between '08:30' and '18:00' as "isInOfficeHours",
        (select action from events where dispute_id = ${disputeId}::uuid order by seq desc limit 1) as event
        from invitations i join proceedings p on p.id = i.proceeding_id where i.id = ${invitationId}::uuid`),
    );
    expect(row).toMatchObject({
      party_names: ["1:刘玉芬", "2:张建国"],
      status: "convening",
      next_step: "awaitAnswers",
      isLater: true,
      isInOfficeHours: true,
      event: "invitation.send",
    });
    expect(row?.neutral_summary).not.toBe("");
  });

  it("is to be answered in office hours of a working day: a day at work from then, and at no other time by request", async () => {
    const { disputeId } = await ready();
    const at = county.as("mediator", { now: new Date("2026-09-30T16:00:00+08:00") });
    const asked = (answerBy: string | null) =>
      sendInvitationInput.parse({ disputeId, personId: county.people.judge, forceCode: "courtStaff", answerBy });
    for (const closed of ["2026-10-09T01:43:00+08:00", "2026-10-03T10:00:00+08:00"])
      expect(await refusedWith(sendInvitation(at, asked(new Date(closed).toISOString())))).toBe("outsideOfficeHours");
    const { answerBy } = await sendInvitation(at, asked(null));
    expect(answerBy).toBe(new Date("2026-10-08T16:00:00+08:00").toISOString());
  });

  it("is refused before any consent, naming what is missing", async () => {
    const dispute = await acceptedDispute(county);
    expect(await refusedWith(ask(dispute.disputeId, "judge", "courtStaff"))).toBe("needs.everyPartyConsented");
  });

  it("is refused when one party has not agreed to this force, and names the party and the force", async () => {
    const dispute = await acceptedDispute(county);
    await noticed(county, dispute);
    const [first, second] = await partiesOf(county, dispute);
    const agreed = (partyId = "") => [
      { partyId, subject: "mediation", answer: "agreed" },
      { partyId, subject: "inviteForce", forceCode: "lawyer", answer: "agreed" },
    ];
    const answers = [
      ...agreed(first?.id),
      ...agreed(second?.id),
      { partyId: first?.id, subject: "inviteForce", forceCode: "courtStaff", answer: "agreed" },
    ];
    await recordConsent(county.as("mediator"), recordConsentInput.parse({ disputeId: dispute.disputeId, answers }));
    const refused = ask(dispute.disputeId, "judge", "courtStaff");
    await expect(refused).rejects.toMatchObject({
      code: "consentMissing",
      params: { parties: "张建国", force: "courtStaff" },
    });
    await expect(ask(dispute.disputeId, "lawyer", "lawyer")).resolves.toBeTruthy();
  });

  it("is refused by the database as well, whoever writes the row", async () => {
    const { disputeId, proceedingId } = await acceptedDispute(county);
    const row =
      database().execute(sql`insert into invitations (county_id, id, dispute_id, proceeding_id, person_id, force_code, neutral_summary, party_names, sent_by, sent_at, answer_by)
      values (${county.countyId}::uuid, ${v7()}::uuid, ${disputeId}::uuid, ${proceedingId}::uuid, ${county.people.judge}::uuid, 'courtStaff', 'x', '{}', ${county.people.mediator}::uuid, now(), now() + interval '1 day')`);
    expect(await refusedWith(row)).toBe("consentFirst");
  });

  it("is refused for a person outside the force, a second time, without a summary, and for a seat that is not free", async () => {
    const dispute = await ready();
    expect(await refusedWith(ask(dispute.disputeId, "lawyer", "courtStaff"))).toBe("notOfThisForce");
    const { invitationId } = await ask(dispute.disputeId, "judge", "courtStaff");
    expect(await refusedWith(ask(dispute.disputeId, "judge", "courtStaff"))).toBe("alreadyInvited");
    expect(await refusedWith(ask(dispute.disputeId, "judge2", "courtStaff", invitationId))).toBe("seatNotFreed");
    const bare = await acceptedDispute(county, { neutralSummary: "" });
    await consented(county, bare);
    expect(await refusedWith(ask(bare.disputeId, "judge", "courtStaff"))).toBe("summaryNeeded");
  });

  it("is not for another committee's mediator or an invitee", async () => {
    const dispute = await ready();
    await joined(county, dispute, "lawyer");
    const asked = { disputeId: dispute.disputeId, personId: county.people.judge, forceCode: "courtStaff" };
    expect(await refusedWith(sendInvitation(county.as("mediator3"), sendInvitationInput.parse(asked)))).toBe(
      "notFound",
    );
    expect(await refusedWith(sendInvitation(county.as("lawyer"), sendInvitationInput.parse(asked)))).toBe("forbidden");
  });
});

describe("answering", () => {
  it("shows the invitee their card alone, and the facts after they accepted", async () => {
    const dispute = await ready();
    const { invitationId } = await invited(county, dispute, "judge");
    const inside = (name: string) =>
      asActor(county.as(name), async (tx) => {
        const [row] = await tx.execute<{ facts: number; parties: number; cards: number }>(sql`select
          (select count(*)::int from dispute_facts where dispute_id = ${dispute.disputeId}::uuid) as facts,
          (select count(*)::int from parties where dispute_id = ${dispute.disputeId}::uuid) as parties,
          (select count(*)::int from invitations where id = ${invitationId}::uuid) as cards`);
        return row;
      });
    expect(await inside("judge")).toEqual({ facts: 0, parties: 0, cards: 1 });
    await seeInvitation(county.as("judge"), { invitationId });
    expect(await statusOf(invitationId)).toBe("seen");
    await acceptInvitation(county.as("judge"), { invitationId, declaresNoTie: true });
    expect(await inside("judge")).toEqual({ facts: 1, parties: 2, cards: 1 });
    expect(await inside("judge2")).toEqual({ facts: 0, parties: 0, cards: 0 });
  });

  it("needs the declaration of no tie to accept", async () => {
    const dispute = await ready();
    const { invitationId } = await invited(county, dispute, "judge");
    expect(await refusedWith(acceptInvitation(county.as("judge"), { invitationId, declaresNoTie: false }))).toBe(
      "noTieNeeded",
    );
    expect(await statusOf(invitationId)).toBe("sent");
  });

  it("answers another expert exactly as if there were no such invitation", async () => {
    const dispute = await ready();
    const { invitationId } = await invited(county, dispute, "judge");
    const theirs = await acceptInvitation(county.as("lawyer"), { invitationId, declaresNoTie: true }).catch(
      (error: unknown) => error,
    );
    const absent = await acceptInvitation(county.as("lawyer"), { invitationId: v7(), declaresNoTie: true }).catch(
      (error: unknown) => error,
    );
    expect(theirs).toMatchObject({ kind: "notFound", code: "notFound" });
    expect(JSON.stringify(theirs)).toBe(JSON.stringify(absent));
  });

  it("lets one of two simultaneous accepts win", async () => {
    const dispute = await ready();
    const { invitationId } = await invited(county, dispute, "judge");
    const accept = () => acceptInvitation(county.as("judge"), { invitationId, declaresNoTie: true });
    const both = await Promise.allSettled([accept(), accept()]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")).toMatchObject({ reason: { code: "invitationClosed" } });
  });

  it("replays an accept with the same key", async () => {
    const dispute = await ready();
    const { invitationId } = await invited(county, dispute, "judge");
    const context = county.as("judge");
    const first = await acceptInvitation(context, { invitationId, declaresNoTie: true });
    expect(await acceptInvitation(context, { invitationId, declaresNoTie: true })).toEqual(first);
  });

  it("frees the seat on declining, ends their access to the dispute, and lets a substitute take it", async () => {
    const dispute = await ready();
    const { invitationId } = await invited(county, dispute, "judge");
    await declineInvitation(county.as("judge"), { invitationId, reason: "away", note: "省里培训" });
    const reach = await asActor(county.as("judge"), (tx) =>
      tx.execute(sql`select 1 from disputes where id = ${dispute.disputeId}::uuid`),
    );
    expect(reach).toHaveLength(0);
    expect(await refusedWith(acceptInvitation(county.as("judge"), { invitationId, declaresNoTie: true }))).toBe(
      "invitationClosed",
    );
    const substitute = await ask(dispute.disputeId, "judge2", "courtStaff", invitationId);
    await acceptInvitation(county.as("judge2"), { invitationId: substitute.invitationId, declaresNoTie: true });
    expect(await statusOf(substitute.invitationId)).toBe("accepted");
  });

  it("cannot be given once the time is over, whether or not the worker has run", async () => {
    const dispute = await ready();
    const { invitationId, answerBy } = await invited(county, dispute, "judge");
    const late = new Date(new Date(answerBy).getTime() + 1000);
    const accept = () => acceptInvitation(county.as("judge", { now: late }), { invitationId, declaresNoTie: true });
    expect(await refusedWith(accept())).toBe("invitationClosed");
    await lapseInvitation({ countyId: county.countyId, invitationId }, late);
    expect(await statusOf(invitationId)).toBe("expired");
    expect(await refusedWith(accept())).toBe("invitationClosed");
  });
});

describe("lapsing", () => {
  it("is queued for the very moment the answer is due", async () => {
    const dispute = await ready();
    const { invitationId, answerBy } = await invited(county, dispute, "judge");
    const rows = await database().execute<{
      run_at: string;
    }>(sql`select to_char(run_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as run_at
      from graphile_worker.jobs where key = ${`expire:${invitationId}`}`);
    expect(rows[0]?.run_at).toBe(answerBy);
  });

  it("waits for its moment, acts once, and leaves an accepted invitation alone", async () => {
    const dispute = await ready();
    const first = await invited(county, dispute, "judge");
    const second = await joined(county, dispute, "lawyer");
    const due = new Date(first.answerBy);
    await expect(
      lapseInvitation({ countyId: county.countyId, invitationId: first.invitationId }, new Date(due.getTime() - 1000)),
    ).rejects.toMatchObject({ code: "stillWaiting" });
    for (const _ of [1, 2]) {
      await lapseInvitation({ countyId: county.countyId, invitationId: first.invitationId }, due);
      await lapseInvitation({ countyId: county.countyId, invitationId: second.invitationId }, due);
    }
    expect([await statusOf(first.invitationId), await statusOf(second.invitationId)]).toEqual(["expired", "accepted"]);
    const events = await database().execute(
      sql`select actor_kind from events where dispute_id = ${dispute.disputeId}::uuid and action = 'invitation.expire'`,
    );
    expect(events).toHaveLength(1);
  });
});

describe("withdrawing", () => {
  it("takes the right to the matter away again, and not twice", async () => {
    const dispute = await ready();
    const { invitationId } = await joined(county, dispute, "judge");
    const withdraw = () => withdrawInvitation(county.as("mediator"), { disputeId: dispute.disputeId, invitationId });
    await withdraw();
    const reach = await asActor(county.as("judge"), (tx) =>
      tx.execute(sql`select 1 from parties where dispute_id = ${dispute.disputeId}::uuid`),
    );
    expect(reach).toHaveLength(0);
    expect(await refusedWith(withdraw())).toBe("invitationClosed");
  });
});
