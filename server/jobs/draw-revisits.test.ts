import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { notificationsIn } from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { archiveProceeding } from "../disputes/archive-proceeding";
import { closeProceeding } from "../disputes/close-proceeding";
import { closeProceedingInput } from "../disputes/inputs";
import { addDays, dayOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import { recordVisitInput } from "../performance/inputs";
import { performanceOfDispute } from "../performance/reads/ledger";
import { recordPerformance } from "../performance/record-performance";
import { recordVisit } from "../performance/record-visit";
import { recordRevisitInput } from "../revisits/inputs";
import { ownRevisits } from "../revisits/reads/revisits";
import { recordRevisit } from "../revisits/record-revisit";
import { type Agreed, agreedDispute, payClause, sealedAgreement } from "../testing/agreements";
import { type TestCounty, testCounty } from "../testing/county";
import { lastCountyEvent } from "../testing/events";
import { refusedWith } from "../testing/refused";
import { drawRevisits } from "./draw-revisits";

let county: TestCounty;
let matter: Agreed;
const today = dayOf(new Date());
/** Noon on a day of the month after this one. */
const nextMonth = `${addDays(`${today.slice(0, 7)}-01`, 32).slice(0, 7)}-01`;
const drawnAt = new Date(`${nextMonth}T12:00:00+08:00`);
const later = new Date(drawnAt.getTime() + 86_400_000);

interface Row extends Record<string, unknown> {
  id: string;
  dispute: string;
  visitor: string;
  done: string | null;
}
const rows = () =>
  database().execute<Row>(sql`select r.id, r.dispute_id as dispute, split_part(p.username, '.', 1) as visitor, r.done_on as done
    from revisits r join people h on h.county_id = r.county_id and h.id = r.visitor_id
      join accounts p on p.county_id = h.county_id and p.person_id = h.id where r.county_id = ${county.countyId}::uuid`);

async function closed(): Promise<Agreed> {
  const agreed = await agreedDispute(county);
  const { disputeId } = agreed;
  const { obligationIds } = await sealedAgreement(county, agreed, [payClause(agreed, 100)]);
  await recordPerformance(county.as("mediator"), {
    ...{ disputeId, obligationId: obligationIds[0] ?? "", partyId: agreed.parties[1] ?? "" },
    ...{ amountFen: 100, performedOn: today, proof: "receipt", proofNote: "收条" },
  });
  const visit = recordVisitInput.parse({ disputeId, visitedOn: today, satisfaction: "satisfied" });
  await recordVisit(county.as("mediator"), visit);
  await closeProceeding(county.as("mediator"), closeProceedingInput.parse({ disputeId }));
  return agreed;
}

/** Each a millisecond after the one before: of two entries for one party the later one counts. */
let entries = 0;
const asks = (who: string, revisitId: string, partyId = "", over: object = {}) =>
  recordRevisit(
    county.as(who, { now: new Date(later.getTime() + entries++) }),
    recordRevisitInput.parse({
      ...{ disputeId: matter.disputeId, revisitId, partyId, visitedOn: dayOf(later) },
      ...{ satisfaction: "satisfied", fairness: ["yes", "yes", "partly", "yes"], ...over },
    }),
  );

beforeAll(async () => {
  county = await testCounty();
  matter = await closed();
  await archiveProceeding(county.as("mediator"), { disputeId: matter.disputeId, retention: "long" });
  await drawRevisits(new Date());
});

describe("revisits by somebody who took no part", () => {
  it("are drawn once for a month that is over, given to whose turn it is, and told to them alone", async () => {
    expect(await rows()).toEqual([]);
    await Promise.all([drawRevisits(drawnAt), drawRevisits(drawnAt)]);
    await drawRevisits(later);
    const [only, ...more] = await rows();
    expect(more).toEqual([]);
    expect(only).toMatchObject({ dispute: matter.disputeId, visitor: "mediator2", done: null });
    const told = (await notificationsIn(county.countyId)).filter(({ kind }) => kind === "revisitDrawn");
    expect(told).toHaveLength(1);
    expect(await lastCountyEvent(county.countyId)).toMatchObject({
      action: "revisit.draw",
      payload: { percent: 10, closed: 1, drawn: 1, month: `${today.slice(0, 7)}-01` },
    });
    const { own } = await ownRevisits(county.as("mediator2", { now: later }));
    expect(own).toMatchObject([{ disputeId: matter.disputeId, dueOn: addDays(nextMonth, 15), isLate: false }]);
    expect(
      (await ownRevisits(county.as("mediator2", { now: new Date(later.getTime() + 20 * 86_400_000) }))).own,
    ).toMatchObject([{ isLate: true }]);
  });

  it("are known to nobody else before the result, not by SQL either", async () => {
    const [revisit] = await rows();
    for (const who of ["mediator", "committee", "officer"]) {
      const ctx = county.as(who, { now: later });
      expect((await ownRevisits(ctx)).own).toEqual([]);
      const seen = (text: string) => asActor(ctx, (tx) => tx.execute(sql.raw(text)));
      await expect(seen("select id from revisits")).rejects.toMatchObject({ cause: { code: "42501" } });
      await expect(seen("select seed from revisit_draws")).rejects.toMatchObject({ cause: { code: "42501" } });
      await expect(
        seen(`update revisits set visitor_id = app.person() where id = '${revisit?.id}'`),
      ).rejects.toMatchObject({ cause: { code: "42501" } });
      await expect(seen(`select app.next_revisitor(app.county(), '${revisit?.id}')`)).rejects.toMatchObject({
        cause: { code: "42501" },
      });
    }
    expect((await performanceOfDispute(county.as("mediator", { now: later }), matter)).revisit).toBeNull();
    expect((await performanceOfDispute(county.as("mediator2", { now: later }), matter)).revisit).toEqual({
      ...{ id: revisit?.id, dueOn: addDays(nextMonth, 15) },
    });
  });

  it("are recorded side by side by whoever was drawn, of an archived matter too, and are done with the last side", async () => {
    const [one, two] = matter.parties;
    const revisitId = (await rows())[0]?.id ?? "";
    expect(await refusedWith(asks("mediator", revisitId, one))).toMatch(/forbidden|notFound/);
    expect(await refusedWith(asks("committee", revisitId, one))).toBe("notFound");
    expect(await refusedWith(asks("mediator2", revisitId, one, { visitedOn: addDays(dayOf(later), 1) }))).toBe(
      "dayInFuture",
    );
    await asks("mediator2", revisitId, one);
    await asks("mediator2", revisitId, one, { satisfaction: "fair" });
    expect((await rows())[0]?.done).toBeNull();
    await asks("mediator2", revisitId, two, { satisfaction: "dissatisfied", escalationSigns: "还在吵" });
    expect((await rows())[0]?.done).toBe(dayOf(later));
    expect(await refusedWith(asks("mediator2", revisitId, two))).toBe("notFound");
    const after = await performanceOfDispute(county.as("mediator", { now: later }), matter);
    expect(after.visits.filter(({ isThirdParty }) => isThirdParty)).toHaveLength(3);
    const { draws } = await ownRevisits(county.as("committee", { now: later }));
    expect(draws).toEqual([
      { month: today.slice(0, 7), closed: 1, drawn: 1, done: 1, late: 0, asked: 2, satisfied: 0 },
    ]);
    expect((await ownRevisits(county.as("mediator2", { now: later }))).draws).toEqual([]);
    const [event] = await database().execute<{ payload: string }>(
      sql`select payload from events where dispute_id = ${matter.disputeId}::uuid and action = 'revisit.record' order by seq desc limit 1`,
    );
    expect(JSON.parse(event?.payload ?? "")).toMatchObject({ revisitId, satisfaction: "dissatisfied", hasSigns: true });
  });

  it("are not drawn again for what is closed late, and go on when whoever was drawn has left, as long as anybody is left", async () => {
    const leaves = (who: string) =>
      database().execute(sql`update people p set disabled_at = now() from accounts a where a.county_id = p.county_id and a.person_id = p.id
        and p.county_id = ${county.countyId}::uuid and split_part(a.username, '.', 1) = ${who}`);
    await closed();
    await database().execute(sql`alter table revisits disable trigger user`);
    await database().execute(sql`update revisits set done_on = null where county_id = ${county.countyId}::uuid`);
    await database().execute(sql`alter table revisits enable trigger user`);
    const held: string[] = [];
    for (let turn = 0; turn < 5; turn++) {
      await drawRevisits(later);
      const [one, ...more] = await rows();
      expect([one?.dispute, more]).toEqual([matter.disputeId, []]);
      if (one?.visitor === held.at(-1)) break;
      held.push(one?.visitor ?? "");
      await leaves(one?.visitor ?? "");
    }
    expect(held[0]).toBe("mediator2");
    expect(held.at(-1)).toBe("committee");
    expect(held).not.toContain("mediator");
  });
});
