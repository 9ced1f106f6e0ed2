import { beforeAll, describe, expect, it } from "vitest";
import { disputeById } from "../disputes/reads/dispute";
import { disputeTimeline } from "../disputes/reads/timeline";
import { registerDispute } from "../disputes/register-dispute";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute, intake } from "../testing/disputes";
import { merged, registeredTwice } from "../testing/merges";
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
