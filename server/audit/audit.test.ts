import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { noteUnknownName } from "../access/note-unknown-name";
import { revokeSignIn, signIn } from "../access/sign-in";
import { appRouter } from "../api/root";
import { listDisputesInput } from "../disputes/inputs";
import { revealContact } from "../disputes/reveal-contact";
import { systemActor } from "../kernel/actor";
import { appendAudit, audited, searchOf, shortened } from "../kernel/audit";
import type { Context } from "../kernel/context";
import { inEveryCounty } from "../kernel/every-county";
import { addDays, dayOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import { writeNoteInput } from "../notes/inputs";
import { openNote } from "../notes/open-note";
import { writeNote } from "../notes/write-note";
import { ruleDefaults } from "../rules/defaults";
import { partiesOf } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { policeCase } from "../testing/police";
import { callerFactory } from "../trpc/init";
import { type AuditTrailInput, auditTrailInput } from "./inputs";
import { auditTrail } from "./reads/audit-trail";

let county: TestCounty;
let disputeId: string;
beforeAll(async () => {
  county = await testCounty(["LW", "DG"]);
  disputeId = (await acceptedDispute(county)).disputeId;
});

const soon = () => new Date(Date.now() + 60_000).toISOString();
const trail = (username: string, over: Partial<AuditTrailInput> = {}) =>
  auditTrail(county.as(username), auditTrailInput.parse({ until: soon(), ...over }));
const kinds = async (username: string, over: Partial<AuditTrailInput> = {}) =>
  (await trail(username, over)).rows.map(({ kind }) => kind);
const caller = (username: string) =>
  callerFactory(appRouter)({
    now: new Date(),
    requestId: "AUDIT",
    signedIn: {
      actor: county.actor(username),
      name: "",
      username,
      post: "",
      stationName: null,
      committeeName: null,
      locale: null,
      mustChangePassword: false,
      mustAddFactor: false,
    },
  });
const newest = async (username: string, over: Partial<AuditTrailInput> = {}) => (await trail(username, over)).rows[0];

describe("the audit", () => {
  it("holds each opening of a caucus note and each phone revealed, for the heads, without saying which or in which lane", async () => {
    const note = writeNoteInput.parse({ disputeId, lane: "mediator", text: "私下说的话" });
    const { noteId } = await writeNote(county.as("mediator"), note);
    await openNote(county.as("mediator"), { disputeId, noteId });
    const [party] = await partiesOf(county, { disputeId });
    await revealContact(county.as("mediator"), {
      disputeId,
      partyId: party?.id ?? "",
      reason: "约定见面时间",
    });
    for (const head of ["head", "committee"]) {
      const [revealed, read] = (await trail(head)).rows;
      expect(revealed).toMatchObject({ kind: "reveal", reason: "约定见面时间", dispute: { id: disputeId } });
      expect(read).toMatchObject({ kind: "read", who: "沈静", dispute: { id: disputeId } });
      expect(JSON.stringify(read)).not.toMatch(new RegExp(`${noteId}|mediator|私下`));
      // The database itself does not give the id away: the page's code is not what keeps it.
      const raw = await asActor(county.as(head), (tx) =>
        tx.execute(
          sql`select payload from app.audit_trail(array['note.read'], '', 0, 9000000000000000, null, null, null, 9)`,
        ),
      );
      expect(raw.length).toBe(1);
      expect(JSON.stringify([...raw])).not.toContain(noteId);
    }
  });

  it("holds each refusal of a signed-in person, with the dispute where it was named", async () => {
    await expect(caller("mediator3").disputes.byId({ disputeId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await newest("head", { kind: "refuse" })).toMatchObject({
      what: "dispute.read",
      who: (await nameOf("mediator3")) ?? "",
      dispute: { id: disputeId },
    });
    await expect(caller("lawyer").people.list({} as never)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("tells the head of a committee nothing of what was opened or refused in the police's own matters", async () => {
    const { disputeId: theirs, parties } = await policeCase(county);
    await expect(caller("mediator").disputes.byId({ disputeId: theirs })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await revealContact(county.as("officer"), {
      disputeId: theirs,
      partyId: parties[0] ?? "",
      reason: "约定见面时间",
    });
    const about = async (head: string) =>
      (await trail(head)).rows.filter(({ dispute }) => dispute?.id === theirs).map(({ kind }) => kind);
    expect(await about("head")).toEqual(["reveal", "refuse"]);
    expect(await about("committee")).toEqual([]);
  });

  it("holds each search for a person, shortened: the term itself is nowhere", async () => {
    const ask = caller("mediator");
    await ask.disputes.list({ q: "13800002719" } as never);
    await ask.disputes.similar({ names: ["张建国"], phones: ["138 0000 3344"], place: "" });
    const [similar, list] = (await trail("head", { kind: "search" })).rows;
    expect(similar).toMatchObject({ what: "dispute.register", terms: ["张…", "…44"] });
    expect(list).toMatchObject({ what: "dispute.list", terms: ["…19"] });
    const [row] = await database().execute<{ n: number }>(
      sql`select count(*)::int as n from events where payload ~ '13800002719|张建国|13800003344'`,
    );
    expect(row?.n).toBe(0);
    const before = (await trail("head", { kind: "search" })).rows.length;
    await ask.disputes.list({} as never);
    expect((await trail("head", { kind: "search" })).rows.length).toBe(before);
  });

  it("holds tries with a name of no account without the name, alike for the same one, and a bounded number an hour", async () => {
    const typed = "Geheim-2026-passwort";
    expect(await signIn({ username: typed, password: "x", origin: "203.0.113.9" }, new Date())).toBeNull();
    const now = new Date(Date.now() + 2 * 3_600_000);
    const until = new Date(now.getTime() + 60_000).toISOString();
    const entries = async () =>
      (await trail("admin", { until, kind: "signIn" })).rows.filter(({ terms }) => terms.length > 0);
    const [first] = await entries();
    expect(first).toMatchObject({
      action: "audit.failSignIn",
      who: null,
      terms: [expect.stringMatching(/^#[0-9a-f]{12}$/), "203.0.113.9"],
    });
    const most = ruleDefaults["signIn.unknownPerHour"].value;
    for (let i = 0; i < most + 5; i += 1) await noteUnknownName(typed.toLowerCase(), null, now);
    const all = await entries();
    expect(all.length).toBe(most + 1);
    expect(new Set(all.map(({ terms }) => terms[0])).size).toBe(1);
    const [kept] = await database().execute<{ n: number }>(
      sql`select count(*)::int as n from events where payload ~* 'geheim|passwort'`,
    );
    expect(kept?.n).toBe(0);
    expect(await kinds("head", { until, kind: "signIn" })).toEqual([]);
  });

  it("holds sign-ins, failed ones and sign-outs, for the administrator alone", async () => {
    const username = await usernameOf("mediator");
    const enter = (password: string) => signIn({ username, password, origin: null }, new Date());
    expect(await enter("wrong")).toBeNull();
    const { id = "" } = (await enter("Not-a-secret-1")) ?? {};
    await revokeSignIn(id, new Date());
    await revokeSignIn(id, new Date());
    const rows = (await trail("admin")).rows
      .filter(({ terms }) => terms.length === 0)
      .map(({ action, who }) => `${action} ${who}`);
    expect(rows).toEqual(["audit.signOut 沈静", "audit.signIn 沈静", "audit.failSignIn 沈静"]);
    expect(await kinds("head", { kind: "signIn" })).toEqual([]);
    expect(await kinds("committee", { kind: "signIn" })).toEqual([]);
    expect(new Set(await kinds("admin"))).toEqual(new Set(["signIn"]));
  });

  it("says that the checkpoints began anew after a restore, and why, to each of them", async () => {
    const now = new Date();
    await inEveryCounty("checkpoint", now, (tx, countyId) =>
      appendAudit(tx, systemActor(countyId, "checkpoint"), now, "audit.beginAnew", {
        what: "checkpoints",
        reason: "磁盘坏了，恢复到上午",
        by: "root",
      }),
    );
    for (const username of ["head", "committee", "admin"]) {
      const { rows } = await trail(username, { kind: "beginAnew" });
      expect(rows, username).toMatchObject([
        { action: "audit.beginAnew", who: null, reason: "磁盘坏了，恢复到上午 · root" },
      ]);
    }
    expect((await trail("mediator", { kind: "beginAnew" })).rows).toEqual([]);
  });

  it("holds each paper that was printed", async () => {
    await caller("lawyer").sessions.ownProof({ year: null });
    const [row] = await database().execute<{ n: number }>(
      sql`select count(*)::int as n from events where county_id = ${county.countyId}::uuid and action = 'audit.export' and actor_id = ${county.people.lawyer ?? ""}::uuid`,
    );
    expect(row?.n).toBe(1);
  });

  it("holds that the record of a session was printed, and not that its page was read", async () => {
    const printed = async () => (await trail("committee")).rows.filter(({ what }) => what === "session.print").length;
    await caller("mediator").sessions.ofDispute({ disputeId });
    expect(await printed()).toBe(0);
    await caller("mediator").sessions.ofDispute({ disputeId, forPrint: true });
    expect(await printed()).toBe(1);
  });

  it("shows a head nothing of another station, and others nothing at all", async () => {
    const other = await trail("head2");
    expect(JSON.stringify(other)).not.toContain(disputeId);
    for (const username of ["mediator", "officer", "lawyer", "county", "grid"])
      await expect(caller(username).audit.trail({ until: soon() } as never)).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    expect((await auditTrail(county.as("mediator"), auditTrailInput.parse({ until: soon() }))).rows).toEqual([]);
  });

  it("is paged by its last entry, and found by person, kind and time", async () => {
    const ask = caller("mediator2");
    for (let nth = 0; nth < 55; nth += 1) await ask.disputes.list({ q: `某${nth}` } as never);
    const name = (await nameOf("mediator2")) ?? "";
    const first = await trail("head", { name, kind: "search" });
    expect(first.rows.length).toBe(50);
    const second = await trail("head", { name, kind: "search", after: first.next });
    expect(second.rows.length).toBe(5);
    expect(second.next).toBeNull();
    const seen = [...first.rows, ...second.rows].map(({ chain, seq }) => `${chain} ${seq}`);
    expect(new Set(seen).size).toBe(55);
    expect(await kinds("head", { name, day: addDays(dayOf(new Date()), -1) })).toEqual([]);
    expect((await kinds("head", { name, day: dayOf(new Date()) })).length).toBe(50);
  });

  it("answers no search whose entry cannot be written", async () => {
    let isRead = false;
    const read = audited(
      "audit.search",
      ({ q }: { q: string }) => searchOf("dispute.list", [q]),
      async () => {
        isRead = true;
      },
    );
    // The entry names an actor who is no uuid, so that its insert fails.
    const broken: Context = { actor: { ...county.actor("mediator"), personId: "nobody" }, now: new Date() };
    await expect(read(broken, listDisputesInput.parse({ q: "张" }))).rejects.toThrow();
    expect(isRead).toBe(false);
  });

  it.each([
    ["13800002719", "…19"],
    ["110101199003078515", "…15"],
    ["11010119900307851X", "…1X"],
    ["2719", "…19"],
    ["张建国", "张…"],
    ["LW-2026-0417", "L…"],
  ])("shortens %s to %s", (term, short) => {
    expect(shortened(term)).toBe(short);
  });
});

async function nameOf(username: string): Promise<string | undefined> {
  const [row] = await database().execute<{ name: string }>(
    sql`select name from people where id = ${county.people[username] ?? ""}::uuid and county_id = ${county.countyId}::uuid`,
  );
  return row?.name;
}
async function usernameOf(username: string): Promise<string> {
  const [row] = await database().execute<{ username: string }>(
    sql`select username from accounts where person_id = ${county.people[username] ?? ""}::uuid and county_id = ${county.countyId}::uuid`,
  );
  return row?.username ?? "";
}
