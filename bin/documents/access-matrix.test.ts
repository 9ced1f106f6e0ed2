import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { routedProcedures } from "@/bin/checks/routed-procedures.mjs";
import { type Role, roles } from "@/db/vocabulary";
import { policy } from "@/server/access/policy";
import { type TestCounty, testCounty, usernameOf } from "@/server/testing/county";
import { minimalInput } from "@/server/testing/inputs/minimal-input";
import type { RequestContext } from "@/server/trpc/init";
import { accessMatrix, answerTo, anyone, linkProcedures, nobody, procedures, refusalOf } from "./access-matrix";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty(["LW"]);
});
const as = (role: Role): RequestContext => anyone(role, { actor: county.actor(usernameOf[role]) });

describe("the access matrix", () => {
  it("is the one in docs/access-matrix.txt (npm run docs writes it anew)", async () => {
    const file = path.resolve(import.meta.dirname, "../../docs/access-matrix.txt");
    expect(await accessMatrix()).toBe(readFileSync(file, "utf8"));
  });

  it("knows no procedure without an action of the policy", () => {
    expect(procedures.length).toBeGreaterThan(60);
    for (const { path: name, action } of procedures) expect(policy, name).toHaveProperty([action]);
  });

  it("is read from the texts of the routers as it runs, with what each procedure does", () => {
    const routed = routedProcedures();
    const mounted = [...procedures, ...linkProcedures].map((one) => one.path);
    expect(routed.map((one) => one.path).sort()).toEqual(mounted.sort());
    expect(routed.filter(({ verbs }) => verbs.length === 0)).toEqual([]);
  });

  it("finds an input that fits for nearly every procedure", () => {
    const without = procedures.filter(({ inputs }) => !minimalInput(inputs[0]).fits).map((one) => one.path);
    // What a rule asks beyond its shape is not guessed: spans of time, a pattern of numbers, the hash of what was seen.
    expect(without.length, without.join(" ")).toBeLessThanOrEqual(5);
  });
});

describe.each(procedures)("$path", ({ path: name, action, inputs }) => {
  it("answers each role as the policy says", async () => {
    for (const role of roles) {
      const answer = await answerTo(as(role), name, minimalInput(inputs[0]).input);
      // The ids exist nowhere: an allowed role gets "not found" or a refusal by a rule, never one because of its role.
      expect(answer === "FORBIDDEN", `${role}: ${answer}`).toBe(!(role in policy[action]));
      expect(answer, role).not.toBe("INTERNAL_SERVER_ERROR");
    }
  });

  it("answers nobody who is not signed in, and nobody whose password somebody else made", async () => {
    const { input } = minimalInput(inputs[0]);
    expect(await answerTo(nobody(), name, input)).toBe("UNAUTHORIZED");
    const role = roles.find((one) => one in policy[action]);
    if (!role || name.startsWith("account.")) return;
    expect(await answerTo(anyone(role, { mustChangePassword: true }), name, input)).toBe("FORBIDDEN");
  });
});

/** Anybody may ask about a paper or a slip that they hold: it is asked by no link. */
const byHolder = ["sealedPapers.check", "slips.stage"];

describe.each(linkProcedures.filter(({ path: name }) => !byHolder.includes(name)))(
  "$path",
  ({ path: name, inputs }) => {
    it("refuses everybody who brings no link in the same words, whatever their role", async () => {
      const { input, fits } = minimalInput(inputs[0]);
      expect(fits).toBe(true);
      const answers = new Set<string>();
      for (const who of [nobody(), ...roles.map(as)]) answers.add(JSON.stringify(await refusalOf(who, name, input)));
      expect([...answers]).toEqual([JSON.stringify({ code: "NOT_FOUND", problem: { code: "linkDead", params: {} } })]);
    });
  },
);

it("keeps the entry for links in one place", () => {
  expect(linkProcedures.length).toBeGreaterThan(5);
  for (const { path: name } of linkProcedures) expect(byHolder.includes(name) || name.startsWith("links.")).toBe(true);
});
