import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Lane } from "@/db/vocabulary";
import { asActor } from "../kernel/transaction";
import { recordSessionInput } from "../sessions/inputs";
import { calendar } from "../sessions/reads/calendar";
import { ownList } from "../sessions/reads/own-sessions";
import { ofDispute } from "../sessions/reads/sessions";
import { recordSession } from "../sessions/record-session";
import { joined } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { refusedWith } from "../testing/refused";
import { bookable, booked, inDays } from "../testing/sessions";
import { writeNoteInput } from "./inputs";
import { openNote } from "./open-note";
import { notesOf } from "./queries";
import { writeNote } from "./write-note";

let county: TestCounty;
let dispute: { disputeId: string };
const written: Partial<Record<Lane, string>> = {};
const secret: Record<Lane, string> = {
  open: "公开的一句",
  joint: "桌面上的一句",
  side: "只对甲方说的一句",
  mediator: "调解员自己的一句",
  sealed: "封存的一句",
};

async function write(username: string, lane: Lane) {
  const input = writeNoteInput.parse({
    disputeId: dispute.disputeId,
    lane,
    side: lane === "side" ? 1 : null,
    text: secret[lane],
  });
  return (await writeNote(county.as(username), input)).noteId;
}

beforeAll(async () => {
  county = await testCounty();
  dispute = await bookable(county);
  await joined(county, dispute, "judge");
  for (const lane of ["open", "joint", "side", "mediator", "sealed"] as const)
    written[lane] = await write("mediator", lane);
  const before = new Date(Date.now() - 5 * 86_400_000);
  const { sessionId } = await booked(
    county,
    dispute,
    { startsAt: inDays(-1), personIds: [county.people.judge ?? ""] },
    before,
  );
  await recordSession(
    county.as("mediator"),
    recordSessionInput.parse({
      disputeId: dispute.disputeId,
      sessionId,
      sessionVersion: 1,
      presentIds: [],
      result: "adjourned",
      text: "会上的记录",
    }),
  );
});

/** The lanes an actor can read by raw SQL, independent of the queries. */
const lanesIn = async (username: string) => {
  const rows = await asActor(county.as(username), (tx) =>
    tx.execute<{ lane: Lane }>(sql`select lane from notes where dispute_id = ${dispute.disputeId}::uuid order by lane`),
  );
  return rows.map((row) => row.lane);
};
const recordsIn = (username: string) =>
  asActor(county.as(username), (tx) =>
    tx.execute(sql`select text from session_records where dispute_id = ${dispute.disputeId}::uuid`),
  );

/** Everything the sessions module shows this actor, as one text. */
async function everythingFor(username: string): Promise<string> {
  const reader = county.as(username);
  const answers = await Promise.allSettled([
    notesOf(reader, dispute),
    ofDispute(reader, dispute),
    ownList(reader),
    calendar(reader, { from: inDays(-7).slice(0, 10), to: inDays(7).slice(0, 10), people: true }),
    ...Object.values(written).map((noteId) => openNote(reader, { ...dispute, noteId })),
  ]);
  return JSON.stringify(answers);
}

describe("lanes", () => {
  it("shows caucus notes to the lead alone, joint notes to the participants, the sealed note to the head", async () => {
    expect(await lanesIn("mediator")).toEqual(["open", "joint", "side", "mediator"]);
    expect(await lanesIn("mediator2")).toEqual(["open", "joint"]);
    expect(await lanesIn("committee")).toEqual(["open", "joint"]);
    expect(await lanesIn("judge")).toEqual(["open", "joint"]);
    expect(await lanesIn("head")).toEqual(["open", "sealed"]);
    for (const stranger of ["officer", "lawyer", "mediator3", "county", "admin", "grid"])
      expect(await lanesIn(stranger), stranger).toEqual([]);
  });

  it("shows the session's record to participants only", async () => {
    for (const reader of ["mediator", "mediator2", "committee", "judge"])
      expect(await recordsIn(reader), reader).toHaveLength(1);
    for (const other of ["officer", "head", "lawyer", "mediator3"])
      expect(await recordsIn(other), other).toHaveLength(0);
  });

  it("shows caucus words to nobody else through any query", async () => {
    for (const username of ["judge", "officer", "head", "committee", "mediator2", "lawyer", "mediator3"]) {
      const told = await everythingFor(username);
      expect(told, username).not.toContain(secret.side);
      expect(told, username).not.toContain(secret.mediator);
      expect(told, username).not.toContain('"lane":"side"');
      expect(told, username).not.toContain('"lane":"mediator"');
    }
    expect(await everythingFor("head")).not.toContain(secret.joint);
    expect(await everythingFor("judge")).toContain(secret.joint);
  });

  it("covers the lead's private cards until opened, and logs each opening without the words", async () => {
    const { notes, lanes } = await notesOf(county.as("mediator"), dispute);
    expect(lanes).toEqual(["open", "joint", "side", "mediator", "sealed"]);
    expect(notes.filter((note) => note.lane === "side" || note.lane === "mediator").map((note) => note.text)).toEqual([
      null,
      null,
    ]);
    expect(await openNote(county.as("mediator"), { ...dispute, noteId: written.side ?? "" })).toEqual({
      text: secret.side,
    });
    expect(await openNote(county.as("head"), { ...dispute, noteId: written.sealed ?? "" })).toEqual({
      text: secret.sealed,
    });
    expect(await refusedWith(openNote(county.as("head"), { ...dispute, noteId: written.side ?? "" }))).toBe("notFound");
    const events = await asActor(county.as("mediator"), (tx) =>
      tx.execute<{ action: string; payload: string }>(
        sql`select action, payload from events where dispute_id = ${dispute.disputeId}::uuid`,
      ),
    );
    expect(events.filter((event) => event.action === "note.read").length).toBeGreaterThanOrEqual(2);
    const told = events.map((event) => event.payload).join("\n");
    for (const text of Object.values(secret)) expect(told).not.toContain(text);
    expect(told).not.toContain('"side"');
  });

  it("stores no words with the idempotency key", async () => {
    const rows = await asActor(county.as("mediator"), (tx) =>
      tx.execute<{ response: unknown }>(sql`select response from idempotency_keys`),
    );
    for (const text of Object.values(secret)) expect(JSON.stringify(rows)).not.toContain(text);
  });

  it("lets a helper write to the open and joint lanes only, in the act and in the database", async () => {
    await write("judge", "joint");
    for (const lane of ["side", "mediator", "sealed"] as const)
      expect(await refusedWith(write("judge", lane)), lane).toBe("laneNotYours");
    expect(await refusedWith(write("mediator2", "mediator"))).toBe("laneNotYours");
    const around = asActor(county.as("judge"), (tx) =>
      tx.execute(sql`insert into notes (county_id, id, dispute_id, lane, text, author_id, written_at)
        values (${county.countyId}::uuid, gen_random_uuid(), ${dispute.disputeId}::uuid, 'mediator', 'x', ${county.people.judge}::uuid, now())`),
    );
    expect(await refusedWith(around)).toBe("forbidden");
  });

  it("needs a side, and one that exists", async () => {
    const note = { disputeId: dispute.disputeId, lane: "side" as const, text: "话" };
    expect(await refusedWith(writeNote(county.as("mediator"), writeNoteInput.parse(note)))).toBe("sideNeeded");
    expect(await refusedWith(writeNote(county.as("mediator"), writeNoteInput.parse({ ...note, side: 4 })))).toBe(
      "sideNeeded",
    );
  });
});

describe("who sees which session", () => {
  const week = { from: inDays(-7).slice(0, 10), to: inDays(7).slice(0, 10) };

  it("shows a helper their own sessions with place and attendees, and nothing of others", async () => {
    const { past } = await ownList(county.as("judge"));
    expect(past).toHaveLength(1);
    expect(past[0]).toMatchObject({ room: "驻所调解室一", about: { title: "装修承重墙纠纷", lead: { name: "沈静" } } });
    expect(past[0]?.about?.people.map((person) => person.name)).toEqual(["沈静"]);
    expect(await ownList(county.as("lawyer"))).toMatchObject({ ahead: [], past: [] });
  });

  it("titles the calendar's blocks by relation and shows the rest as busy", async () => {
    const titles = async (username: string) =>
      (await calendar(county.as(username), { ...week, people: false })).blocks.map(
        (block) => block.session?.title ?? null,
      );
    expect(await titles("mediator")).toEqual(["装修承重墙纠纷"]);
    expect(await titles("head")).toEqual(["装修承重墙纠纷"]);
    expect(await titles("officer")).toEqual([null]);
    expect(await titles("mediator3")).toEqual([]);
  });
});
