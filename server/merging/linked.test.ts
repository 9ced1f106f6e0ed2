import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { closeProceeding } from "../disputes/close-proceeding";
import { disputeById } from "../disputes/reads/dispute";
import { disputeTimeline } from "../disputes/reads/timeline";
import { registerDispute } from "../disputes/register-dispute";
import { triageDispute } from "../disputes/triage-dispute";
import { postgresError } from "../kernel/transaction";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute, harmless, intake } from "../testing/disputes";
import { merged, registeredTwice } from "../testing/merges";
import { recordFaults } from "../testing/record-faults";
import { refusedWith } from "../testing/refused";
import { linkDisputes } from "./link-disputes";
import { relatedOf } from "./reads/related";
import { removeDisputeLink } from "./remove-dispute-link";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const links = async (disputeId: string, who = "mediator") => (await relatedOf(county.as(who), { disputeId })).links;
const reason = "同一个老板欠的工资";

describe("two matters that have to do with each other", () => {
  it("are linked once, seen from either, and parted with the history kept", async () => {
    const one = await acceptedDispute(county);
    const other = await acceptedDispute(county, { title: "后来又吵了一架" });
    const pair = { disputeId: one.disputeId, otherDisputeId: other.disputeId };
    const { linkId } = await linkDisputes(county.as("mediator"), { ...pair, kind: "followUp", reason });
    expect(await links(one.disputeId)).toMatchObject([
      { isFromHere: true, otherId: other.disputeId, kind: "followUp", reason },
    ]);
    expect(await links(other.disputeId)).toMatchObject([{ isFromHere: false, otherId: one.disputeId }]);
    const turned = { disputeId: other.disputeId, otherDisputeId: one.disputeId, kind: "followUp", reason } as const;
    expect(await refusedWith(linkDisputes(county.as("mediator"), turned))).toBe("linkedAlready");
    expect((await disputeById(county.as("mediator"), { disputeId: one.disputeId })).hasRelated).toBe(true);

    const away = { disputeId: other.disputeId, linkId, reason: "不是同一个老板" };
    await removeDisputeLink(county.as("mediator"), away);
    expect(await links(one.disputeId)).toMatchObject([
      { removedReason: "不是同一个老板", linkedBy: expect.anything() },
    ]);
    expect(await refusedWith(removeDisputeLink(county.as("mediator"), away))).toBe("linkRemoved");
    await linkDisputes(county.as("mediator"), turned);
  });

  it("are a matter and its relapse where one that was over by then is said to have followed, until somebody who is not measured by it takes the link back", async () => {
    const taken = async (over: object = {}) => (await registerDispute(county.as("mediator"), intake(over))).disputeId;
    const first = await taken({ title: "停车" });
    const onScene = { disputeId: first, answers: harmless, track: "onScene" as const, notAcceptedReason: null };
    await triageDispute(county.as("mediator"), { ...onScene, overrideReason: "", leadPersonId: null, leadUnit: "" });
    const early = await taken({ title: "早就登记的" });
    await closeProceeding(county.as("mediator"), { disputeId: first, outcome: "calmed", note: "劝开了" });
    const again = await taken({ title: "又为停车" });
    const relapses = async () =>
      (
        await database().execute<{ n: number; relapse_of: string | null }>(sql`select relapse_of,
          (select coalesce(sum(e.relapsed), 0)::int from figure_entries e where e.dispute_id = ${first}::uuid) as n from disputes where id = ${again}::uuid`)
      )[0];
    expect(await relapses()).toEqual({ n: 0, relapse_of: null });
    // What was there before the end is none; nor is what only has the same people.
    const link = (disputeId: string, kind: "followUp" | "samePeople") =>
      linkDisputes(county.as("mediator"), { disputeId, otherDisputeId: first, kind, reason });
    await link(early, "followUp");
    expect(await relapses()).toEqual({ n: 0, relapse_of: null });
    const { linkId } = await link(again, "followUp");
    expect(await relapses()).toEqual({ n: 1, relapse_of: first });
    const [told] = await database().execute(
      sql`select 1 from events where chain = ${first}::uuid and action = 'dispute.relapse'`,
    );
    expect(told).toBeDefined();
    const away = { disputeId: again, linkId, reason: "想想不是一回事" };
    expect(await refusedWith(removeDisputeLink(county.as("mediator"), away))).toBe("relapseByAnother");
    const raw = database()
      .execute(sql`update disputes set relapse_of = null where id = ${again}::uuid`)
      .catch((error) => postgresError(error)?.constraint_name);
    expect(await raw).toBe("disputes_relapse_fixed");
    await removeDisputeLink(county.as("committee"), away);
    expect(await relapses()).toEqual({ n: 0, relapse_of: null });
    // It can be said again; what registration itself called a relapse no link takes back.
    await link(again, "followUp");
    expect(await relapses()).toEqual({ n: 1, relapse_of: first });
    const said = await taken({ title: "第三回", relapseOf: first });
    const { linkId: repeated } = await link(said, "followUp");
    await removeDisputeLink(county.as("committee"), { disputeId: said, linkId: repeated, reason: "重复了" });
    const [still] = await database().execute(sql`select relapse_of from disputes where id = ${said}::uuid`);
    expect(still).toEqual({ relapse_of: first });
    expect(await recordFaults(county.countyId)).toEqual([]);
  });

  it("show nothing of one to whoever may only read the other, neither in the list nor on the timeline", async () => {
    const one = await acceptedDispute(county);
    const elsewhere = await registerDispute(county.as("mediator3"), intake({ title: "东关那件事" }));
    const pair = { disputeId: one.disputeId, otherDisputeId: elsewhere.disputeId, kind: "samePeople", reason } as const;
    expect(await refusedWith(linkDisputes(county.as("mediator"), pair))).toBe("notFound");
    expect(await refusedWith(linkDisputes(county.as("mediator3"), pair))).toBe("notFound");
    const near = await acceptedDispute(county, { title: "本所另一件" });
    const { linkId } = await linkDisputes(county.as("mediator"), { ...pair, otherDisputeId: near.disputeId });
    const { events } = await disputeTimeline(county.as("mediator"), { disputeId: near.disputeId });
    const payload = events.find(({ action }) => action === "dispute.link")?.payload ?? {};
    expect(JSON.stringify(payload)).not.toContain(one.disputeId);
    expect(payload).toMatchObject({ linkId });
  });

  it("are not linked under a registration that was merged, nor to themselves", async () => {
    const pair = await registeredTwice(county);
    const third = await acceptedDispute(county);
    await merged(county, pair);
    const link = { disputeId: third.disputeId, otherDisputeId: pair.absorbed, kind: "samePlace", reason } as const;
    expect(await refusedWith(linkDisputes(county.as("mediator"), link))).toBe("disputeMerged");
    expect(await refusedWith(linkDisputes(county.as("mediator"), { ...link, otherDisputeId: third.disputeId }))).toBe(
      "mergeItself",
    );
  });
});
