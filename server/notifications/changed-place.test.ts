import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import {
  announceAll,
  deliverAll,
  nextMorning,
  notificationsIn,
  testMessaging,
  waysIn,
} from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { conveneSession } from "../convening/convene-session";
import { nameInterpreterInput } from "../interpreters/inputs";
import { nameInterpreter } from "../interpreters/name-interpreter";
import { acceptInvitation } from "../invitations/accept-invitation";
import { leaveSession } from "../invitations/leave-session";
import { ownInvitation, ownInvitations } from "../invitations/reads/own";
import { recordTie } from "../panel/record-tie";
import { amendPoint } from "../places/amend-point";
import { amendRoom } from "../places/amend-room";
import { createRoom } from "../places/create-room";
import { mergePlace } from "../places/merge-place";
import { placeTree } from "../places/reads/places";
import { moveSessionInput, setVideoLinkInput } from "../sessions/inputs";
import { moveSession } from "../sessions/move-session";
import { setVideoLink } from "../sessions/set-video-link";
import { partiesOf } from "../testing/convening";
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

const admin = () => county.as("admin");
const node = async (roomId: string) => {
  const points = (await placeTree(admin())).stations.flatMap((station) => station.points);
  const point = points.find(({ rooms }) => rooms.some(({ id }) => id === roomId));
  const room = point?.rooms.find(({ id }) => id === roomId);
  if (!point || !room) throw new Error("no such room");
  return { point, room };
};
const renameRoom = async (roomId: string, over: { name?: string; seats?: number }) => {
  const { name, seats, hours, version } = (await node(roomId)).room;
  await amendRoom(admin(), { roomId, roomVersion: version, name, seats, hours, ...over });
  return told();
};
const renamePoint = async (roomId: string, over: { name?: string; address?: string; phone?: string }) => {
  const { id, kind, name, address, phone, version } = (await node(roomId)).point;
  await amendPoint(admin(), { pointId: id, pointVersion: version, kind, name, address, phone, ...over });
  return told();
};

it("another name of the room, another name or address of the point: everybody who is to come is told once, in room and calendar", async () => {
  const roomId = county.rooms[roomTwo] ?? "";
  const before = (await told()).sequence;
  expect(before).toBeNaN();
  const renamed = await renameRoom(roomId, { name: "二楼东间" });
  expect(renamed.names).toEqual(everybody("sessionMoved").concat("sessionMoved 沈静").sort());
  expect(renamed.file).toContain("二楼东间");
  expect(await offer()).toMatchObject({ room: "二楼东间" });

  const moved = await renamePoint(roomId, { name: "柳湾调解中心", address: "新街 9 号" });
  expect(moved.names).toEqual(renamed.names);
  expect(moved.sequence).toBeGreaterThan(renamed.sequence);
  expect(moved.texts).toContain("新街 9 号");
  expect(await offer()).toMatchObject({ point: "柳湾调解中心", address: "新街 9 号" });

  // What nobody who comes reads tells nobody.
  expect((await renameRoom(roomId, { seats: 9 })).names).toEqual([]);
  expect((await renamePoint(roomId, { phone: "0998-8000001" })).names).toEqual([]);

  const { point } = await node(roomId);
  const { roomId: other } = await createRoom(admin(), {
    pointId: point.id,
    name: "二楼西间",
    seats: 8,
    hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensAt: "08:00", closesAt: "21:00" })),
  });
  await mergePlace(admin(), { kind: "room", id: roomId, successorId: other, rooms: [], reason: "装修" });
  const merged = await told();
  expect(merged.names).toEqual(renamed.names);
  expect(merged.sequence).toBeGreaterThan(moved.sequence);
  expect(merged.file).toContain("二楼西间");

  // Raw SQL raises the sequence too.
  const sequences = () =>
    database().execute<{ sequence: number }>(
      sql`select sequence from calendar_entries where booking_id = ${sessionId}::uuid and status <> 'cancelled' order by resource_id`,
    );
  const was = await sequences();
  await database().execute(sql`update rooms set name = '二楼南间' where id = ${other}::uuid`);
  await database().execute(sql`update contact_points set address = '新街 10 号' where id = ${point.id}::uuid`);
  expect((await sequences()).map(({ sequence }) => sequence)).toEqual(was.map(({ sequence }) => sequence + 2));
});

it("whoever gave up the session or was found tied is not told, nor anybody of a place that a video session does not name", async () => {
  const [at] = await database().execute<{ roomId: string }>(
    sql`select room_id as "roomId" from sessions where id = ${sessionId}::uuid`,
  );
  const roomId = at?.roomId ?? "";
  const [invited] = await database().execute<{ id: string }>(
    sql`select id from invitations where session_id = ${sessionId}::uuid and person_id = ${county.people.judge}::uuid`,
  );
  const leaving = { invitationId: invited?.id ?? "", sessionId, reason: "busy", note: "" } as const;
  await leaveSession(county.as("judge"), leaving);
  const [party] = (await partiesOf(county, dispute)).map(({ id }) => id);
  const interprets = { place: { at: "session", sessionId }, partyIds: [party], kind: "sign" };
  await nameInterpreter(
    county.as("mediator"),
    nameInterpreterInput.parse({ ...dispute, ...interprets, who: { from: "county", personId: county.people.lawyer } }),
  );
  await told();
  const there = (await renameRoom(roomId, { name: "三楼" })).names;
  expect(there).not.toContain("sessionMoved 周文博");
  expect(there).toEqual(expect.arrayContaining(["sessionMoved 孙立", "sessionMoved 林晓岚"]));
  expect(await waysIn(county.countyId)).toContain("林晓岚 sessionMoved email sent");
  const tie = {
    ...dispute,
    personId: county.people.property ?? "",
    partyId: party ?? "",
    kind: "kin",
    note: "",
  } as const;
  await recordTie(county.as("mediator"), tie);
  await told();
  expect((await renameRoom(roomId, { name: "三楼南" })).names).not.toContain("sessionMoved 孙立");
  await change(first);
  const byVideo = await renameRoom(roomId, { name: "四楼" });
  expect(byVideo.names).toEqual([]);
});
