import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { makeOwnFeed } from "../calendars/make-feed";
import { readFeed } from "../calendars/read-feed";
import { conveneSession } from "../convening/convene-session";
import { acceptInvitation } from "../invitations/accept-invitation";
import { ownInvitation, ownInvitations } from "../invitations/reads/own";
import { asActor } from "../kernel/transaction";
import { invited, joined } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { answerOf, inputsFor, questions } from "../testing/lanes/questions";
import { refusedWith } from "../testing/refused";
import { bookable, booked, booking, convening, inDays, invitee, sessionsOf } from "../testing/sessions";
import { holdSession } from "./hold-session";
import { holdSessionInput, setVideoLinkInput } from "./inputs";
import { ownList } from "./reads/own-sessions";
import { videoLinksOf } from "./reads/video-links";
import { setVideoLink } from "./set-video-link";

const url = "https://meeting.example.cn/j/8843-canary";
let county: TestCounty;
let dispute: { disputeId: string };
let sessionId: string;
let other: string;

/** Sets the link as this person, in the session's present version. */
async function set(username: string, to: string | null, of = sessionId) {
  const session = (await sessionsOf(county, dispute)).sessions.find((one) => one.id === of);
  const input = setVideoLinkInput.parse({
    disputeId: dispute.disputeId,
    sessionId: of,
    sessionVersion: session?.version ?? 0,
    url: to,
  });
  return setVideoLink(county.as(username), input);
}
const lastChange = async () => {
  const [row] = await database().execute<{ payload: string }>(
    sql`select payload from events where dispute_id = ${dispute.disputeId}::uuid and action = 'session.setVideo' order by seq desc limit 1`,
  );
  return row?.payload ?? "";
};

beforeAll(async () => {
  county = await testCounty();
  dispute = await bookable(county);
  for (const username of ["judge", "lawyer"]) await joined(county, dispute, username);
  await invited(county, dispute, "cadre");
  const attending = ["judge", "mediator2", "head", "officer"].map((username) => county.people[username] ?? "");
  ({ sessionId } = await booked(county, dispute, { personIds: attending }));
  // The lawyer has joined, but is expected at another session.
  ({ sessionId: other } = await booked(county, dispute, {
    startsAt: inDays(5),
    personIds: [county.people.lawyer ?? ""],
  }));
  await set("mediator", url);
});

describe("the link of a video session", () => {
  it("is set, replaced and removed by the lead; the event says what changed and never the address", async () => {
    const next = "https://meeting.example.cn/j/second";
    expect(JSON.parse(await lastChange())).toMatchObject({ sessionId, change: "set" });
    expect(await refusedWith(set("mediator", url))).toBe("sameVideoLink");
    await set("mediator", next);
    expect(JSON.parse(await lastChange())).toMatchObject({ change: "replaced" });
    await set("mediator", null);
    expect(JSON.parse(await lastChange())).toMatchObject({ change: "removed" });
    expect(await refusedWith(set("mediator", null))).toBe("noVideoLink");
    const modes = await database().execute(sql`select mode from sessions where id = ${sessionId}::uuid`);
    expect(modes).toMatchObject([{ mode: "onSite" }]);
    await set("mediator", url);
    expect(await database().execute(sql`select mode from sessions where id = ${sessionId}::uuid`)).toMatchObject([
      { mode: "video" },
    ]);
    const events = await database().execute<{ all: string }>(
      sql`select string_agg(payload, '') as all from events where dispute_id = ${dispute.disputeId}::uuid`,
    );
    expect(events[0]?.all).not.toContain("meeting.example");
  });

  it("is an https address of some length, of a session still to come, in the version seen", async () => {
    for (const bad of [
      "http://meeting.example.cn/j/1",
      "https://",
      "javascript:alert(1)",
      "https://a b.cn",
      "会议号 123",
    ])
      expect(await refusedWith(set("mediator", bad)), bad).toBe("linkNotHttps");
    const input = { disputeId: dispute.disputeId, sessionId, sessionVersion: 999, url };
    expect(await refusedWith(setVideoLink(county.as("mediator"), input))).toBe("changedMeanwhile");
    const late = {
      ...input,
      sessionVersion: (await sessionsOf(county, dispute)).sessions.find((s) => s.id === sessionId)?.version ?? 0,
    };
    expect(
      await refusedWith(setVideoLink(county.as("mediator", { now: new Date(Date.now() + 30 * 86_400_000) }), late)),
    ).toBe("sessionNotBooked");
  });

  it("is set by nobody but the lead", async () => {
    for (const username of ["mediator2", "committee", "officer", "head", "judge"])
      expect(await refusedWith(set(username, "https://x.example.cn/1")), username).toBe("forbidden");
    for (const username of ["mediator3", "property", "cadre", "grid", "county", "admin"])
      expect(await refusedWith(set(username, "https://x.example.cn/1")), username).toBe("notFound");
  });
});

/** Who may read the link: the lead, and whoever is expected at that very session. */
const readers = ["mediator", "mediator2", "judge", "officer", "head"];
const everyone = [
  ...readers,
  "committee",
  "officer2",
  "lawyer",
  "cadre",
  "property",
  "grid",
  "mediator3",
  "officer3",
  "head2",
  "county",
  "admin",
];

describe("the link reaches those invited and nobody else", () => {
  it("role by relation, through its own question", async () => {
    for (const username of everyone) {
      const links = await videoLinksOf(county.as(username), dispute).catch(() => []);
      expect(
        links.map((one) => one.url),
        username,
      ).toEqual(readers.includes(username) ? [url] : []);
    }
  });

  it("role by relation, by raw SQL", async () => {
    for (const username of everyone) {
      const rows = await asActor(county.as(username), (tx) => tx.execute(sql`select url from video_links`));
      expect(rows.length, username).toBe(readers.includes(username) ? 1 : 0);
    }
    const change = (username: string) =>
      asActor(county.as(username), (tx) =>
        tx.execute(sql`update video_links set url = 'https://evil.example.cn/1' returning 1`),
      ).then(
        (rows) => rows.length,
        () => 0,
      );
    for (const username of everyone.filter((one) => one !== "mediator"))
      expect(await change(username), username).toBe(0);
  });

  it("is on the card of the helper who is expected there, and on no other helper's", async () => {
    const [judges] = (await ownList(county.as("judge"))).ahead;
    expect(judges?.about).toMatchObject({ videoUrl: url });
    const [lawyers] = (await ownList(county.as("lawyer"))).ahead;
    expect(lawyers).toMatchObject({ id: other, about: { videoUrl: null } });
  });

  it("is in no other answer of the system", async () => {
    const ids = { ...dispute, sessionId, instant: new Date().toISOString(), personId: county.people.judge ?? "" };
    const found = new Set<string>();
    // Row-level security hides it from everybody else, in raw SQL too; server/testing/lanes asks with every filter.
    for (const username of readers)
      for (const { path, schema } of questions) {
        const [input] = inputsFor(schema, ids, "canary");
        if ((await answerOf(county.actor(username), path, input)).includes("8843-canary")) found.add(path);
      }
    expect([...found].sort()).toEqual(["invitations.own", "sessions.ownList", "sessions.videoLinks"]);
  });
});

describe("a session by video says so wherever it is told", () => {
  const hold = async (over: Record<string, unknown>) => {
    const target = await bookable(county);
    const input = { ...(await booking(county, target, { startsAt: inDays(9) })), mode: "video", ...over };
    return { target, ...(await holdSession(county.as("mediator"), holdSessionInput.parse(input))) };
  };

  it("needs its link before anybody is called, also by raw SQL", async () => {
    expect(await refusedWith(hold({}))).toBe("videoLinkNeeded");
    expect(await refusedWith(hold({ videoUrl: "会议号 123" }))).toBe("linkNotHttps");
    const held = await hold({ videoUrl: "https://meeting.example.cn/j/9" });
    expect(await videoLinksOf(county.as("mediator"), held.target)).toMatchObject([
      { sessionId: held.sessionId, url: "https://meeting.example.cn/j/9" },
    ]);
    const without = asActor(county.as("mediator"), (tx) =>
      tx.execute(sql`delete from video_links where session_id = ${held.sessionId}::uuid`),
    );
    expect(await refusedWith(without)).toBe("videoLinkNeeded");
    const turned = asActor(county.as("mediator"), (tx) =>
      tx.execute(sql`update sessions set mode = 'video' where id = ${other}::uuid`),
    );
    expect(await refusedWith(turned)).toBe("videoLinkNeeded");
  });

  it("names no room and no address to those invited, on cards, in offers and in calendars", async () => {
    const target = await bookable(county);
    await conveneSession(
      county.as("mediator"),
      await convening(county, target, {
        startsAt: inDays(10),
        mode: "video",
        videoUrl: "https://meeting.example.cn/j/10",
        invitees: [invitee(county, "property")],
      }),
    );
    const nowhere = { room: "", point: "", address: "" };
    const [card] = (await ownInvitations(county.as("property"), { before: null })).waiting;
    const one = await ownInvitation(county.as("property"), { invitationId: card?.id ?? "" });
    expect(one.offers).toMatchObject([{ ...nowhere, isVideo: true }]);
    await acceptInvitation(county.as("property"), { invitationId: one.id, declaresNoTie: true });
    const accepted = await ownInvitation(county.as("property"), { invitationId: one.id });
    expect(accepted.sessions).toMatchObject([
      { ...nowhere, isVideo: true, videoUrl: "https://meeting.example.cn/j/10" },
    ]);
    const [mine] = (await ownList(county.as("property"))).ahead;
    expect(mine).toMatchObject({ ...nowhere, about: { mode: "video", videoUrl: "https://meeting.example.cn/j/10" } });
    const { token } = await makeOwnFeed(county.as("property"), { label: "" });
    const feed = await readFeed(token ?? "", "all", new Date());
    expect(feed?.text).toContain("LOCATION:视频会");
    expect(feed?.text).not.toContain("驻所调解室");
  });
});
