import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { announceAll, notificationsIn } from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { listClues, ownClues } from "../calls/queries";
import { reportClue } from "../calls/report-clue";
import { registerDispute } from "../disputes/register-dispute";
import { triageDispute } from "../disputes/triage-dispute";
import { asActor, postgresError } from "../kernel/transaction";
import { type TestCounty, testCounty } from "../testing/county";
import { harmless, intake } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { escalateClue } from "./escalate-clue";
import { passClue } from "./pass-clue";
import { ownPoint } from "./reads/own-point";
import { settleClue } from "./settle-clue";
import { takeClueStep } from "./take-clue-step";

let county: TestCounty;
let pointId: string;
let otherPoint: string;
/** Monday, at nine. */
const now = new Date("2026-11-30T01:00:00Z");
const as = (username: string, at = now) => county.as(username, { now: at });
/** Somebody who comes as the keeper of a point; the cadre keeps this one. */
const keeper = (username = "cadre", at = now, point: string | null = pointId) => {
  const context = as(username, at);
  return { ...context, actor: { ...context.actor, pointId: point } };
};
class PutBack extends Error {}
/** What a statement of somebody's own comes to: how many rows it changes, or the code it is refused with. */
const bySql = (who: string, id: string, columns: string) =>
  asActor(who === "cadre" ? keeper() : as(who), async (tx) => {
    const rows = await tx.execute(sql.raw(`update clues set ${columns} where id = '${id}' returning 1`));
    throw new PutBack(`${rows.length} rows`);
  }).catch((error: unknown) => (error instanceof PutBack ? error.message : postgresError(error)?.code));
const tip = () => ({ place: "锦绣里 6 幢", text: "两家为停车吵了三天", pointId });
const report = async (by = "grid", over = {}) => (await reportClue(as(by), { ...tip(), ...over })).clueId;
const atStation = async (clueId: string) => (await listClues(as("officer"))).find(({ id }) => id === clueId);
const events = async () =>
  (
    await database().execute<{ action: string }>(
      sql`select action from events where county_id = ${county.countyId}::uuid and dispute_id is null and action like 'clue.%' order by seq`,
    )
  ).map(({ action }) => action);

beforeAll(async () => {
  county = await testCounty();
  pointId = county.points["江畔社区调解室"] ?? "";
  otherPoint = county.points["东岗村微单元"] ?? "";
});

describe("a contact point", () => {
  it("N1: takes the first step within office hours; the station sees what it does, the reporter sees the status alone", async () => {
    const clueId = await report();
    const { clues } = await ownPoint(keeper());
    expect(clues.find(({ id }) => id === clueId)).toMatchObject({
      place: tip().place,
      text: tip().text,
      firstBy: "2026-12-01T01:00:00.000Z",
    });
    expect(JSON.stringify(clues)).not.toContain(county.people.grid);
    expect(await atStation(clueId)).toMatchObject({
      firstBy: "2026-12-01T01:00:00.000Z",
      answerBy: "2026-12-02T01:00:00.000Z",
      steps: [],
    });
    await takeClueStep(keeper(), { clueId, kind: "acknowledge", note: "" });
    await takeClueStep(keeper("cadre", new Date(now.getTime() + 60_000)), {
      clueId,
      kind: "visit",
      note: "去看过，车还堵着",
      happenedOn: "2026-11-30",
    });
    const visits = (happenedOn: string) =>
      takeClueStep(keeper(), { clueId, kind: "visit", note: "又去看过", happenedOn });
    expect(await refusedWith(visits("2026-12-01"))).toBe("dayInFuture");
    expect(await refusedWith(visits("2026-11-29"))).toBe("dayTooEarly");
    expect((await atStation(clueId))?.steps.map(({ kind, note }) => [kind, note])).toEqual([
      ["acknowledge", ""],
      ["visit", "去看过，车还堵着"],
    ]);
    expect(JSON.stringify((await ownClues(as("grid"))).clues)).not.toContain("车还堵着");
    expect(await refusedWith(takeClueStep(keeper(), { clueId, kind: "acknowledge", note: "" }))).toBe(
      "clueAlreadyHandled",
    );
  });

  it("hands up with one press; the station's time begins then, and the point settles nothing of it any more", async () => {
    const clueId = await report();
    const later = new Date("2026-11-30T03:00:00Z");
    await escalateClue(keeper("cadre", later), { clueId, note: "" });
    expect(await atStation(clueId)).toMatchObject({ status: "new", answerBy: "2026-12-01T03:00:00.000Z" });
    // Before the other that waits, which was reported earlier.
    expect((await listClues(as("officer")))[0]?.id).toBe(clueId);
    expect(await refusedWith(escalateClue(keeper(), { clueId, note: "" }))).toBe("clueHandedUp");
    // Nobody is on the roster: the head is told. What was handed up does not run out any more.
    await passClue({ countyId: county.countyId, clueId }, new Date("2026-12-01T01:00:00Z"));
    await announceAll();
    expect((await notificationsIn(county.countyId)).slice(-1)).toMatchObject([
      { kind: "clueHandedUp", name: "赵国梁" },
    ]);
    const settle = { clueId, note: "讲和了", familyViolence: "no" as const };
    expect(await refusedWith(settleClue(keeper(), settle))).toBe("clueHandedUp");
  });

  it("lets its time pass, which the station's leader is told once, and nobody is where the point saw to it", async () => {
    const [clueId, seenTo] = [await report(), await report()];
    await takeClueStep(keeper(), { clueId: seenTo, kind: "acknowledge", note: "" });
    const over = new Date("2026-12-01T01:00:00Z");
    for (const each of [clueId, seenTo, clueId]) await passClue({ countyId: county.countyId, clueId: each }, over);
    await announceAll();
    const told = (await notificationsIn(county.countyId)).filter(
      ({ kind }: { kind: string }) => kind === "clueUnanswered",
    );
    expect(told).toMatchObject([{ name: "赵国梁" }]);
    expect((await events()).filter((action) => action === "clue.pass")).toHaveLength(1);
  });

  it("is the station's from the first minute where whoever kept the point has left, and nobody is told that the point did nothing", async () => {
    const clueId = await report();
    const kept = async () => (await atStation(clueId))?.firstBy;
    expect(await kept()).toBe("2026-12-01T01:00:00.000Z");
    const passed = async () => (await events()).filter((action) => action === "clue.pass").length;
    const before = await passed();
    const leaves = (when: string) =>
      database().execute(sql.raw(`update people set disabled_at = ${when} where id = '${county.people.cadre}'`));
    await leaves("now()");
    expect(await kept()).toBeNull();
    await passClue({ countyId: county.countyId, clueId }, new Date("2026-12-01T01:00:00Z"));
    expect(await passed()).toBe(before);
    // Somebody who keeps it in a role beside their main one, until they leave as well.
    await database().execute(sql`
      insert into person_roles (county_id, id, person_id, role, point_id, from_on, reason, given_by, given_at)
      values (${county.countyId}::uuid, gen_random_uuid(), ${county.people.mediator3 ?? ""}::uuid, 'expert', ${pointId}::uuid, '2026-01-01',
        '也管这个点', ${county.people.admin ?? ""}::uuid, now())`);
    expect(await kept()).toBe("2026-12-01T01:00:00.000Z");
    // Told of what comes in, in whichever role they act now; whoever has left is not.
    const told = async (who: string) => {
      await announceAll();
      const all: { kind: string; name: string }[] = await notificationsIn(county.countyId);
      return all.filter(({ kind, name }) => kind === "clueArrived" && name === who).length;
    };
    const toldStation = async () => {
      await announceAll();
      const all: { kind: string; name: string }[] = await notificationsIn(county.countyId);
      return all.filter(({ kind, name }) => kind === "clueAtStation" && name === "赵国梁").length;
    };
    const earlier = [await told("欧阳文秀"), await told("吴秀英")];
    await report();
    expect(await toldStation()).toBe(0);
    expect([await told("欧阳文秀"), await told("吴秀英")]).toEqual([(earlier[0] ?? 0) + 1, earlier[1]]);
    await database().execute(sql.raw(`update people set disabled_at = now() where id = '${county.people.mediator3}'`));
    expect(await kept()).toBeNull();
    // Nobody keeps the point, or there is none: whoever leads on duty at the station is told at once.
    await report();
    expect(await toldStation()).toBe(1);
    await report("grid", { pointId: null });
    expect(await toldStation()).toBe(2);
    await database().execute(sql.raw(`update people set disabled_at = null where id = '${county.people.mediator3}'`));
    await database().execute(
      sql.raw(
        `update person_roles set ended_at = now(), ended_by = '${county.people.admin}', ended_reason = '不再管' where person_id = '${county.people.mediator3}'`,
      ),
    );
    await leaves("null");
  });

  it("settles on the spot, which the reporter is told, but never what may be family violence", async () => {
    const clueId = await report();
    const settle = { clueId, note: "两家当面讲和，车挪开了" };
    for (const familyViolence of ["yes", "unclear"] as const)
      expect(await refusedWith(settleClue(keeper(), { ...settle, familyViolence }))).toBe("violenceToStation");
    await settleClue(keeper(), { ...settle, familyViolence: "no" });
    expect((await ownClues(as("grid"))).clues.find(({ id }) => id === clueId)).toMatchObject({
      status: "settled",
      answer: settle.note,
    });
    expect(await atStation(clueId)).toMatchObject({ status: "settled", answer: settle.note });
    await announceAll();
    expect(await notificationsIn(county.countyId)).toContainEqual(
      expect.objectContaining({ kind: "clueAnswered", to: "person" }),
    );
    expect(await refusedWith(takeClueStep(keeper(), { clueId, kind: "visit", note: "又去" }))).toBe(
      "clueAlreadyHandled",
    );
    expect((await events()).filter((action) => action !== "clue.report")).toEqual([
      "clue.step",
      "clue.step",
      "clue.escalate",
      "clue.step",
      "clue.pass",
      "clue.settle",
    ]);
  });

  it("is kept by nobody else: not by a keeper elsewhere, not by whoever says so, not by raw SQL", async () => {
    const clueId = await report();
    const step = { clueId, kind: "visit" as const, note: "看过" };
    expect(await refusedWith(takeClueStep(keeper("cadre", now, otherPoint), step))).toBe("notFound");
    // The database reads whose point it is from the people themselves.
    expect(await refusedWith(takeClueStep(keeper("property"), step))).toBe("notFound");
    expect(await refusedWith(takeClueStep(as("village"), step))).toBe("notFound");
    expect(await refusedWith(takeClueStep(as("property"), step))).toBe("notFound");
    expect((await ownPoint(keeper("property"))).clues).toEqual([]);
    expect((await ownPoint(as("property"))).point).toBeNull();
    for (const username of ["property", "grid2", "lawyer", "officer3"]) {
      const [rows, steps] = await asActor(as(username), (tx) =>
        Promise.all([tx.execute(sql`select id from clues`), tx.execute(sql`select id from clue_steps`)]),
      );
      expect([rows.length, steps.length], username).toEqual([0, 0]);
    }
  });

  it("is settled by SQL of nobody's own but as the rules have it: once, by its keeper, before it is handed up", async () => {
    const clueId = await report();
    const settled = (who: string) =>
      `status = 'settled', answer = '好了', handled_by = '${county.people[who]}', handled_at = app.now()`;
    const refused = [
      ["grid", settled("grid")],
      ["grid", `station_id = '${county.stations.DG}', point_id = null`],
      ["cadre", settled("officer")],
      ["cadre", settled("cadre").replace("settled", "declined")],
      ["cadre", `${settled("cadre")}, point_id = '${otherPoint}'`],
    ] as const;
    for (const [who, columns] of refused) expect(await bySql(who, clueId, columns), columns).toBe("42501");
    expect(await bySql("cadre", clueId, settled("cadre"))).toBe("1 rows");
    await escalateClue(keeper(), { clueId, note: "" });
    expect(await bySql("cadre", clueId, settled("cadre"))).toBe("42501");
    expect(await bySql("officer", clueId, settled("officer").replace("settled", "declined"))).toBe("1 rows");
  });

  it("hears from any helper; somebody who belongs to no station names the point", async () => {
    expect(await refusedWith(report("property", { pointId: null }))).toBe("pointNeeded");
    const clueId = await report("property");
    expect(await atStation(clueId)).toMatchObject({ place: tip().place });
    expect((await ownClues(as("property"))).clues.map(({ id }) => id)).toEqual([clueId]);
    const { points, isAtStation } = await ownClues(as("property"));
    expect([isAtStation, points.some(({ id }) => id === pointId)]).toEqual([false, true]);
  });

  it("knows of the disputes of its place number, place and stage, and nothing at all of what is not a neighbour's business", async () => {
    const open = await registerDispute(as("mediator"), intake({ pointId }));
    const asked = intake().asked;
    await registerDispute(as("officer"), intake({ pointId, asked: { ...asked, familyViolence: "yes" } }));
    await registerDispute(as("officer"), intake({ pointId, asked: { ...asked, familyViolence: "unclear" } }));
    const closed = await registerDispute(as("mediator"), intake({ pointId }));
    await database().execute(sql`insert into dispute_restrictions (county_id, id, dispute_id, ground, reason, restricted_by, restricted_at)
      values (${county.countyId}::uuid, gen_random_uuid(), ${closed.disputeId}::uuid, 'privacy', '当事人要求', ${county.people.head}::uuid, now())`);
    await registerDispute(as("mediator"), intake({ pointId: otherPoint }));
    // What the police handle, and where a minor is in question though no party is one.
    const police = await registerDispute(as("officer"), intake({ pointId }));
    await triageDispute(as("officer"), {
      ...{ disputeId: police.disputeId, answers: { ...harmless, isViolation: "yes" }, track: "publicSecurity" },
      ...{ notAcceptedReason: null, overrideReason: "", leadPersonId: county.people.officer ?? null, leadUnit: "" },
    });
    await registerDispute(as("mediator"), intake({ pointId, also: { hasMinor: "unclear" } }));
    // A clue that became a matter which was closed to most people is out of the keeper's sight with it.
    const clueId = await report();
    await database().execute(sql`update clues set status = 'taken', dispute_id = ${closed.disputeId}::uuid, handled_by = ${county.people.officer}::uuid, handled_at = now()
      where id = ${clueId}::uuid`);
    expect((await ownPoint(keeper())).clues.filter(({ id }) => id === clueId)).toEqual([]);
    // Whoever is under age by their day of birth is, whatever was ticked.
    const young = await registerDispute(as("mediator"), intake({ pointId }));
    await database().execute(
      sql`update parties set is_minor = false, born_on = '2012-05-01' where dispute_id = ${young.disputeId}::uuid`,
    );
    // Taken in before answers were kept on their own: its triage alone says that there was violence.
    const later = new Date(now.getTime() + 60_000);
    const old = await registerDispute(as("mediator", later), intake({ pointId }));
    await triageDispute(as("mediator", later), {
      ...{ disputeId: old.disputeId, answers: harmless, track: "peoples", notAcceptedReason: null, overrideReason: "" },
      ...{ leadPersonId: null, leadUnit: "" },
    });
    const { matters: before } = await ownPoint(keeper());
    expect(before.map(({ id, stage }) => [id, stage])).toEqual([
      [old.disputeId, "acceptance"],
      [open.disputeId, "registration"],
    ]);
    await database().transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      await tx.execute(sql`update triages set family_violence = 'unclear' where dispute_id = ${old.disputeId}::uuid`);
    });
    const { matters } = await ownPoint(keeper());
    expect(matters).toEqual([
      {
        id: open.disputeId,
        number: open.number,
        place: intake().place,
        registeredAt: now.toISOString(),
        stage: "registration",
      },
    ]);
    const rows = await asActor(keeper(), (tx) => tx.execute(sql`select id from disputes`));
    expect(rows).toHaveLength(0);
    const others = await asActor(as("property"), (tx) => tx.execute(sql`select * from app.matters_of_point(50)`));
    expect(others).toHaveLength(0);
  });
});
