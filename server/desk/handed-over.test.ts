import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import type { Lane } from "@/db/vocabulary";
import { endProceeding } from "../disputes/end-proceeding";
import { endProceedingInput } from "../disputes/inputs";
import { disputeTimeline } from "../disputes/reads/timeline";
import { triageDispute } from "../disputes/triage-dispute";
import { setLead } from "../handovers/set-lead";
import { appendEvent } from "../kernel/events";
import { asActor } from "../kernel/transaction";
import { writeNoteInput } from "../notes/inputs";
import { openNote } from "../notes/open-note";
import { notesOf } from "../notes/queries";
import { writeNote } from "../notes/write-note";
import { recordSessionInput } from "../sessions/inputs";
import { recordSession } from "../sessions/record-session";
import { type TestCounty, testCounty } from "../testing/county";
import { card, deskState, runningSession, type TestDesk } from "../testing/desk";
import { harmless } from "../testing/disputes";
import { unreached } from "../testing/endings";
import { refusedWith } from "../testing/refused";
import { answerPoll } from "./answer-poll";
import { openPollInput } from "./inputs";
import { openCard } from "./open-card";
import { openPoll } from "./open-poll";
import { writeCard } from "./write-card";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const lanesOf = (username: string, table: "desk_cards" | "notes", { disputeId }: TestDesk) =>
  asActor(county.as(username), (tx) =>
    tx.execute<{ lane: Lane }>(
      sql`select lane from ${sql.identifier(table)} where dispute_id = ${disputeId}::uuid order by lane`,
    ),
  ).then((rows) => rows.map((row) => row.lane));

/** A session with a card and a note in each lane, and a secret number half answered. */
async function talk() {
  const desk = await runningSession(county);
  const ctx = () => county.as("mediator", { now: desk.now });
  const lanes = ["joint", "side", "mediator"] as const;
  for (const lane of lanes) {
    await writeCard(ctx(), card(desk, { lane, text: `机密 ${lane}` }));
    const side = lane === "side" ? 1 : null;
    const note = { disputeId: desk.disputeId, lane, side, text: `机密札记 ${lane}` };
    await writeNote(ctx(), writeNoteInput.parse(note));
  }
  const at = { disputeId: desk.disputeId, sessionId: desk.sessionId };
  const asked = { ...at, question: "退一半？", amountFen: 500_000, sides: [1, 2] };
  const { pollId } = await openPoll(ctx(), openPollInput.parse(asked));
  await answerPoll(ctx(), { ...at, pollId, side: 1, accepts: true });
  return { desk, pollId };
}

/** The session is recorded, and the proceeding ends. */
async function end({ disputeId, sessionId, now }: TestDesk) {
  const ctx = () => county.as("mediator", { now });
  const record = { disputeId, sessionId, sessionVersion: 1, result: "adjourned", text: "没有谈拢" };
  await recordSession(ctx(), recordSessionInput.parse(record));
  const ending = { disputeId, ...(await unreached(disputeId, now)) };
  return endProceeding(ctx(), endProceedingInput.parse(ending));
}

describe("a dispute that is handed to the police", () => {
  it("takes nothing of the talks with it, neither through the queries nor by raw SQL", async () => {
    const { desk } = await talk();
    const side = (await deskState(county, desk)).cards.find((one) => one.lane === "side")?.id ?? "";
    await end(desk);
    await triageDispute(county.as("head"), {
      disputeId: desk.disputeId,
      answers: { ...harmless, isViolation: "yes" },
      track: "publicSecurity",
      notAcceptedReason: null,
      overrideReason: "",
      leadPersonId: county.people.officer ?? null,
      leadUnit: "",
    });
    expect(await lanesOf("officer", "desk_cards", desk)).toEqual([]);
    expect(await lanesOf("officer", "notes", desk)).toEqual([]);
    const polls = await asActor(county.as("officer"), (tx) =>
      tx.execute(sql`select id from number_polls where dispute_id = ${desk.disputeId}::uuid`),
    );
    expect(polls).toHaveLength(0);
    expect(await refusedWith(deskState(county, desk, "officer"))).toBe("notFound");
    const opened = openCard(county.as("officer"), { disputeId: desk.disputeId, cardId: side });
    expect(await refusedWith(opened)).toBe("notFound");
    const { notes } = await notesOf(county.as("officer"), desk);
    expect(notes).toEqual([]);
    // The mediator still reads what was said to them.
    expect(await lanesOf("mediator", "desk_cards", desk)).toEqual(["joint", "side", "mediator"]);
    expect(await lanesOf("mediator", "notes", desk)).toEqual(["joint", "side", "mediator"]);
    // What the officer is told in private from now on, the mediator does not read either.
    const privateNote = { disputeId: desk.disputeId, lane: "mediator" as const, side: null };
    await writeNote(county.as("officer"), writeNoteInput.parse({ ...privateNote, text: "只对民警说的" }));
    expect(await lanesOf("mediator", "notes", desk)).toEqual(["joint", "side", "mediator"]);
    expect(await lanesOf("officer", "notes", desk)).toEqual(["mediator"]);
  });

  it("leaves the desk of an ended proceeding to its own lead", async () => {
    const { desk } = await talk();
    await end(desk);
    await triageDispute(county.as("mediator"), {
      disputeId: desk.disputeId,
      answers: harmless,
      track: "peoples",
      notAcceptedReason: null,
      overrideReason: "",
      leadPersonId: county.people.mediator2 ?? null,
      leadUnit: "",
    });
    expect(await refusedWith(deskState(county, desk, "mediator2"))).toBe("notFound");
    const late = writeCard(county.as("mediator2", { now: desk.now }), card(desk, { text: "插话" }));
    expect(await refusedWith(late)).toBe("forbidden");
    expect(await lanesOf("mediator2", "desk_cards", desk)).toEqual(["joint"]);
  });
});

describe("the time line", () => {
  it("shows nobody but the lead that something confidential was said, stored or opened", async () => {
    const { desk } = await talk();
    const privateNote = async (username: string) =>
      (await disputeTimeline(county.as(username), { disputeId: desk.disputeId })).events.map(({ action }) => action);
    const before = await privateNote("mediator2");
    const { disputeId, sessionId, now } = desk;
    const ctx = () => county.as("mediator", { now });
    const note = writeNoteInput.parse({ disputeId, lane: "side", side: 1, text: "只说给调解员" });
    const { noteId } = await writeNote(ctx(), note);
    await openNote(ctx(), { disputeId, noteId });
    const { cardId } = await writeCard(ctx(), card(desk, { lane: "mediator", text: "自己记的" }));
    await openCard(ctx(), { disputeId, cardId });
    await asActor(ctx(), (tx) =>
      appendEvent(tx, county.actor("mediator"), now, { action: "file.add", disputeId, payload: { fileId: sessionId } }),
    );
    for (const username of ["mediator2", "committee"]) expect(await privateNote(username), username).toEqual(before);
    expect((await privateNote("mediator")).slice(0, 4)).toEqual(["file.add", "note.read", "note.read", "note.write"]);
    const shared = writeNoteInput.parse({ disputeId, lane: "joint", text: "大家都听到" });
    await writeNote(ctx(), shared);
    for (const username of ["mediator2", "committee"])
      expect(await privateNote(username), username).toEqual(["note.write", ...before]);
    await end(desk);
    await triageDispute(county.as("head"), {
      disputeId,
      answers: { ...harmless, isViolation: "yes" },
      track: "publicSecurity",
      notAcceptedReason: null,
      overrideReason: "",
      leadPersonId: county.people.officer ?? null,
      leadUnit: "",
    });
    // The police's proceeding begins anew: of the committee's, its time line tells nothing.
    expect(await privateNote("officer")).toEqual(["dispute.triage", "dispute.register"]);
  });
});

describe("a proceeding handed to a colleague", () => {
  it("gives the new lead its private lanes, so that the session can go on", async () => {
    const { desk } = await talk();
    await setLead(county.as("committee"), {
      disputeId: desk.disputeId,
      leadSeen: county.people.mediator ?? "",
      leadPersonId: county.people.mediator2 ?? "",
      leadUnit: "",
      reason: "产假",
    });
    expect(await lanesOf("mediator2", "desk_cards", desk)).toEqual(["joint", "side", "mediator"]);
    expect(await lanesOf("mediator2", "notes", desk)).toEqual(["joint", "side", "mediator"]);
    expect((await deskState(county, desk, "mediator2")).polls).toHaveLength(1);
    expect(await lanesOf("mediator", "desk_cards", desk)).toEqual(["joint"]);
  });
});

describe("a secret number still open at the end", () => {
  it("is cancelled, and its answers are deleted", async () => {
    const { desk, pollId } = await talk();
    await end(desk);
    const [left] = await database().execute<{ status: string; answers: number }>(sql`
      select status, (select count(*)::int from number_answers where poll_id = ${pollId}::uuid) as answers
      from number_polls where id = ${pollId}::uuid`);
    expect(left).toEqual({ status: "cancelled", answers: 0 });
  });
});
