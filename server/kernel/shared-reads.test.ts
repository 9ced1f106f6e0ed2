import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type TestCounty, testCounty } from "../testing/county";
import type { Context } from "./context";
import { askedOnce, leaveSomething, readsOfRequest } from "./shared-reads";
import { asActor, postgresError } from "./transaction";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

/** A context as a question of a request gets it. */
function asked(username = "mediator", reads = readsOfRequest()): Context {
  const ctx = { actor: county.actor(username), now: new Date() };
  return { ...ctx, reads: reads(ctx, "read", "test") };
}
/** The number of the transaction's connection and its time, the same for all statements of one transaction. */
const place = (ctx: Context, more?: () => Promise<unknown>) =>
  asActor(ctx, async (tx) => {
    const [row] = await tx.execute(sql`select pg_backend_pid() as pid, now()::text as at, app.person() as person`);
    await more?.();
    return row;
  });

describe("what several reads of a request need", () => {
  const count = (ctx: Context, answers: string[]) =>
    asActor(ctx, (tx) => askedOnce(tx, "the same", async () => answers.push("asked")));

  it("is asked once in the transaction that they share", async () => {
    const [ctx, answers] = [asked(), [] as string[]];
    expect(await Promise.all([count(ctx, answers), count(ctx, answers)])).toEqual([1, 1]);
    expect(await count(ctx, answers)).toBe(1);
    await count(asked(), answers);
    expect(answers).toHaveLength(2);
  });

  it("is asked each time by an act, which may have changed it", async () => {
    const answers: string[] = [];
    const { reads: _shared, ...ctx } = asked();
    await count(ctx, answers);
    expect(
      await asActor(ctx, async (tx) => [
        await askedOnce(tx, "it", async () => 1),
        await askedOnce(tx, "it", async () => 2),
      ]),
    ).toEqual([1, 2]);
  });
});

describe("what one request reads", () => {
  it("shares one transaction, at the same time and one after the other", async () => {
    const ctx = asked();
    const [one, two] = await Promise.all([place(ctx), place(ctx)]);
    expect(two).toEqual(one);
    expect(await place(ctx)).toEqual(one);
    expect(one?.person).toBe(ctx.actor.personId);
  });

  it("is no other actor's, and no act's", async () => {
    const reads = readsOfRequest();
    const [mediator, head] = [asked("mediator", reads), asked("head", reads)];
    const [mine, theirs, acts] = await Promise.all([
      place(mediator),
      place(head),
      place({ actor: mediator.actor, now: mediator.now }),
    ]);
    expect([mine?.person, theirs?.person]).toEqual([mediator.actor.personId, head.actor.personId]);
    expect(acts?.at).not.toBe(mine?.at);
    // A context whose actor was replaced does not read as the actor of its request.
    const replaced = await place({ ...mediator, actor: head.actor });
    expect(replaced?.person).toBe(head.actor.personId);
  });

  it("writes nothing", async () => {
    const write = asActor(asked(), (tx) => tx.execute(sql`delete from notifications where county_id = app.county()`));
    await expect(write.catch((error) => postgresError(error)?.code)).resolves.toBe("25006");
  });

  it("begins anew in a transaction of its own, which may write, where it leaves something behind", async () => {
    let begun = 0;
    const leaving = asActor(asked(), async (tx) => {
      begun += 1;
      leaveSomething(tx);
      await tx.execute(sql`update notifications set read_at = read_at where county_id = app.county() and false`);
    });
    await expect(leaving).resolves.toBeUndefined();
    expect(begun).toBe(2);
  });

  it("answers the others when one of them fails", async () => {
    const ctx = asked();
    const failing = asActor(ctx, (tx) => tx.execute(sql`select 1 / ${0}::int`)).catch(postgresError);
    const [failed, before, after] = await Promise.all([failing, place(ctx), failing.then(() => place(ctx))]);
    expect(failed).toMatchObject({ code: "22012" });
    expect([before?.person, after?.person]).toEqual([ctx.actor.personId, ctx.actor.personId]);
  });

  it("gives its connection back as soon as nobody reads", async () => {
    const ctx = asked();
    const first = await place(ctx);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const later = await place(ctx);
    expect(later?.at).not.toBe(first?.at);
  });
});
