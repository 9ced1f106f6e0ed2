import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { disputeTimeline } from "../disputes/reads/timeline";
import { asActor } from "../kernel/transaction";
import { recordSessionInput } from "../sessions/inputs";
import { recordSession } from "../sessions/record-session";
import { joined } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { card, deskState, runningSession, sessionUnderWay } from "../testing/desk";
import { refusedWith } from "../testing/refused";
import { bookable, sessionsOf } from "../testing/sessions";
import { changeCard } from "./change-card";
import { checkIn } from "./check-in";
import { changeCardInput, reportHarmInput, setAgendaInput, tickAttendanceInput } from "./inputs";
import { openCard } from "./open-card";
import { composeRecord } from "./parts/compose-record";
import { agreedOf, harmOf, recordDraft } from "./reads/papers";
import { reportHarm } from "./report-harm";
import { setAgenda } from "./set-agenda";
import { showCheckIn } from "./show-check-in";
import { startSession } from "./start-session";
import { tickAttendance } from "./tick-attendance";
import { writeCard } from "./write-card";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
type Desk = Awaited<ReturnType<typeof runningSession>>;
const later = (desk: Desk, minutes: number) => new Date(desk.now.getTime() + minutes * 60_000);
const target = ({ disputeId, sessionId }: Desk) => ({ disputeId, sessionId });
const lastEvent = async (desk: Desk, action: string) => {
  const { events } = await disputeTimeline(county.as("mediator"), { disputeId: desk.disputeId });
  return events.find((event) => event.action === action);
};

describe("starting the session", () => {
  it("starts the clock once, on the session's day, and leaves an event", async () => {
    const desk = await runningSession(county);
    const start = (now: Date, username = "mediator") => startSession(county.as(username, { now }), target(desk));
    expect(await refusedWith(start(new Date(desk.now.getTime() - 86_400_000)))).toBe("deskNotOpen");
    for (const username of ["mediator2", "committee", "officer"])
      expect(await refusedWith(start(desk.now, username)), username).toBe("forbidden");
    await start(desk.now);
    const { session } = await deskState(county, desk);
    expect(new Date(session.startedAt ?? 0)).toEqual(desk.now);
    expect(await refusedWith(start(desk.now))).toBe("sessionStarted");
    expect((await lastEvent(desk, "session.start"))?.payload).toEqual({ sessionId: desk.sessionId, ordinal: 1 });
    // Once started, the desk stays open past midnight until the session is recorded.
    await writeCard(county.as("mediator", { now: later(desk, 16 * 60) }), card(desk));
  });

  it("waits until a held hour is confirmed", async () => {
    const desk = await runningSession(county);
    const hold = (until: string | null) =>
      asActor(county.as("mediator"), (tx) =>
        tx.execute(sql`update sessions set held_until = ${until}::timestamptz where id = ${desk.sessionId}::uuid`),
      );
    await hold(new Date(Date.now() + 3_600_000).toISOString());
    const now = desk.now;
    expect(await refusedWith(startSession(county.as("mediator", { now }), target(desk)))).toBe("sessionNotConfirmed");
    expect(await refusedWith(writeCard(county.as("mediator", { now }), card(desk)))).toBe("sessionNotConfirmed");
    expect(await refusedWith(showCheckIn(county.as("mediator", { now }), target(desk)))).toBe("sessionNotConfirmed");
    const record = recordSessionInput.parse({ ...target(desk), sessionVersion: 1, result: "failed", text: "没谈成" });
    expect(await refusedWith(recordSession(county.as("mediator", { now }), record))).toBe("sessionNotConfirmed");
    await hold(null);
    await startSession(county.as("mediator", { now }), target(desk));
  });

  it("keeps the agenda in the version the lead saw", async () => {
    const desk = await runningSession(county);
    const write = (agenda: string, sessionVersion: number) =>
      setAgenda(
        county.as("mediator", { now: desk.now }),
        setAgendaInput.parse({ ...target(desk), agenda, sessionVersion }),
      );
    const { sessionVersion } = await write("先说事实，再谈方案", 1);
    expect((await deskState(county, desk)).session).toMatchObject({
      agenda: "先说事实，再谈方案",
      version: sessionVersion,
    });
    expect(await refusedWith(write("旧的", 1))).toBe("changedMeanwhile");
  });
});

describe("check-in", () => {
  it("lets a helper who accepted check in once, from two hours before the start until the end", async () => {
    const dispute = await bookable(county);
    await joined(county, dispute, "judge");
    await joined(county, dispute, "lawyer");
    const desk = await sessionUnderWay(county, dispute, { personIds: [county.people.judge ?? ""], minutes: 90 });
    const { code } = await showCheckIn(county.as("mediator", { now: desk.now }), target(desk));
    const scan = (username: string, now = desk.now, at = code) => checkIn(county.as(username, { now }), { code: at });
    expect(await refusedWith(scan("judge", later(desk, -131)))).toBe("doorNotOpen");
    expect(await refusedWith(scan("judge", later(desk, 81)))).toBe("doorClosed");
    expect(await refusedWith(scan("lawyer"))).toBe("notExpected");
    for (const stranger of ["property", "cadre"]) expect(await refusedWith(scan(stranger)), stranger).toBe("notFound");
    expect(await refusedWith(scan("judge", desk.now, `${desk.sessionId}.${"A".repeat(24)}`))).toBe("notFound");
    expect(await refusedWith(scan("judge", desk.now, "x".repeat(30)))).toBe("notFound");
    const [a, b] = await Promise.all([scan("judge", later(desk, -125)), scan("judge", later(desk, -125))]);
    expect([a, b]).toEqual([target(desk), target(desk)]);
    await scan("judge");
    const row = (await deskState(county, desk)).people.find((one) => one.personId === county.people.judge);
    expect(row?.attendance).toBe("present");
    const { events } = await disputeTimeline(county.as("mediator"), { disputeId: desk.disputeId });
    expect(events.filter((event) => event.action === "session.checkIn")).toHaveLength(1);
  });

  it("stores no code, and invalidates the old one when a new one is shown", async () => {
    const dispute = await bookable(county);
    await joined(county, dispute, "judge");
    const desk = await sessionUnderWay(county, dispute, { personIds: [county.people.judge ?? ""] });
    const first = await showCheckIn(county.as("mediator", { now: desk.now }), target(desk));
    const second = await showCheckIn(county.as("mediator", { now: desk.now }), target(desk));
    const kept = await asActor(county.as("mediator"), (tx) =>
      tx.execute(sql`select (select jsonb_agg(to_jsonb(s)) from sessions s) as sessions,
        (select jsonb_agg(to_jsonb(k)) from idempotency_keys k) as keys, (select string_agg(payload, '') from events) as events`),
    );
    for (const { code } of [first, second]) expect(JSON.stringify(kept)).not.toContain(code.split(".")[1]);
    const scan = (code: string) => checkIn(county.as("judge", { now: desk.now }), { code });
    expect(await refusedWith(scan(first.code))).toBe("notFound");
    await scan(second.code);
    expect(await refusedWith(showCheckIn(county.as("judge"), target(desk)))).toBe("forbidden");
  });

  it("can also be ticked by the lead, one by one, without an event", async () => {
    const desk = await runningSession(county);
    const [row] = (await deskState(county, desk)).people;
    const tick = (rowId: string, attendance: "present" | "absent", username = "mediator") =>
      tickAttendance(
        county.as(username, { now: desk.now }),
        tickAttendanceInput.parse({ ...target(desk), rowId, attendance }),
      );
    await tick(row?.id ?? "", "present");
    expect((await deskState(county, desk)).people[0]?.attendance).toBe("present");
    await tick(row?.id ?? "", "absent");
    expect((await deskState(county, desk)).people[0]?.attendance).toBe("absent");
    expect(await refusedWith(tick(v7(), "present"))).toBe("notFound");
    expect(await refusedWith(tick(row?.id ?? "", "present", "committee"))).toBe("forbidden");
    expect(await lastEvent(desk, "desk.write")).toBeUndefined();
  });
});

describe("from the desk to the outcome", () => {
  it("drafts the record from joint issues, facts and agreed offers; offers withdrawn and private words stay out", async () => {
    const desk = await runningSession(county);
    const as = () => county.as("mediator", { now: desk.now });
    const put = async (over: Parameters<typeof card>[1], state?: "agreed" | "withdrawn") => {
      const { cardId } = await writeCard(as(), card(desk, over));
      if (state) await changeCard(as(), changeCardInput.parse({ ...target(desk), cardId, cardVersion: 1, state }));
      return cardId;
    };
    const { sides } = await deskState(county, desk);
    const partyId = sides[1]?.parties[0]?.id ?? "";
    await put({ kind: "issue", text: "焦点一" });
    await put({ kind: "fact", text: "事实一" });
    const agreed = await put({ kind: "proposal", text: "谈成一", partyId }, "agreed");
    await put({ kind: "proposal", text: "撤回的" }, "withdrawn");
    await put({ kind: "proposal", text: "没谈成的" });
    await put({ kind: "claim", text: "诉求" });
    await put({ kind: "fact", text: "撤回的事实" }, "withdrawn");
    for (const lane of ["side", "mediator", "sealed", "open"] as const)
      await put({ kind: "fact", lane, text: `不进记录 ${lane}` });
    await put({ kind: "proposal", lane: "side", text: "私下答应的" }, "agreed");
    const who = sides[1]?.parties[0]?.name;
    expect(await recordDraft(county.as("mediator"), target(desk))).toEqual({
      issues: [{ text: "焦点一", speaker: null }],
      facts: [{ text: "事实一", speaker: null }],
      agreed: [{ text: "谈成一", speaker: who }],
    });
    expect(composeRecord((await deskState(county, desk)).cards)).toEqual(
      await recordDraft(county.as("mediator"), target(desk)),
    );
    expect(await agreedOf(county.as("mediator"), desk)).toEqual([
      { cardId: agreed, text: "谈成一", speaker: who, side: 2, ordinal: 1 },
    ]);
    for (const username of ["officer", "head"])
      expect(await refusedWith(recordDraft(county.as(username), target(desk))), username).toBe("forbidden");
  });

  it("records those ticked as present when nobody is named, and closes the desk", async () => {
    const desk = await runningSession(county);
    const as = () => county.as("mediator", { now: desk.now });
    await startSession(as(), target(desk));
    const { people, session } = await deskState(county, desk);
    const row = people.find((one) => one.partyId);
    await tickAttendance(as(), tickAttendanceInput.parse({ ...target(desk), rowId: row?.id, attendance: "present" }));
    await recordSession(
      as(),
      recordSessionInput.parse({
        ...target(desk),
        sessionVersion: session.version,
        result: "partlyAgreed",
        text: "谈成一半",
      }),
    );
    const after = (await sessionsOf(county, desk)).sessions.find((one) => one.id === desk.sessionId);
    expect(after?.people.filter((one) => one.attendance === "present").map((one) => one.id)).toEqual([row?.id]);
    expect(after?.people.filter((one) => one.attendance === "expected")).toEqual([]);
    expect(await refusedWith(writeCard(as(), card(desk)))).toBe("sessionNotBooked");
    const { allowed, lanes } = await deskState(county, desk);
    expect(allowed).toEqual([]);
    expect(lanes).toEqual([]);
  });
});

describe("danger of harm", () => {
  it("shows the station the reported words, once and for good, and the event only its kind", async () => {
    const desk = await runningSession(county);
    const report = (username = "mediator", over = {}) =>
      reportHarm(
        county.as(username, { now: desk.now }),
        reportHarmInput.parse({
          ...target(desk),
          kind: "violence",
          text: "说今晚要拿刀上楼",
          reason: "话说得具体，家里有刀",
          ...over,
        }),
      );
    for (const username of ["mediator2", "committee", "officer", "head"])
      expect(await refusedWith(report(username)), username).toBe("forbidden");
    const said = card(desk, { lane: "side", side: 1, text: "钱的事不提了。说今晚要拿刀上楼" });
    await writeCard(county.as("mediator", { now: desk.now }), said);
    const { reportId } = await report();
    for (const reader of ["mediator", "officer", "head"]) {
      const [harmReport, ...more] = await harmOf(county.as(reader), desk);
      expect(more).toEqual([]);
      // Nothing in the report says where the words come from: no lane, no side, no speaker, no card.
      expect(harmReport, reader).toEqual({
        id: reportId,
        kind: "violence",
        text: "说今晚要拿刀上楼",
        reason: "话说得具体，家里有刀",
        reportedBy: "沈静",
        reportedAt: expect.any(String),
        // Of the committee's sessions an officer knows nothing, not even their number.
        ordinal: reader === "officer" ? null : 1,
      });
    }
    for (const username of ["officer", "head"]) {
      const opened = openCard(county.as(username), { disputeId: desk.disputeId, cardId: said.cardId });
      expect(await refusedWith(opened), username).toBe(username === "officer" ? "forbidden" : "notFound");
    }
    for (const username of ["mediator2", "committee"])
      expect(await refusedWith(harmOf(county.as(username), desk)), username).toBe("forbidden");
    for (const username of ["mediator3", "lawyer"])
      expect(await refusedWith(harmOf(county.as(username), desk)), username).toBe("notFound");
    const rows = (username: string) =>
      asActor(county.as(username), (tx) => tx.execute(sql`select 1 from harm_reports`));
    expect(await rows("head")).not.toHaveLength(0);
    for (const username of ["committee", "mediator2", "judge", "county"])
      expect(await rows(username), username).toHaveLength(0);
    const event = await lastEvent(desk, "harm.report");
    expect(event?.payload).toEqual({ reportId, kind: "violence" });
    const changed = asActor(county.as("mediator"), (tx) => tx.execute(sql`update harm_reports set text = '改'`));
    expect(["appendOnly", "forbidden"]).toContain(await refusedWith(changed));
  });

  it("needs a reason, and may be reported outside a session", async () => {
    const desk = await runningSession(county);
    expect(() => reportHarmInput.parse({ ...target(desk), kind: "violence", text: "话", reason: " " })).toThrow();
    await reportHarm(
      county.as("mediator"),
      reportHarmInput.parse({ disputeId: desk.disputeId, kind: "selfHarm", text: "话", reason: "理由" }),
    );
    expect(await harmOf(county.as("head"), desk)).toMatchObject([{ kind: "selfHarm", ordinal: null }]);
  });
});
