import { beforeAll, expect, it } from "vitest";
import {
  announceAll,
  deliverAll,
  nextMorning,
  notificationsIn,
  testMessaging,
} from "@/bin/operation/testing/notifications";
import { conveneSession } from "../convening/convene-session";
import { acceptInvitation } from "../invitations/accept-invitation";
import { ownInvitation, ownInvitations } from "../invitations/reads/own";
import { moveSessionInput, setVideoLinkInput } from "../sessions/inputs";
import { moveSession } from "../sessions/move-session";
import { setVideoLink } from "../sessions/set-video-link";
import { type TestCounty, testCounty } from "../testing/county";
import { bookable, convening, inDays, invitee, roomTwo, sessionsOf } from "../testing/sessions";

let county: TestCounty;
let dispute: { disputeId: string };
let sessionId: string;
let asked: string;
const first = "https://meeting.example.cn/j/first-way";
const second = "https://meeting.example.cn/j/second-way";

/** One helper has accepted, another is still asked; both have their messages. */
beforeAll(async () => {
  county = await testCounty();
  dispute = await bookable(county);
  const invitees = ["judge", "property"].map((username) => invitee(county, username));
  ({ sessionId } = await conveneSession(
    county.as("mediator"),
    await convening(county, dispute, { startsAt: inDays(6), invitees }),
  ));
  const [judges] = (await ownInvitations(county.as("judge"), { before: null })).waiting;
  await acceptInvitation(county.as("judge"), { invitationId: judges?.id ?? "", declaresNoTie: true });
  asked = (await ownInvitations(county.as("property"), { before: null })).waiting[0]?.id ?? "";
  await told();
});

/** What is told and mailed of what was done since, and the calendar file that came with the helper's mail. */
async function told() {
  const before = (await notificationsIn(county.countyId)).length;
  await announceAll();
  const { messaging, mail, sms } = testMessaging();
  await deliverAll(messaging, nextMorning());
  const file = mail.filter((one) => one.to.address === "judge@demo.example").at(-1)?.invite?.content ?? "";
  return {
    names: (await notificationsIn(county.countyId, before)).map(({ kind, name }) => `${kind} ${name}`).sort(),
    texts: [...mail, ...sms].map((one) => one.text).join("\n"),
    file,
    sequence: Number(/SEQUENCE:(\d+)/.exec(file)?.[1] ?? Number.NaN),
  };
}
const target = async () => {
  const session = (await sessionsOf(county, dispute)).sessions.find((one) => one.id === sessionId);
  return { ...dispute, sessionId, sessionVersion: session?.version ?? 0 };
};
const change = async (url: string | null) => {
  await setVideoLink(county.as("mediator"), setVideoLinkInput.parse({ ...(await target()), url }));
  return told();
};
const offer = async () => (await ownInvitation(county.as("property"), { invitationId: asked })).offers[0];
const everybody = (kind: string) => ["周文博", "孙立", "刘玉芬", "张建国"].map((name) => `${kind} ${name}`).sort();

it("from the room to video, to another link and back to the room, everybody who was told is told again with the changed entry", async () => {
  const toVideo = await change(first);
  expect(toVideo.names).toEqual(everybody("videoLinkSet"));
  expect(toVideo.file).toContain("METHOD:REQUEST");
  expect(toVideo.file).toContain("LOCATION:视频会");
  expect(toVideo.texts).toContain(first);
  expect(toVideo.texts).not.toContain("驻所调解室");
  expect(await offer()).toMatchObject({ room: "", address: "", isVideo: true });

  const replaced = await change(second);
  expect(replaced.names).toEqual(everybody("videoLinkSet"));
  expect(replaced.sequence).toBeGreaterThan(toVideo.sequence);
  // The old link is nowhere any more: not in a message, not on a card.
  expect(replaced.texts).toContain(second);
  expect(replaced.texts).not.toContain(first);
  expect(JSON.stringify(await ownInvitation(county.as("property"), { invitationId: asked }))).not.toContain(
    "first-way",
  );

  const back = await change(null);
  expect(back.names).toEqual(everybody("videoLinkSet"));
  expect(back.sequence).toBeGreaterThan(replaced.sequence);
  expect(back.file).toContain("驻所调解室");
  expect(back.texts).not.toContain("meeting.example");
  expect(await offer()).toMatchObject({ room: "驻所调解室一" });
  expect((await offer())?.isVideo).toBeFalsy();

  const to = { startsAt: inDays(6), minutes: 90, roomId: county.rooms[roomTwo] };
  await moveSession(county.as("mediator"), moveSessionInput.parse({ ...(await target()), ...to }));
  const moved = await told();
  expect(moved.names).toEqual(everybody("sessionMoved"));
  expect(moved.sequence).toBeGreaterThan(back.sequence);
  expect(moved.file).toContain("驻所调解室二");
  expect(await offer()).toMatchObject({ room: "驻所调解室二" });
});
