import { beforeAll, describe, expect, it } from "vitest";
import { announceAll, notificationsIn } from "@/bin/operation/testing/notifications";
import { acceptInvitation } from "../invitations/accept-invitation";
import { withdrawInvitation } from "../invitations/withdraw-invitation";
import { cancelSession } from "../sessions/cancel-session";
import { moveSessionInput } from "../sessions/inputs";
import { moveSession } from "../sessions/move-session";
import { invited, joined } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { bookable, booked, inDays, roomOne } from "../testing/sessions";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

/** Who was told since `from`, sorted: "invited 周文博". */
const newsSince = async (from: number) =>
  (await notificationsIn(county.countyId, from)).map(({ kind, name }) => `${kind} ${name}`).sort();
const count = async () => (await notificationsIn(county.countyId)).length;

describe("an event's messages", () => {
  it("reach the invitee, then the lead of the answer, and never the one who acted", async () => {
    const dispute = await bookable(county);
    const { invitationId } = await invited(county, dispute, "judge");
    await announceAll();
    expect(await newsSince(0)).toEqual(["invited 周文博"]);
    await acceptInvitation(county.as("judge"), { invitationId, declaresNoTie: true });
    await announceAll();
    expect(await newsSince(1)).toEqual(["invitationAnswered 沈静"]);
  });

  it("are written once however often the job runs", async () => {
    const before = await count();
    const dispute = await bookable(county);
    await invited(county, dispute, "lawyer");
    const twice = async () => {
      const { announceEvent } = await import("./announce-event");
      const { database } = await import("@/db/client");
      const { sql } = await import("drizzle-orm");
      const [event] = await database().execute<{ chain: string; seq: string }>(
        sql`select chain, seq::text from events where county_id = ${county.countyId}::uuid and action = 'invitation.send' and dispute_id = ${dispute.disputeId}::uuid`,
      );
      const cause = { countyId: county.countyId, chain: event?.chain ?? "", seq: Number(event?.seq) };
      const now = new Date();
      await Promise.all([1, 2, 3].map(() => announceEvent(cause, { enqueuedAt: now, now, robots: [] })));
    };
    await twice();
    await announceAll();
    expect(await newsSince(before)).toEqual(["invited 林晓岚"]);
  });

  it("move: everyone who comes is told the new time once; whoever left is told so and then nothing more", async () => {
    const dispute = await bookable(county);
    const judge = await joined(county, dispute, "judge");
    await joined(county, dispute, "lawyer");
    const personIds = ["judge", "lawyer"].map((name) => county.people[name] ?? "");
    const { sessionId } = await booked(county, dispute, { personIds, startsAt: inDays(5) });
    await announceAll();
    const before = await count();
    await withdrawInvitation(county.as("mediator"), { disputeId: dispute.disputeId, invitationId: judge.invitationId });
    const move = (startsAt: string, sessionVersion: number) =>
      moveSession(
        county.as("mediator"),
        moveSessionInput.parse({
          disputeId: dispute.disputeId,
          sessionId,
          sessionVersion,
          startsAt,
          minutes: 90,
          roomId: county.rooms[roomOne],
        }),
      );
    await move(inDays(6), 1);
    await announceAll();
    const news = await newsSince(before);
    expect(news).toEqual(
      ["invitationWithdrawn 周文博", "sessionMoved 刘玉芬", "sessionMoved 张建国", "sessionMoved 林晓岚"].sort(),
    );
    const middle = await count();
    await cancelSession(county.as("mediator"), {
      disputeId: dispute.disputeId,
      sessionId,
      sessionVersion: 2,
      reason: "改期",
    });
    await announceAll();
    expect(await newsSince(middle)).toEqual([
      "sessionCancelled 刘玉芬",
      "sessionCancelled 张建国",
      "sessionCancelled 林晓岚",
    ]);
  });
});
