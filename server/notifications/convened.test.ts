import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  announceAll,
  deliverAll,
  nextMorning,
  notificationsIn,
  testMessaging,
} from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { conveneSession } from "../convening/convene-session";
import { acceptInvitation } from "../invitations/accept-invitation";
import { declineInvitation } from "../invitations/decline-invitation";
import { acceptAnswer, declineAnswer } from "../invitations/inputs";
import { leaveSession } from "../invitations/leave-session";
import { fillSeat } from "../invitations/substitute-invitation";
import { endHold } from "../sessions/expire-hold";
import { moveSessionInput } from "../sessions/inputs";
import { moveSession } from "../sessions/move-session";
import { setVideoLink } from "../sessions/set-video-link";
import { swapPerson } from "../sessions/swap-person";
import { type TestCounty, testCounty } from "../testing/county";
import { bookable, convening, inDays, invitee, lastEventOf, roomOne } from "../testing/sessions";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
beforeEach(() => database().execute(sql`delete from graphile_worker._private_jobs`));

const needs = [{ forceCode: "courtStaff", seats: 1, isRequired: true }];
const convened = async (startsAt: string) => {
  const dispute = await bookable(county);
  const { sessionId } = await conveneSession(
    county.as("mediator"),
    await convening(county, dispute, {
      startsAt,
      invitees: [invitee(county, "judge"), invitee(county, "lawyer")],
      needs,
    }),
  );
  const asked = (await lastEventOf(county, dispute.disputeId)).payload.invitations as string[];
  const rows = await database().execute<{ id: string; person_id: string }>(
    sql`select id, person_id from invitations where dispute_id = ${dispute.disputeId}::uuid`,
  );
  const of = (username: string) => rows.find((row) => row.person_id === county.people[username])?.id ?? "";
  expect(asked.length).toBe(2);
  return { dispute, sessionId, judge: of("judge"), lawyer: of("lawyer") };
};
const versionOf = async (sessionId: string) => {
  const [row] = await database().execute<{ version: number }>(
    sql`select version from sessions where id = ${sessionId}::uuid`,
  );
  return row?.version ?? 0;
};
/** Runs an act and gives who was told what because of it, as "kind name". */
async function notifiedBy(act: () => Promise<unknown>): Promise<string[]> {
  const before = (await notificationsIn(county.countyId)).length;
  await act();
  await announceAll();
  return (await notificationsIn(county.countyId, before)).map(({ kind, name }) => `${kind} ${name}`).sort();
}

describe("from asking to meeting", () => {
  it("each step reaches whom it concerns, once", async () => {
    let scene: Awaited<ReturnType<typeof convened>> | undefined;
    expect(
      await notifiedBy(async () => {
        scene = await convened(inDays(4));
      }),
    ).toEqual(["invited 周文博", "invited 林晓岚", "sessionHeld 刘玉芬", "sessionHeld 张建国"].sort());
    if (!scene) throw new Error("not convened");
    const first = testMessaging();
    await deliverAll(first.messaging, nextMorning());
    const asked = first.mail.find((one) => one.to.address === "judge@demo.example");
    expect(asked?.text).toMatch(
      /^周文博：\n\n沈静请您帮忙调解一件事，时间 .*14:30–16:00，地点 .*驻所调解室一。请在 \d+月\d+日 周. \d\d:\d\d 前答复/,
    );
    const { dispute, sessionId, judge, lawyer } = scene;

    expect(
      await notifiedBy(() =>
        acceptInvitation(county.as("lawyer"), { invitationId: lawyer, ...acceptAnswer.parse({ declaresNoTie: true }) }),
      ),
    ).toEqual(["invitationAnswered 沈静"]);

    const declined = await notifiedBy(() =>
      declineInvitation(county.as("judge"), { invitationId: judge, ...declineAnswer.parse({ reason: "busy" }) }),
    );
    expect(declined).toEqual(["invitationAnswered 沈静"]);

    const filled = await notifiedBy(() => fillSeat({ countyId: county.countyId, invitationId: judge }, new Date()));
    expect(filled[0]).toMatch(/^invited (李若彤|贺兰明珠)$/);
    expect(filled[1]).toBe("substituteInvited 沈静");
    const second = filled[0]?.includes("李若彤") ? "judge2" : "judge3";
    const [next] = await database().execute<{ id: string }>(
      sql`select id from invitations where dispute_id = ${dispute.disputeId}::uuid and person_id = ${county.people[second] ?? ""}::uuid`,
    );

    const confirmed = await notifiedBy(() =>
      acceptInvitation(county.as(second), {
        invitationId: next?.id ?? "",
        ...acceptAnswer.parse({ declaresNoTie: true }),
      }),
    );
    // The last one to accept is told too: what their answer led to, with the entry for their calendar.
    const everybody = ["刘玉芬", "张建国", "林晓岚", "沈静", second === "judge2" ? "李若彤" : "贺兰明珠"];
    expect(confirmed).toEqual(everybody.map((name) => `sessionConfirmed ${name}`).sort());
    const told = testMessaging();
    await deliverAll(told.messaging, nextMorning());
    expect(told.mail.find((letter) => letter.to.name === everybody.at(-1) && letter.invite)?.invite).toMatchObject({
      method: "REQUEST",
    });

    const url = "https://meeting.station.example/room-7";
    const target = async () => ({
      disputeId: dispute.disputeId,
      sessionId,
      sessionVersion: await versionOf(sessionId),
    });
    const video = await notifiedBy(async () => setVideoLink(county.as("mediator"), { ...(await target()), url }));
    expect(video.length).toBe(4);

    const swapped = await notifiedBy(async () =>
      swapPerson(county.as("mediator"), {
        ...(await target()),
        outPersonId: county.people.lawyer ?? "",
        inPersonId: county.people.mediator2 ?? "",
        forceCode: null,
        despite: "",
      }),
    );
    expect(swapped).toEqual(["attendeeRemoved 林晓岚", "sessionBooked 令狐晓峰"].sort());

    const { messaging, sms, mail } = testMessaging();
    await deliverAll(messaging, nextMorning());
    // Parties have no page of ours: the message itself is where they find the link. No message names the room.
    expect(sms.filter((one) => one.text.includes("视频")).every((one) => one.text.includes(url))).toBe(true);
    expect(sms.filter((one) => one.text.includes(url)).length).toBeGreaterThan(1);
    expect(mail.filter((one) => one.text.includes(url) && one.text.includes("驻所调解室一"))).toEqual([]);
    // Whoever was swapped out must not receive the video link any more.
    expect(mail.some((one) => one.to.address === "lawyer@demo.example" && one.text.includes(url))).toBe(false);
    expect(mail.some((one) => one.to.address === `${second}@demo.example` && one.text.includes(url))).toBe(true);
  });

  it("leaving one session is told once, and whoever left is not told of a later move", async () => {
    const { dispute, sessionId, judge, lawyer } = await convened(inDays(8));
    for (const [username, invitationId] of [
      ["lawyer", lawyer],
      ["judge", judge],
    ] as const)
      await acceptInvitation(county.as(username), { invitationId, ...acceptAnswer.parse({ declaresNoTie: true }) });
    await announceAll();
    const leave = (username: string, invitationId: string) =>
      notifiedBy(() => leaveSession(county.as(username), { invitationId, sessionId, reason: "busy", note: "" }));
    expect(await leave("lawyer", lawyer)).toEqual(["sessionLeft 沈静"]);
    expect(await leave("judge", judge)).toEqual(["sessionAtRisk 沈静"]);
    const { messaging, mail } = testMessaging();
    await deliverAll(messaging, nextMorning());
    const texts = mail.filter((one) => one.to.address === "mediator@demo.example").map((one) => one.text);
    expect(texts.some((text) => /林晓岚 .+这一场来不了，往后还来。/.test(text))).toBe(true);
    expect(texts.some((text) => text.includes("必到的人可能不齐：周文博有变动"))).toBe(true);
    const moved = await notifiedBy(async () =>
      moveSession(
        county.as("mediator"),
        moveSessionInput.parse({
          disputeId: dispute.disputeId,
          sessionId,
          sessionVersion: await versionOf(sessionId),
          startsAt: inDays(9),
          minutes: 90,
          roomId: county.rooms[roomOne],
        }),
      ),
    );
    expect(moved).toEqual(["sessionMoved 刘玉芬", "sessionMoved 张建国"].sort());
  });

  it("a hold that runs out tells the lead team to plan again, and everyone else that the time is free again", async () => {
    const { sessionId, dispute } = await convened(inDays(6));
    await announceAll();
    const [held] = await database().execute<{ until: string }>(
      sql`select held_until::text as until from sessions where id = ${sessionId}::uuid`,
    );
    const notified = await notifiedBy(() =>
      endHold({ countyId: county.countyId, sessionId }, new Date(new Date(held?.until ?? 0).getTime() + 1_000)),
    );
    expect(notified).toEqual(
      [
        "holdExpired 沈静",
        "invitationWithdrawn 周文博",
        "invitationWithdrawn 林晓岚",
        "sessionCancelled 刘玉芬",
        "sessionCancelled 张建国",
      ].sort(),
    );
    expect(dispute.disputeId).not.toBe("");
  });
});
