import { afterEach, describe, expect, it, vi } from "vitest";
import { Busy, workLine } from "./work-line";

/** Work that goes on until it is told to end; `begun` lists what runs or ran, in order. */
function held(inLine: ReturnType<typeof workLine>) {
  const begun: string[] = [];
  return {
    begun,
    start(name: string, called = name) {
      let end: () => void = () => undefined;
      const until = new Promise<void>((resolve) => {
        end = resolve;
      });
      const done = inLine(name, async () => {
        begun.push(called);
        await until;
      });
      done.catch(() => undefined);
      return { end, done };
    },
  };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

afterEach(() => {
  vi.useRealTimers();
});

describe("the line in front of a pool", () => {
  it("lets so many run together and the others in their order", async () => {
    const { begun, start } = held(workLine({ max: 2, mostWaiting: 9, waitMs: 60_000, share: 1 }));
    const [a] = [start("a"), start("b"), start("c"), start("d")];
    await settled();
    expect(begun).toEqual(["a", "b"]);
    a.end();
    await settled();
    expect(begun).toEqual(["a", "b", "c"]);
  });

  it("keeps places free of the one question that everybody asks", async () => {
    const { begun, start } = held(workLine({ max: 4, mostWaiting: 99, waitMs: 60_000, share: 0.5 }));
    const slow = Array.from({ length: 16 }, () => start("slow"));
    start("quick");
    start("other");
    await settled();
    expect(begun).toEqual(["slow", "slow", "quick", "other"]);
    slow[0]?.end();
    await settled();
    expect(begun).toEqual(["slow", "slow", "quick", "other", "slow"]);
  });

  it("refuses at once who finds too many waiting, and later who has waited too long", async () => {
    vi.useFakeTimers();
    const { begun, start } = held(workLine({ max: 1, mostWaiting: 1, waitMs: 4_000, share: 1 }));
    const first = start("a");
    const second = start("b");
    await expect(start("c").done).rejects.toBeInstanceOf(Busy);
    const refused = expect(second.done).rejects.toBeInstanceOf(Busy);
    await vi.advanceTimersByTimeAsync(4_000);
    await refused;
    first.end();
    await first.done;
    start("d");
    await vi.advanceTimersByTimeAsync(0);
    expect(begun).toEqual(["a", "d"]);
  });

  it("gives the place back when the work fails", async () => {
    const inLine = workLine({ max: 1, mostWaiting: 1, waitMs: 60_000, share: 1 });
    await expect(inLine("a", () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    await expect(inLine("a", async () => "fine")).resolves.toBe("fine");
  });
});
