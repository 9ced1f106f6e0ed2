import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { relations, roles } from "@/db/vocabulary";
import { seedFor } from "../testing/chance";
import { type Action, allows, policy } from "./policy";
import { showsPart, viewOf } from "./views";

const actions = Object.keys(policy) as Action[];

describe("the policy", () => {
  it("refuses whatever no cell allows", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...actions),
        fc.constantFrom(...roles),
        fc.subarray([...relations]),
        (action, role, held) => {
          const cell = (policy[action] as Record<string, readonly string[] | undefined>)[role];
          const expected =
            cell !== undefined && (cell.includes("any") || cell.some((scope) => (held as string[]).includes(scope)));
          expect(allows(role, action, held)).toBe(expected);
        },
      ),
      { numRuns: 2_000, seed: seedFor("policy") },
    );
  });

  it("lets only the head of a committee seal, and only through the committee", () => {
    expect(roles.filter((role) => allows(role, "agreement.seal", [...relations]))).toEqual(["committeeHead"]);
    expect(allows("committeeHead", "agreement.seal", ["lead", "station", "joined"])).toBe(false);
  });

  it("shows nothing to an invitee who has not accepted, and the brief view to one who has", () => {
    expect(viewOf("expert", ["invited"])).toBeNull();
    expect(viewOf("expert", ["joined"])).toBe("brief");
    expect(showsPart("brief", "contacts")).toBe(false);
    expect(showsPart("brief", "risk")).toBe(false);
  });

  it("shows no dispute to administrator, county and grid member, whatever their relations", () => {
    for (const role of ["admin", "county", "gridMember"] as const) expect(viewOf(role, [...relations])).toBeNull();
  });

  it("gives the widest view when several relations hold", () => {
    expect(viewOf("officer", ["station", "lead"])).toBe("full");
    expect(viewOf("officer", ["station"])).toBe("status");
  });
});
