import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { asActor } from "../kernel/transaction";
import { waiveTieInput } from "../panel/inputs";
import { waiveTie } from "../panel/waive-tie";
import { bookSession } from "../sessions/book-session";
import { eventsOf, invitationRow, invitedTo, jobKeys, member, waitingSession } from "../testing/asked";
import { consented, invited, joined, partiesOf } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { booking, inDays, roomTwo, slotsOf, writeHours } from "../testing/sessions";
import { acceptInvitation } from "./accept-invitation";
import { declineInvitation } from "./decline-invitation";
import { discloseTie } from "./disclose-tie";
import { nameDeputy } from "./name-deputy";
import { proposeTimes } from "./propose-times";
import { boardOf } from "./reads/board";
import { ownDeputies } from "./reads/deputies";
import { ownInvitation } from "./reads/own";
import { withdrawInvitation } from "./withdraw-invitation";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

let day = 0;
/** Each on a day of its own, so that nobody is busy for another test. */
const ready = async () => {
  const dispute = await acceptedDispute(county);
  await consented(county, dispute);
  return dispute;
};
const nextStart = () => {
  day += 1;
  return inDays(3 + Math.floor(day / 4), ["08:30", "10:15", "14:00", "16:00"][day % 4]);
};
const held = async (forces: readonly string[]) => {
  const dispute = await ready();
  const sessionId = await waitingSession(
    county,
    dispute,
    forces.map((forceCode) => ({ forceCode })),
    { startsAt: nextStart() },
  );
  return { ...dispute, sessionId };
};
const session = async (id: string) => {
  const [row] = await database().execute<{ held_until: Date | null; at_risk_since: Date | null }>(
    sql`select held_until, at_risk_since from sessions where id = ${id}::uuid`,
  );
  return row;
};

describe("accepting into a session", () => {
  it("gives seat and hour, and the last one needed confirms what was held", async () => {
    const dispute = await held(["courtStaff", "lawyer"]);
    const before = await slotsOf(county, dispute.sessionId);
    const judge = await invitedTo(county, dispute, dispute.sessionId, "judge");
    const lawyer = await invitedTo(county, dispute, dispute.sessionId, "lawyer");
    await acceptInvitation(county.as("judge"), { invitationId: judge.invitationId, declaresNoTie: true });
    expect(await slotsOf(county, dispute.sessionId)).toBe(before + 1);
    expect((await session(dispute.sessionId))?.held_until).not.toBeNull();
    await acceptInvitation(county.as("lawyer"), { invitationId: lawyer.invitationId, declaresNoTie: true });
    expect((await session(dispute.sessionId))?.held_until).toBeNull();
    const events = await eventsOf(dispute.disputeId, "invitation.accept");
    expect(events[0]).not.toHaveProperty("confirmed");
    expect(events[1]).toMatchObject({ confirmed: true, from: "convening", to: "scheduled" });
  });

  it("is refused when the hour they read is not the hour any more", async () => {
    const dispute = await held(["courtStaff"]);
    const { invitationId } = await invitedTo(county, dispute, dispute.sessionId, "judge");
    const [offer] = (await ownInvitation(county.as("judge"), { invitationId })).offers;
    const later = new Date(Date.parse(offer?.startsAt ?? "") + 300_000).toISOString();
    await writeHours(dispute.sessionId, later, offer?.endsAt ?? "");
    const read = { invitationId, declaresNoTie: true, startsAt: new Date(offer?.startsAt ?? "").toISOString() };
    expect(await refusedWith(acceptInvitation(county.as("judge"), read))).toBe("hourChanged");
    const [fresh] = (await ownInvitation(county.as("judge"), { invitationId })).offers;
    const startsAt = new Date(fresh?.startsAt ?? "").toISOString();
    await expect(acceptInvitation(county.as("judge"), { ...read, startsAt })).resolves.toBeTruthy();
  });

  it("is refused, by name, to a person whose hour has gone to another session", async () => {
    const startsAt = nextStart();
    const dispute = await ready();
    const sessionId = await waitingSession(county, dispute, [{ forceCode: "courtStaff" }], { startsAt });
    const { invitationId } = await invitedTo(county, dispute, sessionId, "judge");
    const other = await ready();
    await joined(county, other, "judge");
    const form = await booking(county, other, {
      startsAt,
      roomId: county.rooms[roomTwo],
      personIds: [county.people.judge ?? ""],
    });
    await database().execute(sql`delete from slots where session_id = ${sessionId}::uuid and resource = 'person'`);
    await bookSession(county.as("mediator"), form);
    const accept = acceptInvitation(county.as("judge"), { invitationId, declaresNoTie: true });
    await expect(accept).rejects.toMatchObject({ code: "personTaken", params: { name: "周文博" } });
    expect((await invitationRow(invitationId)).status).toBe("sent");
  });
});

describe("changing one's mind after accepting", () => {
  it("frees seat and hour and lets the system ask the next one", async () => {
    const dispute = await held(["courtStaff", "lawyer"]);
    const before = await slotsOf(county, dispute.sessionId);
    const { invitationId } = await invitedTo(county, dispute, dispute.sessionId, "judge");
    await acceptInvitation(county.as("judge"), { invitationId, declaresNoTie: true });
    await declineInvitation(county.as("judge"), { invitationId, reason: "away", note: "" });
    expect(await slotsOf(county, dispute.sessionId)).toBe(before);
    expect(await eventsOf(dispute.disputeId, "invitation.decline")).toMatchObject([
      { was: "accepted", reason: "away" },
    ]);
    expect(await jobKeys("substituteInvitation")).toContain(`substitute:${invitationId}`);
  });

  it("of the lead team: withdrawing one whom the session needs puts it at risk at once", async () => {
    const dispute = await held(["courtStaff"]);
    const { invitationId } = await invitedTo(county, dispute, dispute.sessionId, "judge");
    await withdrawInvitation(county.as("mediator"), { disputeId: dispute.disputeId, invitationId });
    expect(await eventsOf(dispute.disputeId, "invitation.withdraw")).toMatchObject([{ atRisk: true }]);
    expect((await session(dispute.sessionId))?.at_risk_since).not.toBeNull();
    expect(await jobKeys("substituteInvitation")).not.toContain(`substitute:${invitationId}`);
  });
});

describe("proposing other times", () => {
  const span = (startsAt: string, minutes = 90) => ({
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + minutes * 60_000).toISOString(),
  });

  it("keeps the invitation waiting and shows the lead the times in order, each once", async () => {
    const dispute = await ready();
    const { invitationId } = await invited(county, dispute, "lawyer");
    const times = [span(inDays(6)), span(inDays(4)), span(inDays(6))];
    await proposeTimes(county.as("lawyer"), { invitationId, times, note: "那两天都在柳湾" });
    const board = await boardOf(county.as("mediator"), dispute);
    const seat = board.invitations.find((one) => one.id === invitationId);
    expect(seat).toMatchObject({ status: "seen", proposalNote: "那两天都在柳湾" });
    expect(seat?.proposals.map((one) => one.startsAt)).toEqual([inDays(4), inDays(6)]);
    expect(await eventsOf(dispute.disputeId, "invitation.propose")).toMatchObject([{ times: [inDays(4), inDays(6)] }]);
    await expect(acceptInvitation(county.as("lawyer"), { invitationId, declaresNoTie: true })).resolves.toBeTruthy();
  });

  it("is refused for the past, beyond the window, and backwards", async () => {
    const dispute = await ready();
    const { invitationId } = await invited(county, dispute, "lawyer");
    const propose = (one: { startsAt: string; endsAt: string }) =>
      refusedWith(proposeTimes(county.as("lawyer"), { invitationId, times: [one], note: "" }));
    expect(await propose(span(inDays(-1)))).toBe("sessionInPast");
    expect(await propose(span(inDays(40)))).toBe("sessionTooFar");
    expect(await propose({ startsAt: inDays(3), endsAt: inDays(2) })).toBe("startBeforeEnd");
    expect(await propose({ startsAt: inDays(3), endsAt: inDays(4) })).toBe("startBeforeEnd");
  });
});

describe("telling of a tie", () => {
  const disclose = (invitationId: string, name = 0) =>
    discloseTie(county.as("judge"), { invitationId, ties: [{ name, kind: "kin", note: "表姐" }] });

  it("stops them from accepting until every party has said that they may sit all the same", async () => {
    const dispute = await ready();
    const { invitationId } = await invited(county, dispute, "judge");
    await disclose(invitationId);
    const card = await ownInvitation(county.as("judge"), { invitationId });
    expect(card.disclosure).toBe("asked");
    const accept = (declaresNoTie: boolean) => acceptInvitation(county.as("judge"), { invitationId, declaresNoTie });
    expect(await refusedWith(accept(true))).toBe("waiverAwaited");
    expect(await refusedWith(accept(false))).toBe("waiverAwaited");
    const partyIds = (await partiesOf(county, dispute)).map((party) => party.id);
    await waiveTie(
      county.as("mediator"),
      waiveTieInput.parse({
        disputeId: dispute.disputeId,
        personId: county.people.judge,
        kinds: ["kin"],
        partyIds,
        reason: "两家都说不介意",
      }),
    );
    expect((await ownInvitation(county.as("judge"), { invitationId })).disclosure).toBe("waived");
    await accept(false);
    expect((await invitationRow(invitationId)).no_tie_declared).toBe("disclosedAndWaived");
    await database().execute(sql`delete from ties where person_id = ${county.people.judge}::uuid`);
  });

  it("shows the lead team party, kind and words, and puts none of it into the event", async () => {
    const dispute = await ready();
    const { invitationId } = await invited(county, dispute, "judge2");
    const disclosure = discloseTie(county.as("judge2"), {
      invitationId,
      ties: [{ name: 1, kind: "earlierCounsel", note: "三年前代理过" }],
    });
    await disclosure;
    const board = await boardOf(county.as("mediator"), dispute);
    expect(board.invitations.find((one) => one.id === invitationId)).toMatchObject({
      isWaiverAwaited: true,
      disclosed: [{ party: "张建国", side: 2, kind: "earlierCounsel", note: "三年前代理过" }],
    });
    const [event] = await eventsOf(dispute.disputeId, "invitation.disclose");
    expect(JSON.stringify(event)).not.toMatch(/earlierCounsel|代理|张建国/);
    await database().execute(sql`delete from ties where person_id = ${county.people.judge2}::uuid`);
  });

  it("is refused for a name the invitee was not shown, and writes nothing", async () => {
    const dispute = await ready();
    const { invitationId } = await invited(county, dispute, "judge");
    expect(await refusedWith(disclose(invitationId, 7))).toBe("changedMeanwhile");
    const rows = await asActor(county.as("mediator"), (tx) =>
      tx.execute(sql`select 1 from ties where dispute_id = ${dispute.disputeId}::uuid`),
    );
    expect(rows).toHaveLength(0);
    expect((await invitationRow(invitationId)).disclosed_at).toBeNull();
  });

  it("when there is none, accepting still needs the declaration", async () => {
    const dispute = await ready();
    const { invitationId } = await invited(county, dispute, "judge");
    expect(await refusedWith(acceptInvitation(county.as("judge"), { invitationId, declaresNoTie: false }))).toBe(
      "noTieNeeded",
    );
  });
});

describe("naming a colleague", () => {
  it("asks them at once in the same words, for the same seat, and shows the lead team who named whom", async () => {
    const dispute = await held(["lawyer"]);
    const { invitationId } = await invitedTo(county, dispute, dispute.sessionId, "lawyer");
    const [first] = await ownDeputies(county.as("lawyer"), { invitationId });
    expect(first).toMatchObject({ personId: county.people.lawyer2, isDeputy: true });
    const named = await nameDeputy(county.as("lawyer"), {
      invitationId,
      deputyId: county.people.lawyer2 ?? "",
      note: "他在柳湾",
    });
    expect(named).toEqual({ invitationId, isDeputyAsked: true });
    const board = await boardOf(county.as("mediator"), dispute);
    expect(board.invitations).toMatchObject([
      { status: "declined", declineReason: "deputised", deputy: { personId: county.people.lawyer2 } },
      { status: "sent", personId: county.people.lawyer2, replacesId: invitationId, sessionId: dispute.sessionId },
    ]);
    expect(await jobKeys("substituteInvitation")).not.toContain(`substitute:${invitationId}`);
    await expect(
      acceptInvitation(county.as("lawyer2"), {
        invitationId: board.invitations[1]?.id ?? "",
        declaresNoTie: true,
      }),
    ).resolves.toBeTruthy();
  });

  it("is refused for themselves and for people of another unit or force", async () => {
    const dispute = await ready();
    const { invitationId } = await invited(county, dispute, "judge");
    const stranger = await member(county, "courtStaff", { employer: "别的单位" });
    for (const deputyId of [stranger.personId, county.people.lawyer ?? "", county.people.judge ?? ""])
      expect(await refusedWith(nameDeputy(county.as("judge"), { invitationId, deputyId, note: "" }))).toBe(
        "notYourDeputy",
      );
    expect((await invitationRow(invitationId)).status).toBe("sent");
  });

  it("who is tied to a party is not asked: the lead reads why, the invitee does not, and the next person is looked for", async () => {
    const dispute = await ready();
    const { invitationId } = await invited(county, dispute, "judge");
    const [party] = await partiesOf(county, dispute);
    await database().execute(sql`insert into ties (county_id, id, dispute_id, party_id, person_id, kind, source, recorded_by, recorded_at)
      values (${county.countyId}::uuid, gen_random_uuid(), ${dispute.disputeId}::uuid, ${party?.id}::uuid, ${county.people.judge2}::uuid, 'kin', 'recorded', ${county.people.mediator}::uuid, now())`);
    const named = await nameDeputy(county.as("judge"), {
      invitationId,
      deputyId: county.people.judge2 ?? "",
      note: "",
    });
    expect(named).toEqual({ invitationId, isDeputyAsked: false });
    expect(await eventsOf(dispute.disputeId, "invitation.delegate")).toMatchObject([
      { deputy: county.people.judge2, deputyBarred: "tied" },
    ]);
    expect(await jobKeys("substituteInvitation")).toContain(`substitute:${invitationId}`);
    await database().execute(sql`delete from ties where person_id = ${county.people.judge2}::uuid`);
  });
});
