import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { conveneSession } from "../convening/convene-session";
import { asActor } from "../kernel/transaction";
import { eventsOf, invitationRow, jobKeys } from "../testing/asked";
import { joined } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { refusedWith } from "../testing/refused";
import { bookable, convening, inDays, invitee, lastEventOf, stateOf } from "../testing/sessions";
import { leaveSession } from "./leave-session";
import { boardOf } from "./reads/board";
import { fillSeat } from "./substitute-invitation";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const lawyerNeeded = [{ forceCode: "lawyer", seats: 1, isRequired: true }];
let made = 0;
/** A lawyer who has accepted and has seats in two sessions of one dispute. */
async function seatedTwice() {
  made += 2;
  const dispute = await bookable(county);
  const { invitationId } = await joined(county, dispute, "lawyer");
  const sessionIds: string[] = [];
  for (const days of [1, 2]) {
    const { sessionId } = await conveneSession(
      county.as("mediator"),
      await convening(county, dispute, {
        startsAt: inDays(made + days, "09:00"),
        personIds: [county.people.lawyer ?? ""],
        needs: lawyerNeeded,
      }),
    );
    sessionIds.push(sessionId);
  }
  const [first = "", second = ""] = sessionIds;
  return { ...dispute, invitationId, first, second };
}
const leave = (invitationId: string, sessionId: string, who = "lawyer") =>
  leaveSession(county.as(who), { invitationId, sessionId, reason: "busy", note: "" });
const seatsOf = (personId: string | undefined) =>
  asActor(county.system(), async (tx) =>
    (
      await tx.execute<{ id: string }>(
        sql`select session_id as id from session_people where person_id = ${personId ?? null}::uuid order by 1`,
      )
    ).map((row) => row.id),
  );

describe("one session left by one who has joined", () => {
  it("concerns that session alone: they keep the matter and the other hour, and the session is at risk", async () => {
    const one = await seatedTwice();
    await leave(one.invitationId, one.first);
    expect((await invitationRow(one.invitationId)).status).toBe("accepted");
    const seats = await seatsOf(county.people.lawyer);
    expect(seats).toContain(one.second);
    expect(seats).not.toContain(one.first);
    expect(await stateOf(county, one.first)).toMatchObject({ atRisk: true, taken: 2 });
    expect(await stateOf(county, one.second)).toMatchObject({ atRisk: false });
    expect(await lastEventOf(county, one.disputeId)).toMatchObject({
      action: "invitation.leaveSession",
      payload: { sessionId: one.first, reason: "busy", atRisk: true },
    });
  });

  it("has the next one asked for that hour, once", async () => {
    const one = await seatedTwice();
    await leave(one.invitationId, one.first);
    const key = `substitute:${one.invitationId}:${one.first}`;
    expect(await jobKeys("substituteInvitation")).toContain(key);
    const job = { countyId: county.countyId, invitationId: one.invitationId, leftSessionId: one.first };
    await fillSeat(job, new Date());
    await fillSeat(job, new Date());
    const asked = (await boardOf(county.as("mediator"), one)).invitations.filter((each) => each.status === "sent");
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ sessionId: one.first, forceCode: "lawyer", sentBy: "沈静" });
    expect(await stateOf(county, one.first)).toMatchObject({ atRisk: false });
    expect(await eventsOf(one.disputeId, "invitation.substitute")).toHaveLength(1);
  });

  it("is refused for a session they do not sit in, twice, and for anybody else", async () => {
    const one = await seatedTwice();
    const other = await seatedTwice();
    expect(await refusedWith(leave(one.invitationId, other.first))).toBe("notAtTable");
    await leave(one.invitationId, one.first);
    expect(await refusedWith(leave(one.invitationId, one.first))).toBe("notAtTable");
    expect(await refusedWith(leave(one.invitationId, one.second, "judge"))).toBe("notFound");
  });

  it("is for those who have joined: a waiting invitation is answered as a whole", async () => {
    const dispute = await bookable(county);
    made += 1;
    const { sessionId } = await conveneSession(
      county.as("mediator"),
      await convening(county, dispute, {
        startsAt: inDays(made + 20, "15:00"),
        invitees: [invitee(county, "judge")],
        needs: [],
      }),
    );
    const [invitationId = ""] = (await lastEventOf(county, dispute.disputeId)).payload.invitations as string[];
    expect(await refusedWith(leave(invitationId, sessionId, "judge"))).toBe("invitationClosed");
  });
});
