import path from "node:path";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { chanceFor } from "../chance";
import { namedConstraints, namedGuards } from "../named-guards";
import { hiddenDespitePolicy, shownBeyondPolicy } from "./agreement";
import { tellingStrangers, toldDirectly, writingForPeople } from "./asked-directly";
import { overheard, plantCanaries } from "./canaries";
import { rowMatrix } from "./document";
import { decidedOtherwise, triesOf, unnoticedFlips } from "./gate-decisions";
import {
  beyondPolicy,
  type Difference,
  heldByNobody,
  hiddenDespite,
  nothingToSay,
  refusedFurther,
  toldBesides,
} from "./known-differences";
import { namesOfOthers, unguardedNames, writtenForOthers } from "./own-names";
import { changedBySql } from "./own-writes";
import { askAll } from "./questions";
import { decisions, fillEmpty, otherPolicies, refusingNobody, rowsRead } from "./refusing-policies";
import { type RowVisibility, readVisibility } from "./row-visibility";
import { buildRowScene, type RowScene } from "./scene";
import { allTables, atCommit, violatedKeys } from "./violated-keys";

let scene: RowScene;
let visibility: RowVisibility;
beforeAll(async () => {
  scene = await buildRowScene();
  visibility = await readVisibility(scene);
});

/** "table: role as standing" of every entry. */
const cellsOf = (list: readonly Difference[]) =>
  list.flatMap(({ tables, who }) => tables.flatMap((table) => who.map((one) => `${table}: ${one}`)));
/** Without the action, which only says which line of the policy promises it. */
const cell = (line: string) => line.replace(/ \(.*$/, "");
const unlike = (found: readonly string[], known: readonly string[]) => ({
  new: found.filter((line) => !known.includes(cell(line))),
  gone: known.filter((line) => !found.map(cell).includes(line)),
});
const none = { new: [], gone: [] };

describe("what row-level security shows in a known scene", () => {
  it("has a row of every table and lane the application may read", () => {
    const tables = new Set(visibility.rows.map(({ table }) => table));
    const without = [...(visibility.viewers[0]?.sees.keys() ?? [])].filter((table) => !tables.has(table));
    expect(without, "server/testing/rows/scene.ts writes no row of these").toEqual([]);
  });

  it("is the matrix in docs/row-matrix.txt (written anew by Vitest's -u, see CONTRIBUTING.md)", async () => {
    await expect(rowMatrix(visibility)).toMatchFileSnapshot(
      path.resolve(import.meta.dirname, "../../../docs/row-matrix.txt"),
    );
  });
});

describe("policy and row-level security", () => {
  it("agree where the policy says yes", () => {
    const found = hiddenDespitePolicy(visibility).filter((line) => !line.endsWith("nobody stands so"));
    expect(
      unlike(found, cellsOf(hiddenDespite)),
      "new: server/access/policy.ts lets them (action), row-level security shows them no row: give the table a policy for this standing in db/sql/policies, or take the cell back; gone: take it off known-differences.ts",
    ).toEqual(none);
  });

  it("agree where the policy says no", () => {
    expect(
      unlike(shownBeyondPolicy(visibility), cellsOf(beyondPolicy)),
      "new: row-level security shows them rows of this table, no action of server/access/reads.ts does: narrow the policy of the table in db/sql/policies, or name the table there for an action that the policy lets them; gone: take it off known-differences.ts",
    ).toEqual(none);
  });

  it("are both tested: for each cell of the policy the scene has somebody in that standing", () => {
    const empty = hiddenDespitePolicy(visibility).filter((line) => line.endsWith("nobody stands so"));
    const unexplained = empty.filter((line) => !((/: (.*?) \(/.exec(line)?.[1] ?? "") in heldByNobody));
    expect(
      unexplained,
      "server/access/policy.ts lets somebody who cannot be: no one of this role holds this relation to any dispute, station or row of their own (subjectsOf in server/kernel/actor.ts, dispute_access, server/testing/rows/scene.ts)",
    ).toEqual([]);
    for (const known of Object.keys(heldByNobody)) expect(empty.join("\n"), "no longer needed").toContain(known);
  });
});

describe("every question, asked as everybody whom the policy allows", () => {
  it("answers, and answers with something", { timeout: 240_000 }, async () => {
    const canaries = await plantCanaries();
    const { heard, refused, empty } = await askAll(scene, visibility.viewers);
    const direct = await toldDirectly(scene, visibility.viewers);
    const leaks = await overheard(visibility.viewers, canaries.columns, [...heard, ...direct]);
    expect(direct.filter(({ answer }) => answer.length > 5).length).toBeGreaterThan(50);
    await canaries.putBack();
    expect(canaries.without, "server/testing/rows/scene.ts writes no row of these").toEqual([]);
    expect(canaries.planted).toBeGreaterThan(500);
    expect(leaks, "told by a question, and shown by row-level security to nobody like them").toEqual(
      Object.keys(toldBesides).sort(),
    );
    const further = Object.entries(refusedFurther).flatMap(([question, who]) =>
      who.map((one) => `${question}: ${one}`),
    );
    expect(unlike(refused, further), "refused though server/access/policy.ts lets them").toEqual(none);
    const silent = (line: string) =>
      nothingToSay.filter(
        ({ question, who }) =>
          line.startsWith(`${question}: `) && (!who || who.includes(line.slice(question.length + 2))),
      );
    expect(
      empty.filter((line) => silent(line).length === 0),
      "answered with nothing: row-level security hides the rows, or the scene has none",
    ).toEqual([]);
    const used = new Set(empty.flatMap(silent));
    expect(
      nothingToSay.filter((one) => !used.has(one)),
      "has something to answer now: take it off known-differences.ts",
    ).toEqual([]);
  });
});

describe("the gate, asked as in production", () => {
  it("decides what docs/access-matrix.txt says", async () => {
    const tries = triesOf(scene, visibility.viewers, 11);
    expect(tries.length).toBeGreaterThan(200);
    expect(await decidedOtherwise(tries), "the gate and the recorded matrix differ").toEqual([]);
  });

  it("decides otherwise as soon as one cell of the policy is flipped, either way", async () => {
    const { unnoticed, granted, taken } = await unnoticedFlips(triesOf(scene, visibility.viewers, 29));
    expect(unnoticed).toEqual([]);
    expect(granted).toBeGreaterThan(50);
    expect(taken).toBeGreaterThan(15);
  });
});

describe("functions that pass policies by, called by SQL of somebody's own", () => {
  it("tell somebody without a right to a matter the same of its things as of things that do not exist", async () => {
    const { telling, asked } = await tellingStrangers(scene, "cadre");
    expect(asked).toBeGreaterThan(30);
    // Whether somebody heads the office of a matter: asked also of one that is closed to whoever asks.
    expect(telling, "each begins with app.require_right, or is taken from zhongtiao_app in db/sql/grants").toEqual([
      "may_grant",
    ]);
  });

  it("write nothing but what is on this list, each with a check of its own", async () => {
    const checked = ["add_job", "append_audit", "append_event", "clear_ran_out", "release_settled", "retry_work"];
    expect(await writingForPeople()).toEqual(checked);
  });
});

describe("by SQL of their own", () => {
  const answer = ["decline_note", "deputy_id", "disclosed_at", "no_tie_declared", "proposal_note", "seen_at"];
  const step = ["next_due_at", "next_owner_id", "next_step"].map((name) => `proceedings.${name}`);
  const ofInvitation = answer.map((name) => `invitations.${name}`);
  it.each([
    // At the table of a session to come: their seat, and what their leaving does to it; that they were there is said on its day.
    [
      "judge",
      [
        ...ofInvitation,
        ...step,
        "session_people.despite",
        ...["at_risk_since", "cancel_reason", "held_until"].map((name) => `sessions.${name}`),
      ],
    ],
    ["lawyer", [...ofInvitation, "invitations.status", ...step]],
  ])("%s, a helper, changes nothing of a matter but their answer, and how far it is", async (who, may) => {
    expect(await changedBySql(scene, who)).toEqual(may);
  });
});

describe("who did something", () => {
  it("is written of nobody but whoever acts", async () => {
    const { written, asked } = await writtenForOthers();
    expect(asked).toBeGreaterThan(40);
    expect(written).toEqual([]);
  });

  it("is kept so in every table that people write, save in those of the list", async () => {
    const open = await unguardedNames();
    expect(open, `${open.join()}: a line in db/sql/triggers/own-names.sql, or in the policy`).toEqual(
      Object.keys(namesOfOthers),
    );
  });
});

describe("every policy, for every command that people may send", () => {
  it("refuses somebody whom nothing else refuses", async () => {
    const all = await decisions();
    expect(all.length).toBeGreaterThan(150);
    await fillEmpty(scene, new Set(all.map(({ table }) => table)));
    expect(await refusingNobody(scene, all), "these let everybody through, whoever they are").toEqual([]);
  });

  it("is found by its name once it lets everybody through", async () => {
    const writing = (await decisions()).filter(({ command }) => command !== "select");
    const chance = chanceFor("an opened policy");
    for (const decision of [1, 2, 3].map(() => writing[chance.below(writing.length)])) {
      if (!decision) throw new Error("there is no policy");
      const { table, policies } = decision;
      await database().execute(
        sql.raw(`create policy opened on ${table} to zhongtiao_app using (true) with check (true)`),
      );
      const found = await refusingNobody(scene, [decision]);
      await database().execute(sql.raw(`drop policy opened on ${table}`));
      expect(found).toEqual([`${decision.command} of ${table}: ${policies.join(", ")}`]);
    }
  });

  it("shows nothing of a table to somebody whom nothing proves", async () => {
    const readable = (await decisions()).filter(({ command }) => command === "select").map(({ table }) => table);
    const actors = ["mediator", "officer", "judge", "head", "admin"].map((name) => scene.county.actor(name));
    const proven = new Map<string, number>();
    for (const actor of actors)
      for (const { name, rows } of await rowsRead(readable, actor, actor))
        proven.set(name, Math.max(rows, proven.get(name) ?? 0));
    expect([...proven].filter(([, rows]) => rows === 0).map(([name]) => name)).toEqual([]);
    for (const actor of actors)
      expect((await rowsRead(readable, null, actor)).filter(({ rows }) => rows > 0)).toEqual([]);
  });

  it("is for people, or for the owner and the system, whose roles no people's act can take up", async () => {
    const others = await otherPolicies();
    const [own] = await database().execute<{ name: string; names: string[] }>(sql`
      select current_user::text as name, array_agg(rolname::text) as names from pg_roles
      where pg_has_role(${new URL(process.env.DATABASE_PEOPLE_URL ?? "").username}, oid, 'member')`);
    const known = {
      owner_all: own?.name,
      at_entry: "zhongtiao_system",
      by_system: "zhongtiao_system",
      proven: "zhongtiao_app",
    };
    const kindOf = (policy: string) =>
      policy.replace(/^.*_by_system$/, "by_system").replace(/^proven_.*$/, "proven") as keyof typeof known;
    const unknown = others.filter(({ policy, roles }) => known[kindOf(policy)] !== roles.join());
    expect(unknown).toEqual([]);
    expect(own?.names).not.toContain("zhongtiao_system");
    expect(own?.names).not.toContain(own?.name);
  });
});

/** The rest of the names in db/constraints.ts: the rules are violated in server/testing/database-guards. */
describe("every key and reference of the database", () => {
  it("refuses by its name the row that violates it", async () => {
    await fillEmpty(scene, await allTables());
    const [named, rules, violated] = [await namedConstraints(), new Set(await namedGuards()), await violatedKeys()];
    const keys = named.filter(({ name, kind }) => kind !== "t" && !rules.has(name)).map(({ name }) => name);
    expect(keys.length).toBeGreaterThan(200);
    expect(keys.filter((name) => !violated.includes(name))).toEqual([]);
  });

  it("or is a trigger that runs at commit, named like a constraint, and has nothing to refuse", async () => {
    const rules = new Set(await namedGuards());
    const refusing = (await atCommit()).filter(
      ({ name, text }) => !rules.has(name) && /\braise\s+exception\b/i.test(text),
    );
    expect(refusing.map(({ name }) => name)).toEqual([]);
  });
});
