import { TRPCError } from "@trpc/server";
import { describe, expect, it } from "vitest";
import en from "@/app/_i18n/messages/en/problems.json";
import zh from "@/app/_i18n/messages/zh-CN/problems.json";
import { tracks } from "@/db/vocabulary";
import { type Action, policy } from "../access/policy";
import { transitionOf } from "../disputes/lifecycle";
import { conflict, type Problem } from "../kernel/problem";
import { asToldByLink, toldByLink } from "./told-by-link";

const told = (problem: Problem) => {
  const { code, params } = asToldByLink(new TRPCError({ code: "CONFLICT", cause: problem })).cause as Problem;
  return { code, params };
};
/** The values that a sentence has places for. */
const placesOf = (sentence: unknown) =>
  [...new Set([...String(sentence).matchAll(/\{(\w+)(?=,|\})/g)].map((match) => match[1]))].sort();

describe("what somebody without an account is told of a refusal", () => {
  it("is nothing of why a gate is shut, who is tied, what was merged or how many agreed", () => {
    for (const problem of [
      conflict("needs.gateOpen", { question: "familyViolence" }),
      conflict("needs.actorUntied"),
      conflict("needs.everyPartyConsented", { unconsented: 1 }),
      conflict("tied", { name: "周某", kinds: "kin" }),
      conflict("consentMissing", { parties: "刘某", force: "lawyer" }),
      conflict("disputeMerged"),
      conflict("notInThisStep"),
      conflict("guardianNeeded", { party: "夏某" }),
    ])
      expect(told(problem), problem.code).toEqual({ code: "notNow", params: {} });
  });

  it("holds the values of its sentence alone, in both languages", () => {
    expect(told(conflict("personTaken", { name: "周某", from: "2026-01-05T02:00:00Z", nextFree: "" }))).toEqual({
      code: "personTaken",
      params: { name: "周某" },
    });
    for (const [code, names] of toldByLink)
      for (const sentences of [zh, en] as Record<string, unknown>[]) {
        expect(sentences[code], code).toBeTypeOf("string");
        expect(placesOf(sentences[code]), code).toEqual([...names].sort());
      }
  });
});

describe("an act of a helper", () => {
  it("is refused for nothing that the helper may not know: no step of the lifecycle asks a condition of it", () => {
    const theirs = (Object.keys(policy) as Action[]).filter((action) => "expert" in policy[action]);
    expect(theirs.length).toBeGreaterThan(15);
    const asking = theirs.flatMap((action) =>
      tracks.filter((track) => transitionOf(track, action)?.needs?.length).map((track) => `${action} on ${track}`),
    );
    expect(asking).toEqual([]);
  });
});
