import { AsyncLocalStorage } from "node:async_hooks";
import { afterAll, expect, it } from "vitest";
import { reached } from "@/server/kernel/unreachable";
import { orComeAgain } from "./come-again";

globalThis.zhongtiaoAnswers = new AsyncLocalStorage();
afterAll(() => {
  globalThis.zhongtiaoAnswers = undefined;
});
/** What a try to sign in is answered where asking the database failed with this. */
const answered = (error: unknown, status: number) =>
  globalThis.zhongtiaoAnswers?.run({ isUnreachable: false }, async () => {
    await reached(Promise.reject(error)).catch(() => undefined);
    return orComeAgain(new Response("{}", { status, headers: { "content-type": "application/json" } }));
  });

it("a try to sign in while the database restarts is no wrong password, and says when to come again", async () => {
  const answer = await answered(Object.assign(new Error("gone"), { code: "ECONNREFUSED" }), 401);
  expect([answer?.status, answer?.headers.get("retry-after"), answer?.headers.get("content-type")]).toEqual([
    ...[503, "5", "application/json"],
  ]);
  expect(await answer?.text()).toBe("{}");
});

it("a wrong password stays one, and whoever was let in is in", async () => {
  expect((await answered(new Error("wrong"), 401))?.status).toBe(401);
  expect((await answered(Object.assign(new Error("gone"), { code: "57P01" }), 200))?.status).toBe(200);
});
