import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { yearOf } from "../../kernel/shanghai";
import { joined } from "../../testing/convening";
import { type TestCounty, testCounty } from "../../testing/county";
import { sessionUnderWay } from "../../testing/desk";
import { bookable } from "../../testing/sessions";
import { recordSessionInput } from "../inputs";
import { recordSession } from "../record-session";
import { ownProof, ownRecord } from "./own-record";

let county: TestCounty;
let dispute: { disputeId: string };
const first = { before: null };

/** A session of two hours the judge was asked to, recorded with them present or not. */
async function heldWith(isPresent: boolean) {
  const judge = county.people.judge ?? "";
  const { sessionId, now } = await sessionUnderWay(county, dispute, { personIds: [judge], minutes: 120 });
  const rows = await database().execute<{ id: string; person_id: string | null }>(
    sql`select id, person_id from session_people where session_id = ${sessionId}::uuid`,
  );
  const presentIds = rows.filter((row) => isPresent || row.person_id !== judge).map((row) => row.id);
  await recordSession(
    county.as("mediator", { now: new Date(now.getTime() + 7_200_000) }),
    recordSessionInput.parse({
      disputeId: dispute.disputeId,
      sessionId,
      sessionVersion: 1,
      presentIds,
      result: "adjourned",
      text: "记了一次",
    }),
  );
  return sessionId;
}

beforeAll(async () => {
  county = await testCounty();
  dispute = await bookable(county);
  await joined(county, dispute, "judge");
  for (const isPresent of [true, true, false]) await heldWith(isPresent);
});

describe("a helper's record", () => {
  it("counts what they attended, their hours and what came of it, year by year and in all", async () => {
    const { total, years, sessions, next } = await ownRecord(county.as("judge"), first);
    expect(total).toMatchObject({
      asked: 1,
      accepted: 1,
      attended: 2,
      missed: 1,
      hours: 4,
      results: { adjourned: 2 },
    });
    expect(years.reduce((sum, year) => sum + year.attended, 0)).toBe(2);
    expect(sessions).toHaveLength(3);
    expect(sessions[0]).toMatchObject({ type: "neighbour", room: "驻所调解室一", result: "adjourned" });
    expect(next).toBeNull();
    expect(await ownRecord(county.as("lawyer"), first)).toMatchObject({
      total: { asked: 0 },
      years: [],
      sessions: [],
    });
  });

  it("names neither the matter nor anybody in it, and goes on page by page", async () => {
    const all = await ownRecord(county.as("judge"), first);
    const text = JSON.stringify([all, await ownProof(county.as("judge"), { year: null })]);
    expect(text).not.toMatch(/装修承重墙|刘玉芬|张建国|江畔花园 3 号楼/);
    expect(text).not.toContain(dispute.disputeId);
    const [newest, ...rest] = all.sessions;
    const page = await ownRecord(county.as("judge"), {
      before: { at: newest?.startsAt ?? "", id: newest?.id ?? "" },
    });
    expect(page.sessions).toEqual(rest);
  });

  it("stays when the proceeding has ended and they may no longer read it", async () => {
    await database().execute(
      sql`delete from dispute_access where dispute_id = ${dispute.disputeId}::uuid and subject_id = ${county.people.judge}::uuid`,
    );
    expect((await ownRecord(county.as("judge"), first)).total).toMatchObject({ attended: 2, hours: 4 });
    expect((await ownProof(county.as("judge"), { year: null })).sessions).toHaveLength(2);
  });
});

describe("the proof of service", () => {
  it("lists what they attended in a year, with the same check line for the same sessions", async () => {
    const proof = await ownProof(county.as("judge"), { year: null });
    expect(proof).toMatchObject({ person: { name: "周文博" }, hours: 4, year: null });
    expect(proof.sessions.every((one) => one.attendance === "present")).toBe(true);
    expect(proof.check).toMatch(/^[0-9a-f]{16}$/);
    const short = await ownProof(county.as("judge"), { year: null }, 1);
    expect(short).toMatchObject({ isCut: true, sessions: [{ id: proof.sessions[0]?.id }] });
    expect(proof.isCut).toBe(false);
    expect((await ownProof(county.as("judge"), { year: null })).check).toBe(proof.check);
    expect((await ownProof(county.as("judge"), { year: yearOf(new Date()) + 1 })).sessions).toEqual([]);
  });

  it("has another check line when one session more is counted, or the record of one was altered", async () => {
    const before = (await ownProof(county.as("judge"), { year: null })).check;
    await heldWith(true);
    const more = (await ownProof(county.as("judge"), { year: null })).check;
    expect(more).not.toBe(before);
    await database().execute(sql`alter table events disable trigger events_append_only`);
    await database().execute(
      sql`update events set hash = repeat('f', 64) where dispute_id = ${dispute.disputeId}::uuid and action = 'session.record'
        and seq = (select max(seq) from events where dispute_id = ${dispute.disputeId}::uuid and action = 'session.record')`,
    );
    await database().execute(sql`alter table events enable trigger events_append_only`);
    expect((await ownProof(county.as("judge"), { year: null })).check).not.toBe(more);
  });
});
