import { expect, it } from "vitest";
import { untilBack } from "./until-back";

/** How often it paused and told, with these answers one after the other. */
async function asked(given: boolean[]) {
  const seen = { pauses: 0, told: 0 };
  const wasAway = await untilBack({
    answers: async () => given.shift() ?? true,
    onAway: () => {
      seen.told += 1;
    },
    pause: async () => {
      seen.pauses += 1;
    },
  });
  return { ...seen, wasAway, left: given.length };
}

it("asks until the system answers again, and says once that it is away", async () => {
  expect(await asked([false, false, false, true])).toEqual({ wasAway: true, told: 1, pauses: 3, left: 0 });
});

it("asks once where the system was there all the time: then something else failed", async () => {
  expect(await asked([true, true])).toEqual({ wasAway: false, told: 0, pauses: 0, left: 1 });
});
