import { expect, it } from "vitest";
import { callAt } from "../../testing/calls";
import { testCounty } from "../../testing/county";
import { goldenPlay } from "../../testing/golden";
import { readOverview } from "./overview";

/** An on-scene matter closed at ten, and one call about the place at this moment; gives the relapses. */
async function relapsesWithCallAt(calledAt: string): Promise<number> {
  const county = await testCounty(["LW"]);
  const play = goldenPlay(county);
  const first = await callAt(county, "2026-05-01T08:00:00+08:00", { place: "翠湖苑1号楼" });
  const disputeId = await play.taken("onScene", "2026-05-01T08:30", { callIds: [first.callId] });
  await play.closed(disputeId, "2026-05-01T10:00");
  await callAt(county, calledAt, { place: "翠湖苑1号楼" });
  const { figures } = await readOverview(county.as("head", { now: new Date("2026-05-02T10:00:00+08:00") }), {
    period: "year",
    comparison: "lastYear",
  });
  return figures.relapseRate.numerator;
}

it("a call written down to the minute of the closing, and recorded after it, is a relapse", async () => {
  expect(await relapsesWithCallAt("2026-05-01T10:00:00+08:00")).toBe(1);
});

it("a call of the minute before is none, even when it is recorded later", async () => {
  expect(await relapsesWithCallAt("2026-05-01T09:59:00+08:00")).toBe(0);
});
