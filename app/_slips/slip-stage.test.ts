import { expect, it } from "vitest";
import { proceedingStatuses } from "@/db/vocabulary";
import { slipStageOf } from "./slip-stage";

it("says of a matter that is over that it is over, however it ended", () => {
  expect(slipStageOf({ status: null, wasRefused: false })).toBe("registration");
  expect(slipStageOf({ status: null, wasRefused: true })).toBe("refused");
  const said = proceedingStatuses.map((status) => slipStageOf({ status, wasRefused: false }));
  expect(said.filter((one) => one === "over")).toHaveLength(3);
});
