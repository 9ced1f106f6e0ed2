import { beforeAll, expect, it } from "vitest";
import { GET } from "@/app/feeds/[token]/route";
import { acceptTransfer } from "../handovers/accept-transfer";
import { offerTransferInput, setLeadInput } from "../handovers/inputs";
import { offerTransfer } from "../handovers/offer-transfer";
import { setLead } from "../handovers/set-lead";
import { leaveSessionInput } from "../invitations/inputs";
import { leaveSession } from "../invitations/leave-session";
import { mergePlace } from "../places/merge-place";
import { setVideoLinkInput } from "../sessions/inputs";
import { setVideoLink } from "../sessions/set-video-link";
import { joined } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { eventsOf } from "../testing/read-ics";
import { bookable, booked, inDays, roomOne, roomTwo, sessionsOf } from "../testing/sessions";
import { makeOwnFeed, makeRoomFeed } from "./make-feed";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const as = (username = "mediator") => county.as(username);
const idOf = (username: string) => county.people[username] ?? "";
const feedOf = async (username: string) => (await makeOwnFeed(as(username), { label: "手机" })).token;

/** What a feed shows of a session: its status, place and sequence; null where it does not hold it. */
async function shown(token: string | null, sessionId: string) {
  const params = Promise.resolve({ token: `${token}.ics` });
  const answer = await GET(new Request(`http://station.test/feeds/${token}.ics`), { params });
  const found = eventsOf(await answer.text()).find(({ uid }) => uid === `${sessionId}@zhongtiao`);
  return found ? { status: found.status, location: found.location ?? "", sequence: found.sequence } : null;
}

it("a helper who leaves a session finds it cancelled in their feed; the room's and the lead's keep it", async () => {
  const [helper, lead, room] = [
    await feedOf("judge"),
    await feedOf("mediator"),
    (await makeRoomFeed(as("officer"), { roomId: county.rooms[roomOne] ?? "", label: "" })).token,
  ];
  const dispute = await bookable(county);
  const { invitationId } = await joined(county, dispute, "judge");
  const { sessionId } = await booked(county, dispute, { startsAt: inDays(12, "09:00"), personIds: [idOf("judge")] });
  for (const token of [helper, lead, room]) expect((await shown(token, sessionId))?.status).toBe("CONFIRMED");
  const left = { invitationId, sessionId, reason: "busy", note: "" };
  await leaveSession(as("judge"), leaveSessionInput.parse(left));
  expect((await shown(helper, sessionId))?.status).toBe("CANCELLED");
  for (const token of [lead, room]) expect((await shown(token, sessionId))?.status).toBe("CONFIRMED");
});

it("a session follows the lead: cancelled in the feed of the one before, in that of the new one from now on", async () => {
  const [before, after] = [await feedOf("mediator"), await feedOf("mediator2")];
  const dispute = await bookable(county);
  const { sessionId } = await booked(county, dispute, { startsAt: inDays(13, "09:00") });
  expect(await shown(after, sessionId)).toBeNull();
  const change = {
    disputeId: dispute.disputeId,
    leadSeen: idOf("mediator"),
    leadPersonId: idOf("mediator2"),
    reason: "调岗",
  };
  await setLead(as("committee"), setLeadInput.parse(change));
  expect((await shown(before, sessionId))?.status).toBe("CANCELLED");
  expect((await shown(after, sessionId))?.status).toBe("CONFIRMED");
});

it("a matter that goes to another committee leaves no hour behind in anybody's feed", async () => {
  const [lead, helper] = [await feedOf("mediator"), await feedOf("lawyer")];
  const dispute = await bookable(county);
  const { disputeId } = dispute;
  await joined(county, dispute, "lawyer");
  const { sessionId } = await booked(county, dispute, { startsAt: inDays(14, "09:00"), personIds: [idOf("lawyer")] });
  const to = { stationId: county.stations.DG ?? "", committeeId: county.committees.DG ?? "" };
  const { transferId } = await offerTransfer(
    as(),
    offerTransferInput.parse({ disputeId, to, reason: "双方都住在东关" }),
  );
  for (const token of [lead, helper]) expect((await shown(token, sessionId))?.status).toBe("CONFIRMED");
  await acceptTransfer(as("committee2"), { disputeId, transferId, leadPersonId: idOf("mediator3"), note: "" });
  for (const token of [lead, helper]) expect((await shown(token, sessionId))?.status).toBe("CANCELLED");
});

it("a session that becomes one by video says so and sends nobody to a room, until it is one in a room again", async () => {
  const lead = await feedOf("mediator");
  const dispute = await bookable(county);
  const { sessionId } = await booked(county, dispute, { startsAt: inDays(15, "09:00") });
  expect((await shown(lead, sessionId))?.location).toContain(roomOne);
  const set = async (url: string | null) => {
    const found = (await sessionsOf(county, dispute)).sessions.find(({ id }) => id === sessionId);
    const at = { disputeId: dispute.disputeId, sessionId, sessionVersion: found?.version };
    await setVideoLink(as(), setVideoLinkInput.parse({ ...at, url }));
  };
  await set("https://meeting.example.cn/j/123456");
  const video = await shown(lead, sessionId);
  expect(video?.status).toBe("CONFIRMED");
  expect(video?.location).not.toContain(roomOne);
  await set(null);
  expect((await shown(lead, sessionId))?.location).toContain(roomOne);
});

it("a room that another one follows keeps its address: what is to come there is shown in the new room, as a changed entry", async () => {
  const [from, to] = [roomOne, roomTwo].map((name) => county.rooms[name] ?? "");
  const own = await feedOf("mediator");
  const { token } = await makeRoomFeed(as("officer"), { roomId: from ?? "", label: "门口屏" });
  const dispute = await bookable(county);
  const { sessionId } = await booked(county, dispute, { startsAt: inDays(16, "09:00"), roomId: from });
  const before = await shown(token, sessionId);
  expect(before).toMatchObject({ status: "CONFIRMED", location: expect.stringContaining(roomOne) });
  const merge = { kind: "room" as const, id: from ?? "", successorId: to ?? "", rooms: [], reason: "房子要重修" };
  await mergePlace(as("admin"), merge);
  for (const feed of [token, own]) {
    const after = await shown(feed, sessionId);
    expect(after).toMatchObject({ status: "CONFIRMED", location: expect.stringContaining(roomTwo) });
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Infinity);
  }
});
