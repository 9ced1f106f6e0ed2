import { beforeAll, describe, expect, it } from "vitest";
import { type TestCounty, testCounty } from "../../testing/county";
import { acceptedDispute, harmless, intake } from "../../testing/disputes";
import { registerDispute } from "../register-dispute";
import { triageDispute } from "../triage-dispute";
import { groupOf, overdueOf, todayOf } from "./today";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
const today = (who: string, show: "toDo" | "waiting" | "mine" = "mine") =>
  todayOf(county.as(who), { show, after: null });

describe("groups of today", () => {
  it("follow the calendar of Shanghai; a week ends on Sunday", () => {
    const now = new Date("2026-11-24T01:12:00Z");
    expect(groupOf(new Date("2026-11-24T01:00:00Z"), now)).toBe("overdue");
    expect(groupOf(new Date("2026-11-24T15:59:00Z"), now)).toBe("today");
    expect(groupOf(new Date("2026-11-24T16:01:00Z"), now)).toBe("week");
    expect(groupOf(new Date("2026-11-29T15:59:00Z"), now)).toBe("week");
    expect(groupOf(new Date("2026-11-29T16:01:00Z"), now)).toBe("later");
  });
});

describe("today", () => {
  it("shows each person their own steps: disputes they lead, steps they own, and disputes they registered that wait for triage", async () => {
    const { disputeId } = await acceptedDispute(county);
    const old = await registerDispute(county.as("mediator", { now: daysAgo(20) }), intake({ title: "等了二十天" }));
    const late = await registerDispute(county.as("mediator", { now: daysAgo(22) }), intake({ title: "交给别人" }));
    await triageDispute(county.as("mediator", { now: daysAgo(21) }), {
      disputeId: late.disputeId,
      answers: harmless,
      track: "peoples",
      notAcceptedReason: null,
      overrideReason: "",
      leadPersonId: county.people.mediator2 ?? "",
      leadUnit: "",
    });

    const mine = await today("mediator");
    expect(mine.groups.overdue.map((row) => [row.title, row.step, row.status])).toEqual([
      ["等了二十天", "triage", null],
    ]);
    const rows = Object.values(mine.groups).flat();
    expect(rows.map((row) => row.id).sort()).toEqual([disputeId, old.disputeId].sort());
    expect(mine.counts).toMatchObject({ waiting: 0, mine: 2 });
    expect(rows.find((row) => row.id === disputeId)).toMatchObject({
      step: "giveNotice",
      detail: { names: ["刘玉芬", "张建国"] },
      head: "赵国梁",
      isMine: true,
    });

    const other = await today("mediator2");
    expect(other.groups.overdue.map((row) => row.title)).toEqual(["交给别人"]);
    expect([await overdueOf(county.as("mediator2")), await overdueOf(county.as("mediator"))]).toEqual([1, 1]);
  });

  it("keeps other stations out, and shows the station what waits for triage", async () => {
    const side = (await today("officer")).side;
    expect(side.untriaged.map((one) => one.title)).toContain("等了二十天");
    expect(side.untriagedCount).toBe(1);
    expect(await today("mediator3")).toMatchObject({
      counts: { mine: 0 },
      side: { untriagedCount: 0, sessions: [], waiting: [] },
    });
  });
});
