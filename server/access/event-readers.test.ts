import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { disputeEvents } from "@/db/vocabulary-events";
import { disputeTimeline } from "../disputes/reads/timeline";
import { asActor } from "../kernel/transaction";
import { consented, joined } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { eventReaders } from "./event-readers";

const kinds = Object.entries(eventReaders) as [keyof typeof eventReaders, readonly string[]][];
let county: TestCounty;
let disputeId: string;

// The committee's matter, a judge at the table, and one event of each kind and one that everybody reads.
beforeAll(async () => {
  county = await testCounty(["LW"]);
  const dispute = await acceptedDispute(county);
  disputeId = dispute.disputeId;
  await consented(county, dispute);
  await joined(county, dispute, "judge");
  await database().transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    for (const [nth, action] of ["session.book", ...kinds.map(([, of]) => of[0] ?? "")].entries())
      await tx.execute(sql`insert into events select (jsonb_populate_record(e, jsonb_build_object('seq', 900 + ${nth}::int, 'action', ${action}::text,
        'actor_id', null, 'payload', '{}'))).* from events e where e.dispute_id = ${disputeId}::uuid and e.proceeding_id is not null limit 1`);
  });
});

/** Who reads which of the kinds; nobody reads less than what is open to everybody. */
const readers: Record<string, readonly string[]> = {
  mediator: ["staff", "heads", "office"],
  committee: ["staff", "heads", "office"],
  head: ["heads", "office", "police"],
  judge: [],
};

describe("events that not everybody reads who reads the proceeding", () => {
  it("are the same to the database", async () => {
    const actions = Object.keys(disputeEvents);
    const rows = await database().execute<{ action: string; kind: string | null }>(sql`
      select a as action, app.event_readers(a) as kind from unnest(${`{${actions.join(",")}}`}::text[]) a`);
    const said = Object.fromEntries(kinds.flatMap(([kind, of]) => of.map((action) => [action, kind])));
    expect(Object.fromEntries(rows.map(({ action, kind }) => [action, kind]))).toEqual(
      Object.fromEntries(actions.map((action) => [action, said[action] ?? null])),
    );
  });

  it.each(Object.keys(readers))("are shown to %s by row security as their kind says", async (who) => {
    const rows = await asActor(county.as(who), (tx) =>
      tx.execute<{ action: string }>(
        sql`select action from events where dispute_id = ${disputeId}::uuid and seq >= 900`,
      ),
    );
    const seen = rows.map(({ action }) => action);
    expect(seen).toContain("session.book");
    expect(kinds.filter(([, of]) => seen.includes(of[0] ?? "")).map(([kind]) => kind)).toEqual(readers[who]);
  });

  it.each(["mediator", "committee", "head"])("and on the timeline to %s", async (who) => {
    const { events } = await disputeTimeline(county.as(who), { disputeId });
    const seen = events.filter(({ seq }) => seq >= 900).map(({ action }) => action);
    expect(seen).toContain("session.book");
    // Ties and openings are left out further, for all but those who work on the matter as it stands.
    const shown = kinds.filter(([, of]) => of.some((action) => seen.includes(action))).map(([kind]) => kind);
    expect(shown).toEqual(readers[who]?.filter((kind) => who !== "head" || kind !== "heads"));
  });

  it("of which the lead alone reads what was written or opened in confidence, and everybody what names its lane", async () => {
    const said = ["note.write {}", "file.add {}", "note.read {}", 'note.write {"lane":"joint"}'];
    await database().transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      for (const [nth, one] of said.entries()) {
        const [action, payload] = one.split(" ");
        await tx.execute(sql`insert into events select (jsonb_populate_record(e, jsonb_build_object('seq', 800 + ${nth}::int, 'action', ${action}::text,
          'actor_id', null, 'payload', ${payload}::text))).* from events e where e.dispute_id = ${disputeId}::uuid and e.proceeding_id is not null limit 1`);
      }
    });
    for (const who of ["mediator", "mediator2", "committee", "head", "judge"]) {
      const rows = await asActor(county.as(who), (tx) =>
        tx.execute<{ said: string }>(
          sql`select action || ' ' || payload as said from events where dispute_id = ${disputeId}::uuid and seq between 800 and 803 order by seq`,
        ),
      );
      expect(
        rows.map((row) => row.said),
        who,
      ).toEqual(who === "mediator" ? said : said.slice(3));
    }
  });
});
