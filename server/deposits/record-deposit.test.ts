import { sql } from "drizzle-orm";
import type { JobHelpers } from "graphile-worker";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { archiveProceeding } from "../disputes/archive-proceeding";
import { dossierOfDispute } from "../dossier/queries";
import { tasks } from "../jobs/tasks";
import { asActor } from "../kernel/transaction";
import { voidNumberInput } from "../numbers/inputs";
import { voidNumber } from "../numbers/void-number";
import { givePaperNumber } from "../papers/parts/give-paper-number";
import { wordsOfWord } from "../papers/templates/words-of-word";
import { setRuleInput } from "../settings/inputs";
import { setRule } from "../settings/set-rule";
import { type TestCounty, testCounty } from "../testing/county";
import { goldenPlay } from "../testing/golden";
import { packed, readPdf } from "../testing/official-papers/read-back";
import { refusedWith } from "../testing/refused";
import { takenBySql } from "../testing/taken-by-sql";
import { depositInput, depositsQuery } from "./inputs";
import { depositSheet } from "./reads/deposit-sheet";
import { readDeposit } from "./reads/read-deposit";
import { recordDeposit } from "./record-deposit";

interface Filed {
  disputeId: string;
  proceedingId: string;
  number: string;
}
let county: TestCounty;
let old: Filed;
let first: Filed;
let second: Filed;
let open: string;
const now = new Date("2026-08-03T10:00:00+08:00");
const by = (username = "committee", at = now) => county.as(username, { now: at });

beforeAll(async () => {
  county = await testCounty(["LW", "DG"]);
  const play = goldenPlay(county);
  await setRule(
    county.as("county", { now: new Date("2026-01-10T10:00:00+08:00") }),
    setRuleInput.parse({ key: "retention.longYears", value: 30, valueSeen: 0, validFrom: "2026-01-10", source: "" }),
  );
  const filed = async (from: string, until: string, archivedOn: string): Promise<Filed> => {
    const disputeId = await play.taken("peoples", from);
    await play.ended(disputeId, "deadlock", until);
    const input = { disputeId, retention: "long" as const };
    const { dossierNumber } = await archiveProceeding(play.as("mediator", play.at(archivedOn)), input);
    const [row] = await database().execute<{ id: string }>(
      sql`select id from proceedings where dispute_id = ${disputeId}::uuid`,
    );
    return { disputeId, proceedingId: row?.id ?? "", number: dossierNumber };
  };
  old = await filed("2025-11-03", "2025-11-10", "2025-12-31T23:30");
  first = await filed("2026-02-02", "2026-02-09", "2026-02-10");
  second = await filed("2026-03-02", "2026-03-09", "2026-07-06");
  open = await play.taken("peoples", "2026-06-01");
});

const give = (over: Record<string, unknown> = {}, ctx = by()) =>
  recordDeposit(
    ctx,
    depositInput.parse({
      ...{ proceedingIds: [second.proceedingId, first.proceedingId], depositedOn: "2026-08-03" },
      ...{ recipient: "泊头市档案馆", location: "二号库房 3 排 5 架", ...over },
    }),
  );
const sheet = (year?: number) => depositSheet(by(), depositsQuery.parse({ year }));
const draw = (depositId: string) =>
  tasks.makeDeposit?.({ countyId: county.countyId, depositId }, { job: { run_at: now } } as JobHelpers);

describe("archived dossiers", () => {
  it("wait by the year of archiving on Shanghai's days, the oldest year first, and only what is archived", async () => {
    expect(await sheet()).toMatchObject({
      ...{
        year: 2025,
        years: [
          { year: 2025, left: 1 },
          { year: 2026, left: 2 },
        ],
      },
      ...{ dossiers: [{ dossierNumber: old.number, archivedOn: "2025-12-31" }], deposits: [] },
    });
    expect((await sheet(2026)).dossiers.map(({ dossierNumber }) => dossierNumber)).toEqual([
      first.number,
      second.number,
    ]);
    expect((await sheet(2024)).dossiers).toEqual([]);
  });

  it("are counted without the matters that a restriction closes to the head", async () => {
    await database().execute(sql`
      insert into dispute_restrictions (county_id, id, dispute_id, ground, reason, restricted_by, restricted_at)
      values (${county.countyId}::uuid, gen_random_uuid(), ${old.disputeId}::uuid, 'privacy', '当事人要求保密', ${county.people.mediator ?? ""}::uuid, ${now.toISOString()}::timestamptz)`);
    expect(await sheet()).toMatchObject({ years: [{ year: 2026, left: 2 }], year: 2026 });
    expect((await sheet(2025)).dossiers).toEqual([]);
    await database().execute(
      sql`update dispute_restrictions set released_by = ${county.people.committee ?? ""}::uuid, released_at = ${now.toISOString()}::timestamptz, release_reason = '不再需要' where dispute_id = ${old.disputeId}::uuid`,
    );
    expect((await sheet()).years).toHaveLength(2);
  });

  it("are given by the head of their committee alone, after they were archived, and no others with them", async () => {
    for (const who of ["mediator", "head", "officer", "county", "admin", "lawyer"])
      expect(await refusedWith(give({}, by(who))), who).toBe("forbidden");
    expect(await refusedWith(give({}, by("committee2")))).toBe("notFound");
    expect(await refusedWith(give({ depositedOn: "2026-08-04" }))).toBe("dayInFuture");
    expect(await refusedWith(give({ depositedOn: "2026-07-05" }))).toBe("dayTooEarly");
    const [running] = await database().execute<{ id: string }>(
      sql`select id from proceedings where dispute_id = ${open}::uuid`,
    );
    expect(await refusedWith(give({ proceedingIds: [first.proceedingId, running?.id] }))).toBe("notFound");
    expect(await refusedWith(give({ recipient: "档案馆\u{10FFFD}" }))).toBe("paperGlyphMissing");
    expect((await sheet(2026)).dossiers).toHaveLength(2);
  });

  it("go on one numbered list that both sides sign, once, and each matter says where its dossier lies", async () => {
    await database().execute(sql`
      insert into papers (county_id, id, dispute_id, proceeding_id, kind, title, state, lacks, source_sha256, pdf_sha256, asked_by, asked_at, settled_at, progress, pages)
      select county_id, gen_random_uuid(), dispute_id, id, 'dossier', '卷', 'made', '[]', repeat('a', 64), repeat('b', 64), lead_person_id, archived_at, archived_at, 90, 37
      from proceedings where id = ${first.proceedingId}::uuid`);
    const { depositId } = await give();
    expect((await sheet()).deposits).toMatchObject([
      {
        id: depositId,
        year: 2026,
        ordinal: 1,
        depositedOn: "2026-08-03",
        recipient: "泊头市档案馆",
        dossiers: 2,
        isDrawn: false,
      },
    ]);
    expect(await sheet()).toMatchObject({ years: [{ year: 2025, left: 1 }] });
    expect(await refusedWith(readDeposit(by(), depositId, "pdf"))).toBe("notFound");
    await draw(depositId);
    await draw(depositId);
    // Neither pruned nor left out of a backup.
    const named = await asActor(county.system(), (tx) =>
      tx.execute<{ named: boolean }>(sql`
        select bool_and(h in (select app.named_bytes(county_id))) as named from deposits, unnest(array[source_sha256, pdf_sha256, word_sha256]) h
        where id = ${depositId}::uuid and county_id = ${county.countyId}::uuid`),
    );
    expect(named).toEqual([{ named: true }]);
    const [pdf, word] = await Promise.all([readDeposit(by(), depositId, "pdf"), readDeposit(by(), depositId, "docx")]);
    const { texts } = await readPdf(pdf.bytes);
    for (const words of [packed(texts.map(({ text }) => text).join("")), packed(wordsOfWord(word.bytes))]) {
      expect(words).toContain("调解卷宗移交清单");
      expect(words).toContain("（2026）第1号");
      expect(words).toContain("泊头市档案馆");
      expect(words).toContain("二号库房3排5架");
      expect(words).toContain("长期30年37");
      expect(words).toContain(packed(`12026${first.number}`));
      expect(words.indexOf(packed(first.number))).toBeGreaterThan(0);
      expect(words.indexOf(packed(first.number))).toBeLessThan(words.indexOf(packed(second.number)));
      for (const role of ["移交人", "接收人", "监交人"]) expect(words).toContain(role);
    }
    expect(await dossierOfDispute(by("mediator"), { disputeId: first.disputeId })).toMatchObject({
      proceeding: {
        kept: { class: "long", years: 30, until: "2056-12-31" },
        deposit: { year: 2026, ordinal: 1, depositedOn: "2026-08-03", location: "二号库房 3 排 5 架" },
      },
    });
    const [told] = await database().execute<{ action: string; payload: string }>(
      sql`select action, payload from events where dispute_id = ${first.disputeId}::uuid order by seq desc limit 1`,
    );
    expect(told?.action).toBe("dossier.deposit");
    expect(JSON.parse(told?.payload ?? "{}")).toMatchObject({
      dossierNumber: first.number,
      location: "二号库房 3 排 5 架",
    });
    expect(await refusedWith(give({ proceedingIds: [old.proceedingId, second.proceedingId] }))).toBe(
      "dossierDeposited",
    );
    // The archive's list names the dossier by its number.
    const voids = { series: "dossier", number: first.number, reason: "这个号登错了一位" };
    expect(await refusedWith(voidNumber(by(), voidNumberInput.parse(voids)))).toBe("dossierDeposited");
    // Its contents name the papers by theirs.
    const { committeeId, stationId } = by("mediator").actor;
    const of = {
      countyId: county.countyId,
      committeeId: committeeId ?? "",
      stationId: stationId ?? "",
      track: "peoples",
    } as const;
    const intake = { countyId: county.countyId, kind: "intake", subjectId: first.proceedingId } as const;
    const system = { ...county.system(), now };
    const number = await asActor(system, (tx) => givePaperNumber(tx, intake, of, now));
    const own = { ...voids, series: "intake", number };
    expect(await refusedWith(voidNumber(by(), voidNumberInput.parse(own)))).toBe("dossierDeposited");
    await give({ proceedingIds: [old.proceedingId] });
    expect((await sheet()).deposits.map(({ ordinal }) => ordinal)).toEqual([2, 1]);
    expect(await refusedWith(readDeposit(by("mediator"), depositId, "pdf"))).toBe("forbidden");
    expect(await refusedWith(readDeposit(by("committee2"), depositId, "pdf"))).toBe("notFound");
  });

  it("are put on a list by nobody else in SQL, and on none later", async () => {
    const list = (who: string) =>
      takenBySql(
        by(who),
        sql`insert into deposits (county_id, id, committee_id, year, ordinal, deposited_on, recipient, location, source_sha256, deposited_by, deposited_at)
          values (${county.countyId}::uuid, gen_random_uuid(), ${county.committees.LW}::uuid, 2026, 9, '2026-08-03', '馆', '架', repeat('a', 64), app.person(), app.now())`,
      );
    expect([await list("committee"), await list("mediator"), await list("committee2")]).toEqual([
      "taken",
      "42501",
      "42501",
    ]);
    const seen = (who: string) =>
      asActor(by(who), (tx) =>
        tx.execute(sql`select 1 from deposited_dossiers where proceeding_id = ${first.proceedingId}::uuid`),
      );
    expect([
      (await seen("committee")).length,
      (await seen("mediator")).length,
      (await seen("committee2")).length,
    ]).toEqual([1, 1, 0]);
  });
});
