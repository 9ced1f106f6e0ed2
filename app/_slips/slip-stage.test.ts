import { expect, it } from "vitest";
import { proceedingStatuses } from "@/db/vocabulary";
import { slipStageOf } from "./slip-stage";

it("says of a matter that is over that it is over, and of one closed to most people no stage at all", () => {
  expect(slipStageOf({ status: null, wasRefused: false })).toBe("registration");
  expect(slipStageOf({ status: null, wasRefused: true })).toBe("refused");
  const said = proceedingStatuses.map((status) => slipStageOf({ status, wasRefused: false }));
  expect(said.filter((one) => one === "over")).toHaveLength(3);
  for (const status of proceedingStatuses)
    expect(slipStageOf({ status, wasRefused: false, isKept: true })).toBe("kept");
});
