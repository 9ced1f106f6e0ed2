import { TRPCError } from "@trpc/server";
import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { type Role, roles } from "@/db/vocabulary";
import { policy } from "../../access/policy";
import { appRouter, procedures } from "../../api/root";
import { callerFactory, type RequestContext } from "../../trpc/init";
import { invitedTo, waitingSession } from "../asked";
import { chanceSeed } from "../chance";
import { consented, joined } from "../convening";
import { type TestCounty, testCounty, usernameOf } from "../county";
import { acceptedDispute } from "../disputes";
import { oddInputs } from "./odd-input";

// A failing run is repeated with CHANCE_SEED=<seed>; ODD_RUNS asks for more per procedure.
const seed = chanceSeed();
const runs = Number(process.env.ODD_RUNS ?? 5);

const areas = [...new Set(procedures.map(({ path }) => path.split(".")[0] ?? ""))];

const allowed = new Set([
  "OK",
  "BAD_REQUEST",
  "UNAUTHORIZED",
  "FORBIDDEN",
  "NOT_FOUND",
  "CONFLICT",
  "TOO_MANY_REQUESTS",
]);

let county: TestCounty;
let ids: string[] = [];
beforeAll(async () => {
  county = await testCounty(["LW"]);
  const dispute = await acceptedDispute(county);
  await consented(county, dispute);
  await joined(county, dispute, "lawyer");
  const sessionId = await waitingSession(county, dispute, [{ forceCode: "courtStaff" }], { heldUntil: null });
  const { invitationId } = await invitedTo(county, dispute, sessionId, "judge");
  const known = await database().execute<{ id: string }>(sql`
    select id from parties where county_id = ${county.countyId}::uuid union all
    select id from proceedings where county_id = ${county.countyId}::uuid union all
    select id from session_people where county_id = ${county.countyId}::uuid union all
    select id from rooms where county_id = ${county.countyId}::uuid union all
    select id from contact_points where county_id = ${county.countyId}::uuid`);
  const main = [dispute.disputeId, sessionId, invitationId];
  const people = ["mediator", "lawyer", "judge", "head"].map((name) => county.people[name] ?? "");
  // The dispute and its session come up most often.
  ids = [...main, ...main, ...main, ...people, ...known.map(({ id }) => id), v7(), county.countyId];
});

const contextOf = (role: Role | null): RequestContext => {
  const now = new Date();
  if (!role) return { signedIn: null, now, requestId: "ODD", address: "203.0.113.7" };
  const actor = county.actor(usernameOf[role]);
  const names = { name: "", username: "", post: "", stationName: null, committeeName: null, locale: null };
  return { signedIn: { ...names, actor, mustChangePassword: false, mustAddFactor: false }, now, requestId: "ODD" };
};

type Call = (input: unknown) => Promise<unknown>;
async function answerOf(path: string, role: Role | null, input: unknown): Promise<string> {
  const [area = "", name = ""] = path.split(".");
  const caller = callerFactory(appRouter)(contextOf(role)) as unknown as Record<string, Record<string, Call>>;
  try {
    await caller[area]?.[name]?.(input);
    return "OK";
  } catch (error) {
    return error instanceof TRPCError ? error.code : `THROWN ${String(error)}`;
  }
}

describe.each(areas)("odd inputs to %s", (area) => {
  it("are answered or refused, and never cause an unexpected error", async () => {
    const accidents: string[] = [];
    for (const [
      place,
      {
        path,
        action,
        inputs: [schema],
        isWrite,
      },
    ] of procedures.entries()) {
      if (path.split(".")[0] !== area || !schema) continue;
      const may = action ? roles.filter((role) => role in policy[action]) : [null];
      const inputs = oddInputs(schema, ids, seed + place, runs);
      for (const [turn, input] of inputs.entries()) {
        const role = may[turn % may.length] ?? null;
        // Six of seven times with a valid key.
        const sent =
          isWrite && turn % 7 !== 6 && input && typeof input === "object" && "key" in input
            ? { ...input, key: v7() }
            : input;
        const answer = await answerOf(path, role, sent);
        if (!allowed.has(answer)) accidents.push(`${path} ${role} ${answer} ${JSON.stringify(sent)?.slice(0, 600)}`);
      }
    }
    expect(accidents, `CHANCE_SEED=${chanceSeed()}`).toEqual([]);
  }, 120_000);
});
