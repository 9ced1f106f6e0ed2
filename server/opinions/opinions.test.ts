import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { writeCard } from "../desk/write-card";
import { disputeTimeline } from "../disputes/reads/timeline";
import { asActor } from "../kernel/transaction";
import { cancelSession } from "../sessions/cancel-session";
import { joined } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { card, sessionUnderWay } from "../testing/desk";
import { refusedWith } from "../testing/refused";
import { bookable, booked, inDays, roomTwo } from "../testing/sessions";
import { openOpinion } from "./open-opinion";
import { ofDispute, opinionOverview } from "./queries";
import { signOpinion } from "./sign-opinion";

const forTable = "裂缝与拆墙有关，建议先加固再谈钱。";
const forMediator = "再拖下去要起诉，法院多半判楼上赔。";

let county: TestCounty;
let dispute: { disputeId: string };
let sessionId: string;
let now: Date;
const id: { joint: string; mediator: string } = { joint: "", mediator: "" };

const sign = (username: string, lane: "joint" | "mediator", text: string, over: { sessionId?: string } = {}) =>
  signOpinion(county.as(username, { now }), { disputeId: dispute.disputeId, sessionId, lane, text, ...over });

beforeAll(async () => {
  county = await testCounty();
  dispute = await bookable(county);
  for (const username of ["judge", "lawyer", "cadre"]) await joined(county, dispute, username);
  const personIds = [county.people.judge ?? "", county.people.lawyer ?? ""];
  ({ sessionId, now } = await sessionUnderWay(county, dispute, { personIds }));
  await writeCard(county.as("mediator", { now }), card({ ...dispute, sessionId }));
  await writeCard(
    county.as("mediator", { now }),
    card({ ...dispute, sessionId }, { lane: "side", text: "只对甲方说" }),
  );
  id.joint = (await sign("judge", "joint", forTable)).opinionId;
  now = new Date(now.getTime() + 1000);
  id.mediator = (await sign("judge", "mediator", forMediator)).opinionId;
});

const read = (username: string) => ofDispute(county.as(username), dispute);

describe("signing an opinion", () => {
  it("is for those expected at the session, in their own name; everybody else is refused", async () => {
    expect(await refusedWith(sign("cadre", "joint", forTable))).toBe("notExpected");
    for (const username of ["mediator", "committee"])
      expect(await refusedWith(sign(username, "joint", forTable)), username).toBe("forbidden");
    for (const username of ["property", "mediator3", "grid", "county", "admin"])
      expect(await refusedWith(sign(username, "joint", forTable)), username).toBe("notFound");
  });

  it("names a session of this matter that was not cancelled", async () => {
    const other = await bookable(county);
    const elsewhere = await booked(county, other, { startsAt: inDays(9), roomId: county.rooms[roomTwo] ?? "" });
    expect(await refusedWith(sign("judge", "joint", forTable, elsewhere))).toBe("notFound");
    const gone = await booked(county, dispute, { startsAt: inDays(10), personIds: [county.people.judge ?? ""] });
    await cancelSession(county.as("mediator"), {
      disputeId: dispute.disputeId,
      ...gone,
      sessionVersion: 1,
      reason: "屋子漏水",
    });
    expect(await refusedWith(sign("judge", "joint", forTable, gone))).toBe("sessionNotBooked");
  });

  it("leaves an event without words; one for the mediator without its lane", async () => {
    const rows = await database().execute<{ payload: string }>(
      sql`select payload from events where dispute_id = ${dispute.disputeId}::uuid and action = 'opinion.sign' order by seq`,
    );
    expect(rows.map((row) => JSON.parse(row.payload) as unknown)).toEqual([
      { opinionId: id.joint, sessionId, ordinal: 1, lane: "joint" },
      { opinionId: id.mediator, sessionId, ordinal: 1, isPrivate: true },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/裂缝|起诉|mediator/);
  });

  it("is final: nobody changes or removes what was signed, and nobody signs in another's name", async () => {
    const raw = (username: string, statement: ReturnType<typeof sql>) =>
      refusedWith(asActor(county.as(username), (tx) => tx.execute(statement)));
    expect(
      await refusedWith(database().execute(sql`update opinions set text = '改' where id = ${id.joint}::uuid`)),
    ).toBe("appendOnly");
    expect(await refusedWith(database().execute(sql`delete from opinions where id = ${id.joint}::uuid`))).toBe(
      "appendOnly",
    );
    expect(
      await raw(
        "lawyer",
        sql`insert into opinions (county_id, id, dispute_id, session_id, person_id, lane, text, signed_at)
          select county_id, gen_random_uuid(), dispute_id, session_id, person_id, lane, text, now() from opinions where id = ${id.joint}::uuid`,
      ),
    ).toBe("forbidden");
  });
});

describe("reading opinions", () => {
  it("shows participants the opinions for all, and covers the others even for the lead until they are opened", async () => {
    for (const username of ["lawyer", "cadre", "mediator2", "committee"])
      expect(await read(username), username).toMatchObject([{ lane: "joint", text: forTable, by: "周文博" }]);
    for (const username of ["mediator", "judge"]) {
      const seen = await read(username);
      expect(seen.map((one) => [one.lane, one.text])).toEqual([
        ["mediator", null],
        ["joint", forTable],
      ]);
    }
    for (const username of ["officer", "head"]) expect(await refusedWith(read(username)), username).toBe("forbidden");
    for (const username of ["property", "mediator3", "head2", "grid", "county", "admin"])
      expect(await refusedWith(read(username)), username).toBe("notFound");
  });

  it("opens a covered one for the lead and its signer alone, and logs it", async () => {
    const open = (username: string) =>
      openOpinion(county.as(username), { disputeId: dispute.disputeId, opinionId: id.mediator });
    expect(await open("mediator")).toEqual({ text: forMediator });
    expect(await open("judge")).toEqual({ text: forMediator });
    for (const username of ["lawyer", "mediator2", "committee", "property"])
      expect(await refusedWith(open(username)), username).toBe("notFound");
    const rows = await database().execute(
      sql`select 1 from events where dispute_id = ${dispute.disputeId}::uuid and action = 'opinion.read'`,
    );
    expect(rows).toHaveLength(2);
  });

  it("hides from others that an opinion for the mediator exists: in rows, time line and events", async () => {
    for (const username of ["lawyer", "mediator2", "committee", "officer", "head"]) {
      const found = await asActor(county.as(username), async (tx) => ({
        rows: await tx.execute(sql`select id from opinions where lane = 'mediator'`),
        events: await tx.execute(sql`select seq from events where payload like ${`%${id.mediator}%`}`),
      }));
      expect(found.rows, username).toHaveLength(0);
      expect(found.events, username).toHaveLength(0);
    }
    for (const username of ["mediator2", "committee"]) {
      const { events } = await disputeTimeline(county.as(username), dispute);
      expect(events.filter((event) => event.action === "opinion.sign")).toHaveLength(1);
      expect(events.filter((event) => event.action === "opinion.read")).toHaveLength(0);
    }
    const { events } = await disputeTimeline(county.as("mediator"), dispute);
    expect(events.filter((event) => event.action === "opinion.sign")).toHaveLength(2);
  });

  it("prepares its page with the issues of the joint lane, never those of another lane", async () => {
    const overview = await opinionOverview(county.as("judge"), dispute);
    expect(overview).toMatchObject({ lead: "沈静", issues: [{ text: "拆的是承重墙还是隔墙？" }] });
    expect(overview.sessions.map((one) => one.id)).toContain(sessionId);
    expect(overview.own).toHaveLength(2);
    expect((await opinionOverview(county.as("cadre"), dispute)).sessions).toEqual([]);
    expect(await refusedWith(opinionOverview(county.as("property"), dispute))).toBe("notFound");
  });
});

it("a second helper signs for the table: theirs is the first of their own, and the event names them", async () => {
  const { opinionId } = await sign("lawyer", "joint", "同意先加固。");
  const [event] = await database().execute<{ actor_id: string; payload: string }>(
    sql`select actor_id, payload from events where dispute_id = ${dispute.disputeId}::uuid and action = 'opinion.sign' order by seq desc limit 1`,
  );
  expect(event?.actor_id).toBe(county.people.lawyer);
  expect(JSON.parse(event?.payload ?? "{}")).toMatchObject({ opinionId, ordinal: 1, lane: "joint" });
});
