import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDispute } from "../access/gate";
import type { Action } from "../access/policy";
import { archiveProceeding } from "../disputes/archive-proceeding";
import { endProceeding } from "../disputes/end-proceeding";
import { archiveProceedingInput, endProceedingInput } from "../disputes/inputs";
import { setSummary } from "../disputes/set-summary";
import { readFile } from "../files/read-file";
import { setLead } from "../handovers/set-lead";
import { asActor } from "../kernel/transaction";
import { writeNoteInput } from "../notes/inputs";
import { writeNote } from "../notes/write-note";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { answerOf, inputsFor, questions } from "../testing/lanes/questions";
import { refusedWith } from "../testing/refused";
import { lastEventOf } from "../testing/sessions";
import { type ToldMatter, toldMatter } from "../testing/told-matter";
import { askWindow } from "./ask-window";
import { decideWindow } from "./decide-window";
import { endWindow } from "./end-window";
import { decideWindowInput, reasonedInput, restrictDisputeInput } from "./inputs";
import { officeWindows, readingsOf, restrictedMatter, restrictedMatters } from "./queries";
import { releaseDispute } from "./release-dispute";
import { restrictDispute } from "./restrict-dispute";

const hour = 3_600_000;
/** A word in every thing that is told of the matter; nobody else's matter has it. */
const canary = "封存暗号";
const colleagues = ["mediator2", "committee", "officer", "head"];

let county: TestCounty;
let root: string;
let matter: ToldMatter;
const base = Date.now();
const at = (hours: number) => new Date(base + hours * hour);

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "zhongtiao-windows-"));
  process.env.ZHONGTIAO_FILES = root;
  county = await testCounty();
  matter = await toldMatter(county, canary, at(-2));
});
afterAll(() => rm(root, { recursive: true, force: true }));

interface Door {
  question: string;
  input: unknown;
}
/** Lists and figures are asked with each word of their filters, pages once. */
const everyWay = /^(overview|disputes\.list|calls|performance)/;
const ids = () => ({
  ...matter,
  bookingId: matter.sessionId,
  later: at(200).toISOString(),
  instant: at(-200).toISOString(),
});
const allDoors = (): Door[] =>
  questions.flatMap(({ path: question, schema }) => {
    const inputs = inputsFor(schema, ids(), canary);
    return (everyWay.test(question) ? inputs : inputs.slice(0, 1)).map((input) => ({ question, input }));
  });

/** Which of these questions tell somebody a word of the matter at this time, and whether they get its file. */
async function open(username: string, now: Date, doors: readonly Door[]): Promise<Door[]> {
  const told: Door[] = [];
  // One after the other: two hundred at once wait in line for connections, and a busy machine refuses the last of them.
  for (const door of doors) {
    const { question, input } = door;
    const answer =
      question === "file"
        ? await readFile(county.as(username, { now }), matter.fileId).then(
            () => canary,
            () => "",
          )
        : await answerOf(county.actor(username), question, input, now);
    const isNamed = !/^(windows|audit)\./.test(question) && answer.includes(matter.disputeId);
    if (isNamed || answer.includes(canary)) told.push(door);
  }
  return told;
}
/** By person, the questions that told them something before the matter was restricted. */
const before = new Map<string, Door[]>();
const doorsOf = async (username: string, now: Date) =>
  (await open(username, now, before.get(username) ?? [])).map(({ question }) => question);
const restrict = (by: string, disputeId = matter.disputeId) =>
  restrictDispute(
    county.as(by),
    restrictDisputeInput.parse({ disputeId, ground: "privacy", reason: "当事人要求保密" }),
  );
const release = (by: string, disputeId = matter.disputeId) =>
  releaseDispute(county.as(by), reasonedInput.parse({ disputeId, reason: "不再需要封存" }));
const ask = (by: string, { now = at(0), disputeId = matter.disputeId } = {}) =>
  askWindow(county.as(by, { now }), reasonedInput.parse({ disputeId, reason: "处理信访答复" }));
const decide = (by: string, windowId: string, over: Record<string, unknown> = {}, now = at(1)) =>
  decideWindow(
    county.as(by, { now }),
    decideWindowInput.parse({ disputeId: matter.disputeId, windowId, isGranted: true, hours: 24, ...over }),
  );

describe("a restricted matter", () => {
  it("is closed at every door to all but its lead and who takes part, and its number, station, type and stage are left", async () => {
    const file = { question: "file", input: null };
    for (const username of ["mediator2", "head"])
      before.set(username, await open(username, at(0), [...allDoors(), file]));
    const known = [...(before.get("mediator2") ?? []), ...(before.get("head") ?? [])];
    for (const username of ["committee", "officer", "mediator", "judge"])
      before.set(username, await open(username, at(0), known));
    const ways = (username: string) => before.get(username)?.map(({ question }) => question);
    const usual = [
      "disputes.byId",
      "disputes.list",
      "notes.ofDispute",
      "calls.list",
      "consultations.ofStation",
      "sessions.ofDispute",
      "file",
    ];
    for (const username of ["mediator2", "head"])
      expect(ways(username), username).toEqual(expect.arrayContaining(usual));
    await restrict("head");
    expect(await lastEventOf(county, matter.disputeId)).toMatchObject({
      action: "restriction.set",
      payload: { ground: "privacy" },
    });
    for (const username of colleagues) {
      expect(await doorsOf(username, at(0)), username).toEqual([]);
      expect(await restrictedMatters(county.as(username))).toEqual([
        expect.objectContaining({ disputeId: matter.disputeId, type: "neighbour", isClosed: true }),
      ]);
    }
    for (const username of ["mediator", "judge"]) expect(await doorsOf(username, at(0))).toEqual(ways(username));
    expect(await restrictedMatters(county.as("head2"))).toEqual([]);
    expect(await restrictedMatter(county.as("committee"), matter)).toMatchObject({ isClosed: true });
  });

  it("is restricted once, by its lead or a head, not before triage, and released by a head of another duty", async () => {
    expect(await refusedWith(restrict("mediator"))).toBe("alreadyRestricted");
    const other = await acceptedDispute(county);
    expect(await refusedWith(restrict("mediator2", other.disputeId))).toBe("forbidden");
    expect(await refusedWith(restrict("mediator3", other.disputeId))).toBe("notFound");
    await restrict("mediator", other.disputeId);
    expect(await refusedWith(release("mediator", other.disputeId))).toBe("forbidden");
    expect(await refusedWith(release("head2", other.disputeId))).toBe("notFound");
    expect(await refusedWith(release("committee", other.disputeId))).toBe("windowNeeded");
    const { windowId } = await ask("committee", { disputeId: other.disputeId });
    expect(await refusedWith(release("committee", other.disputeId))).toBe("windowNeeded");
    await decide("head", windowId, { disputeId: other.disputeId, hours: 1 }, at(0));
    await release("committee", other.disputeId);
    expect(await lastEventOf(county, other.disputeId)).toMatchObject({ action: "restriction.release" });
    expect(await answerOf(county.actor("head"), "disputes.byId", { disputeId: other.disputeId })).toContain(
      other.disputeId,
    );
    expect(await refusedWith(release("head"))).toBe("otherDutyDecides");
  });

  it("stays open to whoever led it until its archive is closed, and then needs a window as well", async () => {
    const { disputeId } = await acceptedDispute(county);
    await restrict("mediator", disputeId);
    const end = { disputeId, outcome: "settledWithdrawn", reason: "双方自行和好", routesTold: [] };
    await endProceeding(county.as("mediator"), endProceedingInput.parse(end));
    const told = (username: string) => answerOf(county.actor(username), "disputes.byId", { disputeId });
    expect(await told("mediator")).toContain(disputeId);
    await archiveProceeding(county.as("mediator"), archiveProceedingInput.parse({ disputeId, retention: "long" }));
    expect(await told("mediator")).toBe("refused: NOT_FOUND");
    const { windowId } = await ask("mediator", { disputeId });
    const grant = decideWindowInput.parse({ disputeId, windowId, isGranted: true, hours: 1 });
    await decideWindow(county.as("head", { now: at(0) }), grant);
    expect(await told("mediator")).toContain(disputeId);
  });

  it("is closed to raw SQL too, and why it was restricted is a column that nobody reads", async () => {
    const rows = (username: string, statement: ReturnType<typeof sql>) =>
      asActor(county.as(username, { now: at(0) }), (tx) => tx.execute(statement));
    for (const table of [
      "disputes",
      "proceedings",
      "parties",
      "dispute_facts",
      "notes",
      "files",
      "sessions",
      "events",
      "police_calls",
      "invitations",
      "dispute_access",
    ]) {
      const key = table === "disputes" ? "id" : "dispute_id";
      const count = sql`select count(*)::int as n from ${sql.identifier(table)} where ${sql.identifier(key)} = ${matter.disputeId}::uuid`;
      for (const username of colleagues)
        expect([...(await rows(username, count))], `${table} ${username}`).toEqual([{ n: 0 }]);
    }
    await expect(rows("head", sql`select reason from dispute_restrictions`)).rejects.toThrow();
    expect([...(await rows("head", sql`select * from app.restriction_of(${matter.disputeId}::uuid)`))]).toEqual([]);
    expect([
      ...(await rows("mediator", sql`select ground from app.restriction_of(${matter.disputeId}::uuid)`)),
    ]).toEqual([{ ground: "privacy" }]);
  });
});

describe("a reading window", () => {
  it("opens what the reader read before, ends by itself to the millisecond, and every reading in it is on record", async () => {
    const { windowId } = await ask("head");
    expect(await doorsOf("head", at(1))).toEqual([]);
    expect((await officeWindows(county.as("committee", { now: at(1) }))).windows).toMatchObject([
      { id: windowId, may: "open", state: "waiting" },
    ]);
    expect((await officeWindows(county.as("mediator", { now: at(1) }))).windows).toEqual([]);
    await decide("committee", windowId, { hours: 4, startsAt: at(2).toISOString() });
    expect(await doorsOf("head", at(1.9))).toEqual([]);
    const inside = await doorsOf("head", at(2));
    expect(inside).toEqual(before.get("head")?.map(({ question }) => question));
    expect(await doorsOf("mediator2", at(2))).toEqual([]);
    expect(await doorsOf("committee", at(2))).toEqual([]);
    expect(await doorsOf("head", new Date(at(6).getTime() - 1))).toEqual(inside);
    expect(await doorsOf("head", at(6))).toEqual([]);
    const readings = await readingsOf(county.as("mediator", { now: at(7) }), matter);
    expect(readings.map(({ what }) => what)).toEqual(
      expect.arrayContaining(["dispute.read", "note.read", "file.read"]),
    );
    expect(new Set(readings.filter(({ action }) => action === "window.read").map(({ who }) => who)).size).toBe(1);
    expect(await readingsOf(county.as("mediator2", { now: at(7) }), matter)).toEqual([]);
    const asked = { until: at(7).toISOString(), kind: "window" };
    const audit = await answerOf(county.actor("committee"), "audit.trail", asked, at(7));
    expect(audit).toContain('"window.read"');
    expect(audit).toContain('"window.decide"');
    expect(audit).not.toContain(windowId);
  });

  it("lets its reader act on nothing, and the page offers them no act but reading, and to a head to open it again", async () => {
    const now = at(8);
    const { windowId } = await ask("committee", { now });
    await decide("head", windowId, { hours: 1 }, now);
    const page = JSON.parse(
      await answerOf(county.actor("committee"), "disputes.byId", { disputeId: matter.disputeId }, now),
    );
    // Opening the matter to all again is asked of the heads, and done in a window (server/windows/release-dispute.ts).
    expect(page.allowed).toEqual(["gate.read", "restriction.release"]);
    const { mediator: leadSeen = "", mediator2: leadPersonId = "" } = county.people;
    const lead = { disputeId: matter.disputeId, leadSeen, leadPersonId, leadUnit: "", reason: "换一位牵头人" };
    expect(await refusedWith(setLead(county.as("committee", { now }), lead))).toBe("forbidden");
    // The database refuses the event; the gate refuses before anything is done.
    const through = (username: string, action: Action) =>
      asActor(county.as(username, { now }), (tx) => openDispute(tx, county.actor(username), action, lead, true));
    expect(await refusedWith(through("committee", "lead.set"))).toBe("forbidden");
    const other = await ask("mediator2", { now });
    await decide("head", other.windowId, { hours: 1 }, now);
    const note = writeNoteInput.parse({ disputeId: matter.disputeId, lane: "open", text: "不该写得进去" });
    expect(await refusedWith(writeNote(county.as("mediator2", { now }), note))).toBe("forbidden");
    const summary = { disputeId: matter.disputeId, summaryVersion: 2, neutralSummary: "不该改得进去" };
    expect(await refusedWith(setSummary(county.as("mediator2", { now }), summary))).toBe("forbidden");
  });

  it("is ended early by its reader or a head, and then every door is shut at once", async () => {
    const first = await ask("head", { now: at(10) });
    await decide("committee", first.windowId, {}, at(10));
    const target = { disputeId: matter.disputeId, windowId: first.windowId };
    expect(await doorsOf("head", at(11))).not.toEqual([]);
    expect(await refusedWith(endWindow(county.as("mediator2", { now: at(11) }), target))).toBe("notFound");
    await endWindow(county.as("committee", { now: at(11) }), target);
    expect(await doorsOf("head", at(11))).toEqual([]);
    expect(await refusedWith(endWindow(county.as("head", { now: at(12) }), target))).toBe("windowOver");
  });

  it("is granted once, in time, within the rule's length, by a head of another duty, and asked by whom it opens something", async () => {
    expect(await refusedWith(ask("mediator"))).toBe("nothingClosed");
    expect(await refusedWith(ask("head2"))).toBe("notFound");
    expect(await refusedWith(ask("judge"))).toBe("forbidden");
    expect(reasonedInput.safeParse({ disputeId: matter.disputeId, reason: "看" }).success).toBe(false);
    const { windowId } = await ask("committee", { now: at(20) });
    expect(await refusedWith(ask("committee", { now: at(21) }))).toBe("alreadyAsked");
    expect(await refusedWith(decide("committee", windowId, {}, at(21)))).toBe("otherDutyDecides");
    expect(await refusedWith(decide("mediator2", windowId, {}, at(21)))).toBe("forbidden");
    expect(await refusedWith(decide("head", windowId, { hours: 73 }, at(21)))).toBe("windowTooLong");
    expect(await refusedWith(decide("head", windowId, { startsAt: at(20.5).toISOString() }, at(21)))).toBe(
      "windowInThePast",
    );
    expect(await refusedWith(decide("head", windowId, {}, at(20 + 24 * 20)))).toBe("requestLapsed");
    await decide("head", windowId, { isGranted: false }, at(21));
    expect(await refusedWith(decide("head", windowId, {}, at(21)))).toBe("alreadyDecided");
    expect(await doorsOf("committee", at(22))).toEqual([]);
  });
});
