import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { sayWhy } from "../kernel/say-why";
import { asActor, postgresError } from "../kernel/transaction";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { perform } from "./perform";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

/** An act without changes of its own, so that only the write path's work is seen. */
const touch = (ctx: ActContext, input: { disputeId: string; proceedingId?: string; version?: number }) =>
  perform(ctx, "notice.give", input, async () => ({ result: { ok: true }, payload: { probe: "touch" } }));

const rowOf = async (proceedingId: string) => {
  const [row] = await database().execute<{ version: number; events: number }>(sql`
    select version, (select count(*)::int from events e where e.proceeding_id = p.id) as events from proceedings p where id = ${proceedingId}`);
  return row;
};

describe("the write path", () => {
  it("lets one of twenty editors of the same version win and tells the others", async () => {
    const { disputeId, proceedingId } = await acceptedDispute(county);
    const version = (await rowOf(proceedingId))?.version ?? 0;
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () => touch(county.as("mediator"), { disputeId, proceedingId, version })),
    );
    const refusals = results.flatMap((result) =>
      result.status === "rejected" ? [(result.reason as { code?: string }).code] : [],
    );
    expect(refusals).toEqual(Array.from({ length: 19 }, () => "changedMeanwhile"));
    expect(await rowOf(proceedingId)).toEqual({ version: version + 1, events: 2 });
  });

  it("keeps the dispute and its proceeding from every other act until it has ended", async () => {
    const target = await acceptedDispute(county);
    const { disputeId, proceedingId } = target;
    const lockOf = (table: string, id: string) =>
      database()
        .execute(sql`select from ${sql.identifier(table)} where id = ${id} for update nowait`)
        .then(
          () => "free",
          (error: unknown) => postgresError(error)?.code,
        );
    const locks = () => Promise.all([lockOf("disputes", disputeId), lockOf("proceedings", proceedingId)]);
    const during = await perform(county.as("mediator"), "notice.give", target, async () => ({ result: await locks() }));
    expect(during).toEqual(["55P03", "55P03"]);
    expect(await locks()).toEqual(["free", "free"]);
  });

  it("writes no status over a version it has not read", async () => {
    const target = await acceptedDispute(county);
    const before = await rowOf(target.proceedingId);
    const overtaken = perform(county.as("mediator"), "notice.give", target, async ({ tx }) => {
      await tx.execute(sql`update proceedings set version = version + 1 where id = ${target.proceedingId}`);
      return { result: null };
    });
    expect(await refusedWith(overtaken)).toBe("changedMeanwhile");
    expect(await rowOf(target.proceedingId)).toEqual(before);
  });

  it("gives ten parallel requests with one key one effect and ten equal answers", async () => {
    const { disputeId, proceedingId } = await acceptedDispute(county);
    const before = await rowOf(proceedingId);
    const context = county.as("mediator");
    const answers = await Promise.all(Array.from({ length: 10 }, () => touch(context, { disputeId, proceedingId })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await rowOf(proceedingId)).toEqual({
      version: (before?.version ?? 0) + 1,
      events: (before?.events ?? 0) + 1,
    });
  });

  it("refuses the same key with another body", async () => {
    const { disputeId, proceedingId } = await acceptedDispute(county);
    const context = county.as("mediator");
    await touch(context, { disputeId, proceedingId });
    expect(await refusedWith(touch(context, { disputeId }))).toBe("keyReused");
  });

  it("gives the same answer for a dispute that does not exist and for one the actor may not know", async () => {
    const { disputeId } = await acceptedDispute(county);
    const absent = await refusedWith(touch(county.as("mediator3"), { disputeId: newId(new Date()) }));
    const foreign = await refusedWith(touch(county.as("mediator3"), { disputeId }));
    expect([absent, foreign]).toEqual(["notFound", "notFound"]);
  });

  it("refuses as forbidden a colleague who may read but not act", async () => {
    const { disputeId } = await acceptedDispute(county);
    expect(await refusedWith(touch(county.as("head"), { disputeId }))).toBe("forbidden");
  });

  it("leaves nothing behind when the body fails half way", async () => {
    const { disputeId, proceedingId } = await acceptedDispute(county);
    const before = await rowOf(proceedingId);
    const context = county.as("mediator");
    const broken = perform(context, "notice.give", { disputeId, proceedingId }, async ({ tx }) => {
      await sayWhy(tx, "half done");
      await tx.execute(sql`update dispute_facts set facts = 'half done' where dispute_id = ${disputeId}`);
      throw new Error("power cut");
    });
    await expect(broken).rejects.toThrow("power cut");
    expect(await rowOf(proceedingId)).toEqual(before);
    const [facts] = await database().execute<{ facts: string }>(
      sql`select facts from dispute_facts where dispute_id = ${disputeId}`,
    );
    expect(facts?.facts).not.toBe("half done");
    await touch(context, { disputeId, proceedingId });
  });

  it("forgets the actor when the transaction is over", async () => {
    await asActor(county.as("mediator"), (tx) => tx.execute(sql`select 1`));
    const [left] = await database().execute<{ role: string; county: string | null }>(
      sql`select current_user::text as role, app.county() as county`,
    );
    expect(left).toMatchObject({ county: null });
    expect(left?.role).not.toBe("zhongtiao_app");
  });
});
