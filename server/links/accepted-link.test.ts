import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { peekLink } from "../access/link-entry";
import { appRouter } from "../api/root";
import { invitationRow, invitedTo } from "../testing/asked";
import { consented, invited } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { bookable, booked, inDays } from "../testing/sessions";
import { callerFactory } from "../trpc/init";
import { makeLink } from "./make-link";
import { openLink } from "./open-link";
import { revokeLink } from "./revoke-link";

const address = "203.0.113.9";
let county: TestCounty;
let phoneEnd = "";
beforeAll(async () => {
  county = await testCounty();
  const [row] = await database().execute<{ phone: string }>(
    sql`select phone from people where id = ${county.people.judge}::uuid`,
  );
  phoneEnd = row?.phone.slice(-4) ?? "";
});

const open = (token: string, digits = phoneEnd) => openLink({ token, phoneEnd: digits }, address, new Date());
const guest = callerFactory(appRouter)(() => ({ signedIn: null, now: new Date(), requestId: "TEST", address }));
const answer = (visit: string) => ({ visit, key: v7() });

describe("the link of somebody who has accepted", () => {
  let days = 2;
  /** A session on a day of its own, its judge who accepted by link, and the time at which it is over. */
  async function promised() {
    const dispute = await bookable(county);
    days += 1;
    const { sessionId } = await booked(county, dispute, { startsAt: inDays(days, "09:00") });
    const { invitationId } = await invitedTo(county, dispute, sessionId, "judge");
    const made = await makeLink(county.as("mediator"), { disputeId: dispute.disputeId, invitationId });
    const token = made.token ?? "";
    await guest.links.accept({ ...answer((await open(token)).visit), input: { declaresNoTie: true } });
    const [session] = await database().execute<{ ends_at: string }>(
      sql`select ends_at from sessions where id = ${sessionId}::uuid`,
    );
    const isOver = new Date(new Date(session?.ends_at ?? "").getTime() + 1_000);
    return { ...dispute, invitationId, sessionId, linkId: made.linkId, token, isOver };
  }

  it("opens until the session is over, with the same digits, and shows when and where", async () => {
    const { token, sessionId, isOver } = await promised();
    const { visit } = await open(token);
    const { invitation } = await guest.links.read({ visit });
    expect(invitation?.sessions.map((one) => [one.id, one.status])).toEqual([[sessionId, "booked"]]);
    expect(await refusedWith(open(token, phoneEnd === "0000" ? "1111" : "0000"))).toBe("linkDigitsWrong");
    await expect(peekLink(token, address, new Date(isOver.getTime() - 2_000))).resolves.toBeTruthy();
    expect(await refusedWith(peekLink(token, address, isOver))).toBe("linkDead");
  });

  it("gives their sessions as a calendar file, in the reader's language, and none before the yes", async () => {
    const { token, sessionId } = await promised();
    const { visit } = await open(token);
    const { text } = await guest.links.calendar({ visit, locale: "en" });
    expect(text).toContain(`UID:${sessionId}@zhongtiao`);
    expect(text).toContain("SUMMARY:Mediation session");
    expect((await guest.links.calendar({ visit, locale: "zh-CN" })).text).toContain("SUMMARY:调解会");
    const waiting = await acceptedDispute(county);
    await consented(county, waiting);
    const { invitationId } = await invited(county, waiting, "judge");
    const made = await makeLink(county.as("mediator"), { disputeId: waiting.disputeId, invitationId });
    const other = (await open(made.token ?? "")).visit;
    await expect(guest.links.calendar({ visit: other, locale: "en" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("takes back one session or the whole promise with a reason; the second ends it", async () => {
    const { token, disputeId, invitationId, sessionId } = await promised();
    const { visit } = await open(token);
    const leaving = { ...answer(visit), input: { sessionId, reason: "away" as const } };
    await guest.links.leave(leaving);
    await expect(guest.links.leave(leaving)).resolves.toEqual({ invitationId });
    expect((await guest.links.read({ visit })).invitation?.sessions).toEqual([]);
    await expect(guest.links.leave({ ...leaving, key: v7() })).rejects.toMatchObject({ code: "CONFLICT" });
    const events = await database().execute<{ payload: string }>(
      sql`select payload from events where dispute_id = ${disputeId}::uuid and action = 'invitation.leaveSession'`,
    );
    expect(events.map(({ payload }) => JSON.parse(payload).byLink)).toEqual([true]);
    // No session of theirs is left, and they are still in the matter: the link waits for the next.
    await expect(open(token)).resolves.toBeTruthy();
    const { visit: again } = await open(token);
    await guest.links.decline({ ...answer(again), input: { reason: "busy" } });
    expect((await invitationRow(invitationId)).status).toBe("declined");
    expect(await refusedWith(open(token))).toBe("linkDead");
  });

  it("is revoked like any other, and its visit with it", async () => {
    const { token, disputeId, invitationId } = await promised();
    const { visit } = await open(token);
    await revokeLink(county.as("mediator"), { disputeId, invitationId });
    expect(await refusedWith(open(token))).toBe("linkDead");
    await expect(guest.links.read({ visit })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
