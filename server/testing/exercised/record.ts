import { appendFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeEach, expect } from "vitest";

type Kind = "procedure" | "route" | "task" | "problem" | "event";
type Call = (...given: unknown[]) => unknown;

declare global {
  /** Only while the whole suite runs: what the tests of this process made the product do. */
  var zhongtiaoExercised: ReturnType<typeof recorder> | undefined;
}

/**
 * Notes what was done within a test, and counts it once that test has looked at something afterwards: what only prepares a
 * test, or is done and never looked at, is exercised by nobody.
 */
function recorder() {
  const counted = new Set<string>();
  let pending: { name: string; assertions: number }[] | null = null;
  const assertions = () => expect.getState().assertionCalls;

  const note = (kind: Kind, name: string) => {
    pending?.push({ name: `${kind} ${name}`, assertions: assertions() });
  };
  /** The same function, which notes each answer; a refusal by an exception and an answer of 400 or more are none. */
  const answering = (kind: Kind, name: string, call: Call): Call => {
    const noteAnswer = (answer: unknown) => {
      if (!(answer instanceof Response && answer.status >= 400)) note(kind, name);
    };
    return (...given) => {
      const answer = call(...given);
      if (answer instanceof Promise) answer.then(noteAnswer, () => undefined);
      else noteAnswer(answer);
      return answer;
    };
  };
  const ofTasks = (list: object) =>
    Object.fromEntries(Object.entries(list).map(([name, task]) => [name, answering("task", name, task as Call)]));
  const watched = (kind: Kind, name: string, exported: unknown): unknown => {
    if (kind !== "task") return typeof exported === "function" ? answering(kind, name, exported as Call) : exported;
    if (typeof exported === "function") return (...given: unknown[]) => ofTasks((exported as Call)(...given) as object);
    return ofTasks(exported as object);
  };

  return {
    note,
    watched,
    begin: () => {
      pending = [];
    },
    end: () => {
      const last = assertions();
      // Within `await expect(act()).rejects` the assertion has been counted before the act is over.
      for (const { name, assertions: before } of pending ?? []) if (last > before || before > 0) counted.add(name);
      pending = null;
    },
    /** What was counted since the last call. */
    take: () => {
      const names = [...counted];
      counted.clear();
      return names;
    },
  };
}

const folder = process.env.ZHONGTIAO_EXERCISED;
if (folder) {
  globalThis.zhongtiaoExercised ??= recorder();
  const exercised = globalThis.zhongtiaoExercised;
  beforeEach(exercised.begin);
  afterEach(exercised.end);
  afterAll(() => {
    const test = path.relative(process.cwd(), expect.getState().testPath ?? "");
    const lines = exercised.take().map((name) => `${test}\t${name}\n`);
    appendFileSync(path.join(folder, `${process.pid}.tsv`), lines.join(""));
  });
}
