import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { database } from "@/db/client";
import { pauseClock } from "../clocks/pause-clock";
import { resumeClock } from "../clocks/resume-clock";
import { triageDisputeInput } from "../disputes/inputs";
import { disputeById } from "../disputes/reads/dispute";
import { registerDispute } from "../disputes/register-dispute";
import { triageDispute } from "../disputes/triage-dispute";
import { addDays, instantOf } from "../kernel/shanghai";
import { bookSession } from "../sessions/book-session";
import { bookSessionInput } from "../sessions/inputs";
import { recordSession } from "../sessions/record-session";
import { type TestCounty, testCounty } from "../testing/county";
import { harmless, intake } from "../testing/disputes";
import { readyToMediate } from "../testing/police";
import { refusedWith } from "../testing/refused";
import { roomOne } from "../testing/sessions";
import { acceptTransfer } from "./accept-transfer";
import { offerTransferInput } from "./inputs";
import { offerTransfer } from "./offer-transfer";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const idOf = (username: string) => county.people[username] ?? "";
const at = (username: string, day: string, hour = "12:00") => county.as(username, { now: instantOf(day, hour) });

/** Taken by the police on a day; everybody told and willing. */
async function taken(day: string) {
  const { disputeId } = await registerDispute(at("officer", day), intake());
  const answers = { ...harmless, isViolation: "yes" as const };
  await triageDispute(
    at("officer", day),
    triageDisputeInput.parse({ disputeId, answers, track: "publicSecurity" as const }),
  );
  await readyToMediate(county, disputeId, "officer", instantOf(day, "12:00"));
  return disputeId;
}

async function book(disputeId: string, day: string, who = "officer") {
  const parties = await database().execute<{ id: string }>(
    sql`select id from parties where dispute_id = ${disputeId}::uuid order by position`,
  );
  const [room] = await database().execute<{ id: string }>(sql`
    select r.id from rooms r join contact_points c on c.id = r.point_id where c.station_id = ${county.stations[who === "officer" ? "LW" : "DG"] ?? ""}::uuid limit 1`);
  return bookSession(
    at(who, addDays(day, -1)),
    bookSessionInput.parse({
      disputeId,
      kind: "joint",
      startsAt: instantOf(day, "12:00").toISOString(),
      minutes: 60,
      roomId: who === "officer" ? county.rooms[roomOne] : room?.id,
      partyIds: parties.map(({ id }) => id),
    }),
  );
}
async function held(disputeId: string, day: string, who = "officer") {
  const { sessionId } = await book(disputeId, day, who);
  const said = {
    disputeId,
    sessionId,
    sessionVersion: 1,
    result: "adjourned" as const,
    text: "双方陈述。",
    presentIds: [],
  };
  await recordSession(at(who, day, "18:00"), said);
}
/** Handed to the other station on a day, whose officer asks everybody anew. */
async function handedOver(disputeId: string, day: string) {
  const to = { stationId: county.stations.DG ?? "", committeeId: county.committees.DG ?? "" };
  const { transferId } = await offerTransfer(
    at("officer", day),
    offerTransferInput.parse({ disputeId, to, reason: "双方都住在东关" }),
  );
  await acceptTransfer(at("head2", day, "14:00"), { disputeId, transferId, leadPersonId: idOf("officer3"), note: "" });
  await readyToMediate(county, disputeId, "officer3", instantOf(day, "15:00"));
}
const clocksOf = async (disputeId: string, on: string) =>
  ((await disputeById(at("officer3", on), { disputeId })).proceeding?.clocks ?? []).map((clock) => [
    clock.kind,
    clock.startedOn,
    clock.dueOn,
    clock.stoppedOn,
  ]);

it("a police case that another station takes has the sessions left that it had, and the second is due when it was (程序规定 183)", async () => {
  const disputeId = await taken("2026-10-12");
  await held(disputeId, "2026-10-14");
  await handedOver(disputeId, "2026-10-15");
  expect(await clocksOf(disputeId, "2026-10-15")).toEqual([["secondSession", "2026-10-14", "2026-10-23", null]]);
  await held(disputeId, "2026-10-21", "officer3");
  expect(await clocksOf(disputeId, "2026-10-21")).toEqual([
    ["secondSession", "2026-10-14", "2026-10-23", "2026-10-21"],
  ]);
  expect(await refusedWith(book(disputeId, "2026-10-22", "officer3"))).toBe("needs.sessionsLeft");
});

it("one without a session begins with the first there; one with both held has none left", async () => {
  const none = await taken("2026-10-12");
  await handedOver(none, "2026-10-13");
  expect(await clocksOf(none, "2026-10-13")).toEqual([["firstSession", "2026-10-13", "2026-10-16", null]]);
  const both = await taken("2026-10-12");
  await held(both, "2026-10-13");
  await held(both, "2026-10-15");
  await handedOver(both, "2026-10-16");
  expect(await clocksOf(both, "2026-10-16")).toEqual([["secondSession", "2026-10-13", "2026-10-22", "2026-10-15"]]);
  expect(await refusedWith(book(both, "2026-10-19", "officer3"))).toBe("needs.sessionsLeft");
});

const paused = (disputeId: string, day: string, who = "officer") =>
  pauseClock(at(who, day), { disputeId, pausedOn: day, appraisal: "injury", reason: "伤情鉴定，法医中心收件" });
const resumed = (disputeId: string, day: string, who: string) =>
  resumeClock(at(who, day), { disputeId, resumedOn: day, reason: "鉴定意见：轻微伤" });
const changesAt = (disputeId: string) =>
  database().execute<Record<string, unknown>>(sql`
    select h.kind, h.happened_on::text as day, h.reason, h.recorded_by is not null as is_by from clock_changes h
      join clocks c on c.id = h.clock_id and c.stopped_on is null join proceedings p on p.id = h.proceeding_id and p.ended_at is null
    where h.dispute_id = ${disputeId}::uuid order by h.recorded_at, h.id`);

it("an appraisal that is awaited is awaited there too: the clock of the first session stays paused, with its reason, until the result", async () => {
  const disputeId = await taken("2026-10-12");
  await paused(disputeId, "2026-10-13");
  await handedOver(disputeId, "2026-10-15");
  const [clock] = (await disputeById(at("officer3", "2026-10-20"), { disputeId })).proceeding?.clocks ?? [];
  expect(clock).toMatchObject({ kind: "firstSession", startedOn: "2026-10-15", pausedOn: "2026-10-15" });
  expect([...(await changesAt(disputeId))]).toMatchObject([
    { kind: "paused", day: "2026-10-15", reason: "伤情鉴定，法医中心收件" },
  ]);
  // The result comes on a Monday: three working days from then.
  expect(await resumed(disputeId, "2026-10-26", "officer3")).toEqual({ dueOn: "2026-10-29" });
});

it("the days of the second session that appraisals took before and after are not lost, whoever waited for them", async () => {
  const disputeId = await taken("2026-11-02");
  await held(disputeId, "2026-11-04");
  // Two working days of the seven are gone.
  await paused(disputeId, "2026-11-06");
  await resumed(disputeId, "2026-11-10", "officer");
  await handedOver(disputeId, "2026-11-10");
  expect(await clocksOf(disputeId, "2026-11-10")).toEqual([["secondSession", "2026-11-04", "2026-11-17", null]]);
  // One more is gone, and four are left when the second result is there.
  await paused(disputeId, "2026-11-11", "officer3");
  expect(await resumed(disputeId, "2026-11-18", "officer3")).toEqual({ dueOn: "2026-11-24" });
  expect((await changesAt(disputeId)).map(({ kind, day }) => `${kind} ${day}`)).toEqual([
    "paused 2026-11-06",
    "resumed 2026-11-10",
    "paused 2026-11-11",
    "resumed 2026-11-18",
  ]);
});

it("by raw SQL nobody takes a case over without what it waits for", async () => {
  const disputeId = await taken("2026-10-12");
  await paused(disputeId, "2026-10-13");
  await handedOver(disputeId, "2026-10-15");
  const forgotten = database().transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`delete from clock_changes h using proceedings p where p.id = h.proceeding_id and p.ended_at is null
      and h.dispute_id = ${disputeId}::uuid`);
    const [row] = await tx.execute<{ id: string; next: string }>(
      sql`update transfers set next_proceeding_id = null where dispute_id = ${disputeId}::uuid
        returning id, (select p.id from proceedings p where p.dispute_id = ${disputeId}::uuid and p.ended_at is null) as next`,
    );
    await tx.execute(sql`set local session_replication_role = origin`);
    await tx.execute(sql`update transfers set next_proceeding_id = ${row?.next}::uuid where id = ${row?.id}::uuid`);
  });
  await expect(forgotten).rejects.toMatchObject({ constraint_name: "transfers_carry_pause" });
});

it("leaves no row that the event of its act does not cover: verify raises no false alarm", async () => {
  const loose = await database().execute(sql`select subject, key from content_digests where seq is null`);
  expect([...loose]).toEqual([]);
});
