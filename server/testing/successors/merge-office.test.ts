import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { announceAll, notificationsIn } from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { verifyChains } from "../../audit/reads/verify-chains";
import { listCallsInput, reportClueInput } from "../../calls/inputs";
import { listCalls } from "../../calls/queries";
import { reportClue } from "../../calls/report-clue";
import { askQuestion } from "../../consultations/ask-question";
import { askQuestionInput } from "../../consultations/inputs";
import { archiveProceeding } from "../../disputes/archive-proceeding";
import { endProceeding } from "../../disputes/end-proceeding";
import { endProceedingInput } from "../../disputes/inputs";
import { disputeById } from "../../disputes/reads/dispute";
import { registerDispute } from "../../disputes/register-dispute";
import { addLeaderShifts } from "../../duty-leaders/add-leader-shifts";
import { acceptTransfer } from "../../handovers/accept-transfer";
import { offerTransferInput } from "../../handovers/inputs";
import { offerTransfer } from "../../handovers/offer-transfer";
import { transfersOfOffice } from "../../handovers/reads/transfers";
import { actAs } from "../../kernel/context";
import { asActor } from "../../kernel/transaction";
import { createPoint } from "../../places/create-point";
import { mergeOffice } from "../../places/merge-office";
import { officeWork } from "../../places/office-work";
import { officeColumns } from "../../places/parts/office-columns";
import { placeTree } from "../../places/reads/places";
import { county as countyRead } from "../../statistics/reads/county";
import { callAt } from "../calls";
import { type TestCounty, testCounty } from "../county";
import { acceptedDispute, intake } from "../disputes";
import { lastCountyEvent } from "../events";
import { refusedWith } from "../refused";
import { bookable, booked, inDays, sessionsOf } from "../sessions";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty(["LW", "DG", "WC"]);
});
const sqlClient = postgres(process.env.DATABASE_URL ?? "", { max: 2, onnotice: () => undefined });
afterAll(() => sqlClient.end());
const admin = (key?: string) => county.as("admin", key ? { key } : {});
const idOf = (username: string) => county.people[username] ?? "";
const LW = () => county.stations.LW ?? "";
const DG = () => county.stations.DG ?? "";
const reason = "两所合并办公";
const rows = <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) => database().execute<T>(query);
const there = (code: string) => ({
  stationId: county.stations[code] ?? "",
  committeeId: county.committees[code] ?? "",
});
/** Somebody as they are after they have moved. */
const nowAt = (username: string, over: object = { stationId: DG() }) =>
  actAs({ ...county.actor(username), ...over }, new Date());
const merge = (over: object = {}, key?: string) =>
  mergeOffice(admin(key), { kind: "station", id: LW(), successorId: DG(), reason, ...over } as never);
const archived = async () => {
  const matter = await acceptedDispute(county);
  const { disputeId } = matter;
  const ending = { disputeId, outcome: "settledWithdrawn", reason: "自己谈好了", routesTold: [] };
  await endProceeding(county.as("mediator"), endProceedingInput.parse(ending));
  await archiveProceeding(county.as("mediator"), { disputeId, retention: "long" });
  return matter;
};
const figures = async () => {
  const { stations } = await countyRead(county.as("county"), { period: "year", comparison: "lastYear" });
  return Object.fromEntries(stations.map(({ name, figures: { received } }) => [name, received.numerator]));
};
const refusedByDatabase = (query: ReturnType<typeof sql>, constraint: string) =>
  expect(database().execute(query)).rejects.toMatchObject({ cause: { constraint_name: constraint } });
const nameOf = async (id: string) =>
  (await rows<{ name: string }>(sql`select name from stations where id = ${id}::uuid`))[0]?.name ?? "";

describe("a station whose work another one takes", () => {
  it("decides about every column that names a station or committee", async () => {
    const named = await rows<{ name: string }>(sql`
      select c.relname || '.' || a.attname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey) and a.attname <> 'county_id'
        where k.contype = 'f' and k.confrelid in ('stations'::regclass, 'committees'::regclass)
      union select table_name || '.' || column_name from information_schema.columns where table_schema = 'public'
        and table_name in (select relname from pg_class where relkind = 'r')
        and (column_name ~ '(station|committee)_id$' or column_name in ('scope', 'subject_id')) order by 1`);
    expect(named.map(({ name }) => name)).toEqual(Object.keys(officeColumns).sort());
  });

  it("gives everything to its successor in one act, tells everybody once, keeps its name where something is over", async () => {
    const open = await bookable(county);
    const { sessionId } = await booked(county, open, { startsAt: inDays(6) });
    const untriaged = await registerDispute(county.as("mediator"), intake());
    const over = await archived();
    const offered = await bookable(county);
    const offer = (disputeId: string, to: string, by: string) =>
      offerTransfer(
        county.as(by),
        offerTransferInput.parse({ disputeId, to: there(to), reason: "双方都住在那边，事情也在那边" }),
      );
    await offer(offered.disputeId, "WC", "mediator");
    const group = await callAt(county, "2026-11-01T09:00:00+08:00");
    await callAt(county, "2026-11-03T09:00:00+08:00");
    const [point] = (await placeTree(admin())).stations.find(({ id }) => id === LW())?.points ?? [];
    const alike = await createPoint(admin(), {
      ...{ stationId: DG(), kind: "lookout", address: "", phone: "", name: point?.name ?? "" },
    });
    const clue = await reportClue(county.as("grid"), reportClueInput.parse({ place: "桥头", text: "两家争水" }));
    const { consultationId } = await askQuestion(
      county.as("grid"),
      askQuestionInput.parse({ question: "借条没写日期算数吗" }),
    );
    const shift = (day: number, from: string, until: string) => ({
      from: inDays(day, from),
      until: inDays(day, until),
    });
    await addLeaderShifts(county.as("head"), {
      leaderId: idOf("officer"),
      shifts: [shift(3, "08:00", "20:00"), shift(4, "08:00", "20:00")],
    });
    await addLeaderShifts(county.as("head2"), { leaderId: idOf("officer3"), shifts: [shift(3, "10:00", "12:00")] });
    await announceAll();
    const before = await figures();
    const [oldName, newName] = [await nameOf(LW()), await nameOf(DG())];
    const numbers = await rows<{ id: string; number: string }>(
      sql`select id, number from disputes where station_id = ${LW()}::uuid order by 1`,
    );

    expect(await officeWork(admin(), { kind: "station", officeId: LW(), successorId: DG() })).toMatchObject({
      ...{ disputes: 3, closed: 1, sessions: 1, offers: 1, calls: 2, groups: 1, clues: 1, questions: 1 },
      ...{ roster: 2, sameShifts: 1, sameNames: [point?.name] },
      heads: expect.arrayContaining(["赵国梁", "穆青松"]),
      successors: expect.arrayContaining([{ id: DG(), name: newName }]),
    });
    const key = crypto.randomUUID();
    const told = (await notificationsIn(county.countyId)).length;
    expect(await merge({}, key)).toEqual({ id: LW() });
    expect(await merge({}, key)).toEqual({ id: LW() });
    expect((await lastCountyEvent(county.countyId)).payload).toMatchObject({
      kind: "station",
      disputes: 3,
      calls: 2,
      roster: 3,
    });

    // Everything that moves has moved; what is over has stayed.
    const left = await rows<{ name: string }>(sql`
      select 'calls' as name from police_calls where station_id = ${LW()}::uuid union all select 'groups' from repeat_groups where station_id = ${LW()}::uuid
      union all select 'clues' from clues where station_id = ${LW()}::uuid union all select 'questions' from consultations where station_id = ${LW()}::uuid
      union all select 'points' from contact_points where station_id = ${LW()}::uuid union all select 'people' from people where station_id = ${LW()}::uuid
      union all select 'halls' from town_halls where station_id = ${LW()}::uuid union all select 'windows' from reading_windows where station_id = ${LW()}::uuid
      union all select 'rights' from dispute_access where subject_id = ${LW()}::uuid
      union all select 'shifts' from duty_leaders where station_id = ${LW()}::uuid and upper(during) > now()
      union all select 'dispute ' || number from disputes where station_id = ${LW()}::uuid
      union all select 'transfers' from transfers where to_station_id = ${LW()}::uuid and answered_at is null and withdrawn_at is null`);
    expect(left.map(({ name }) => name)).toEqual([
      `dispute ${numbers.find(({ id }) => id === over.disputeId)?.number}`,
    ]);
    expect(
      await rows(
        sql`select number from disputes where id = any (${`{${numbers.map(({ id }) => id).join(",")}}`}::uuid[]) order by id`,
      ),
    ).toEqual(numbers.map(({ number }) => ({ number })));
    const transfers = await rows(sql`
      select is_accepted, is_succession, next_proceeding_id, to_station_id from transfers where dispute_id in (${open.disputeId}::uuid, ${untriaged.disputeId}::uuid)`);
    expect(transfers).toEqual(
      [1, 2].map(() => ({ is_accepted: true, is_succession: true, next_proceeding_id: null, to_station_id: DG() })),
    );

    // The same proceeding, session, room and people go on; everybody reads what they read before.
    const session = (await sessionsOf(county, open)).sessions.find(({ id }) => id === sessionId);
    expect(session).toMatchObject({ status: "booked" });
    expect(Date.parse(session?.startsAt ?? "")).toBe(Date.parse(inDays(6)));
    for (const { disputeId } of [open, over]) {
      expect((await disputeById(nowAt("head"), { disputeId })).number).toMatch(/^LW-/);
      expect((await disputeById(county.as("head2"), { disputeId })).number).toMatch(/^LW-/);
      expect(await refusedWith(disputeById(county.as("head3"), { disputeId }))).toBe("notFound");
    }
    const calls = await listCalls(county.as("officer3"), listCallsInput.parse({}));
    expect(JSON.stringify(calls)).toContain(group.callId);
    const at = await rows(sql`select (select station_id from clues where id = ${clue.clueId}::uuid) as clue,
      (select station_id from consultations where id = ${consultationId}::uuid) as question, (select name from contact_points where id = ${point?.id}::uuid) as point,
      (select name from contact_points where id = ${alike.pointId}::uuid) as alike`);
    expect(at).toEqual([{ clue: DG(), question: DG(), point: `${point?.name}（${oldName}）`, alike: point?.name }]);

    // Where both had somebody on duty, the successor's roster holds.
    const duty = await rows<{ who: string; hours: string }>(sql`
      select person_id as who, to_char(lower(during) at time zone 'Asia/Shanghai', 'HH24:MI') || '-' || to_char(upper(during) at time zone 'Asia/Shanghai', 'HH24:MI') as hours
      from duty_leaders where station_id = ${DG()}::uuid order by lower(during)`);
    expect(duty.map(({ who, hours }) => [who === idOf("officer3") ? "new" : "old", hours])).toEqual([
      ["old", "08:00-10:00"],
      ["new", "10:00-12:00"],
      ["old", "12:00-20:00"],
      ["old", "08:00-20:00"],
    ]);

    // An offer under way stands in the name of the successor, and the other side takes it.
    const waiting = (await transfersOfOffice(county.as("committee3"))).transfers.filter(({ isWaiting }) => isWaiting);
    expect(waiting).toMatchObject([{ disputeId: offered.disputeId }]);
    await acceptTransfer(county.as("committee3"), {
      ...{ disputeId: offered.disputeId, transferId: waiting[0]?.id ?? "", leadPersonId: idOf("mediator4"), note: "" },
    });

    // Figures: what was registered there keeps its name, and is added to the successor's.
    const after = await figures();
    expect(after[newName]).toBe((before[oldName] ?? 0) + (before[newName] ?? 0) - 1);
    expect(after[oldName]).toBe((before[oldName] ?? 0) - 1);

    await announceAll();
    const heard = (await notificationsIn(county.countyId, told)).filter(({ kind }) => kind === "officeMerged");
    const staff = heard.filter(({ to }) => to === "person").map(({ name }) => name);
    expect(staff).toEqual([...new Set(staff)]);
    expect(staff).toEqual(expect.arrayContaining(["沈静", "赵国梁", "郭海涛", "穆青松", "欧阳文秀"]));
    const faults = await asActor(county.system(), (tx) =>
      tx.execute(sql`select * from app.figure_faults(${county.countyId}::uuid)`),
    );
    expect(faults).toEqual([]);
    const chains = await verifyChains(sqlClient);
    expect(chains.faults).toEqual([]);
  });

  it("takes nothing new, by any door, and says who goes on", async () => {
    const into = { stationId: LW(), kind: "lookout", name: "新点", address: "", phone: "" } as const;
    expect(await refusedWith(createPoint(admin(), into))).toBe("placeSucceeded");
    expect(await refusedWith(registerDispute(county.as("mediator"), intake()))).toBe("placeSucceeded");
    expect(await refusedWith(callAt(county, "2026-11-20T09:00:00+08:00"))).toBe("placeSucceeded");
    const of = (table: string) =>
      sql`update ${sql.raw(table)} set station_id = ${LW()}::uuid where county_id = ${county.countyId}::uuid`;
    for (const table of ["police_calls", "repeat_groups"]) await refusedByDatabase(of(table), `${table}_at_open_place`);
    for (const table of ["people", "consultations", "clues"])
      await expect(database().execute(of(table)), table).rejects.toThrow();
    await refusedByDatabase(
      sql`update contact_points set station_id = ${LW()}::uuid where station_id = ${DG()}::uuid`,
      "contact_points_at_open_place",
    );
    expect(await refusedWith(merge())).toBe("alreadyClosed");
  });

  it("is refused as a whole where the successor does not fit, to anybody but an administrator, and to a second one", async () => {
    const wc = county.stations.WC ?? "";
    expect(await refusedWith(merge({ id: wc, successorId: wc }))).toBe("successorUnfit");
    expect(await refusedWith(merge({ id: wc, successorId: LW() }))).toBe("successorUnfit");
    expect(await refusedWith(merge({ id: wc, successorId: crypto.randomUUID() }))).toBe("notFound");
    for (const who of ["head2", "county", "committee"]) {
      const input = { kind: "station", id: wc, successorId: DG(), reason } as const;
      expect(await refusedWith(mergeOffice(county.as(who), input)), who).toBe("forbidden");
    }
    // Whatever refuses a part refuses the whole: here the point's name and the one it would get both exist.
    const [old] = await rows<{ name: string; station: string }>(sql`
      select p.name, s.name as station from contact_points p join stations s on s.id = p.station_id where s.id = ${wc}::uuid limit 1`);
    for (const name of [old?.name ?? "", `${old?.name}（${old?.station}）`])
      await createPoint(admin(), { stationId: DG(), kind: "lookout", name, address: "", phone: "" });
    expect(await refusedWith(merge({ id: wc }))).not.toBe("unexpected");
    expect(await rows(sql`select disabled_at, successor_id from stations where id = ${wc}::uuid`)).toEqual([
      { disabled_at: null, successor_id: null },
    ]);
    expect(await rows(sql`select 1 from people where station_id = ${wc}::uuid limit 1`)).toHaveLength(1);
    await asActor(county.as("admin"), (tx) =>
      tx.execute(
        sql`select app.succeed_office(${county.countyId}::uuid, 'station', ${wc}::uuid, ${DG()}::uuid, ${idOf("admin")}::uuid, '并')`,
      ),
    ).then(
      () => expect.unreachable(),
      (error) => expect(error).toMatchObject({ cause: { code: "42501" } }),
    );
  });
});

describe("a committee whose work another one takes", () => {
  it("gives matters, people and panel rules to its successor, whose own rules hold where both have one", async () => {
    const [from, to] = [county.committees.WC ?? "", county.committees.DG ?? ""];
    const rule = (committee: string, area: string, seats: number, by: string) => sql`
      insert into panel_rules (county_id, committee_id, dispute_type, area, force_code, valid_from, need, seats, reason, written_by, written_at)
      values (${county.countyId}::uuid, ${committee}::uuid, 'neighbour', ${area}, 'lawyer', '2026-01-01', 'required', ${seats}, '那边律师少', ${idOf(by)}::uuid, now())`;
    await rows(rule(from, "", 2, "committee3"));
    await rows(rule(from, "江畔", 3, "committee3"));
    await rows(rule(to, "", 1, "committee2"));
    const of = { kind: "committee", successorId: to } as const;
    const before = await officeWork(admin(), { ...of, officeId: from });
    const heads = expect.arrayContaining(["谭兆丰", "易春生"]);
    expect(before).toMatchObject({ panelRules: 2, samePanelRules: 1, heads });
    expect(before.disputes).toBeGreaterThan(0);
    await mergeOffice(admin(), { ...of, id: from, reason });
    expect(
      await rows(
        sql`select area, seats from panel_rules where committee_id = ${to}::uuid and dispute_type = 'neighbour' and force_code = 'lawyer' order by area`,
      ),
    ).toEqual([
      { area: "", seats: 1 },
      { area: "江畔", seats: 3 },
    ]);
    expect(await rows(sql`select 1 from people where committee_id = ${from}::uuid`)).toEqual([]);
    expect(await officeWork(admin(), { ...of, officeId: from })).toMatchObject({ disputes: 0, people: [] });
    const open = await rows<{ id: string }>(
      sql`select dispute_id as id from transfers where to_committee_id = ${to}::uuid and is_succession`,
    );
    expect(open).toHaveLength(before.disputes);
    const page = await disputeById(county.as("committee2"), { disputeId: open[0]?.id ?? "" });
    expect(page.number).not.toBe("");
    expect((await placeTree(admin())).committees.find(({ id }) => id === from)).toMatchObject({ successorId: to });
  });
});
