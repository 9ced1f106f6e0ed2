import { expect, it } from "vitest";
import { inTurns, type Story } from "./turns";

const day = (n: number) => new Date(Date.UTC(2026, 0, n));

it("tells the acts of all stories in the order of their days, one at a time, those of one day in the order in which they came to wait", async () => {
  const told: string[] = [];
  let acting = 0;
  const act = async (name: string) => {
    acting += 1;
    expect(acting).toBe(1);
    await new Promise((rest) => setTimeout(rest, 1));
    told.push(name);
    acting -= 1;
  };
  const story =
    (name: string, days: readonly number[]): Story =>
    async (reach) => {
      for (const n of days) {
        await reach(day(n));
        await act(`${name}${n}`);
      }
    };
  await inTurns([story("a", [1, 5, 9]), story("b", [2, 3, 9]), story("c", [4]), story("d", [])]);
  expect(told).toEqual(["a1", "b2", "b3", "c4", "a5", "b9", "a9"]);
});

it("ends with the error of a story", async () => {
  const failing: Story = async (reach) => {
    await reach(day(2));
    throw new Error("no free hour");
  };
  await expect(inTurns([failing, (reach) => reach(day(1))])).rejects.toThrow("no free hour");
});
