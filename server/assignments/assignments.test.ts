import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { announceAll, notificationsIn } from "@/bin/operation/testing/notifications";
import { files } from "@/db/schema/desk";
import { closeProceeding } from "../disputes/close-proceeding";
import { endProceeding } from "../disputes/end-proceeding";
import { closeProceedingInput, endProceedingInput } from "../disputes/inputs";
import { disputeById } from "../disputes/reads/dispute";
import { registerDispute } from "../disputes/register-dispute";
import { triageDispute } from "../disputes/triage-dispute";
import { addFile } from "../files/add-file";
import { addFileInput } from "../files/inputs";
import { readFile } from "../files/read-file";
import { openWorkOf } from "../handovers/reads/open-work";
import { declineInvitation } from "../invitations/decline-invitation";
import { addDays, dayOf } from "../kernel/shanghai";
import { asActor, postgresError } from "../kernel/transaction";
import { disablePerson } from "../people/disable-person";
import { endOfOfficeDay } from "../rules/office-hours";
import { invited } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { harmless, intake } from "../testing/disputes";
import { defaultRules } from "../testing/facts";
import { refusedWith } from "../testing/refused";
import { pdf } from "../testing/uploads/hostile-files";
import { answerAssignment } from "./answer-assignment";
import { giveAssignment } from "./give-assignment";
import { answerAssignmentInput, giveAssignmentInput, settleAssignmentInput } from "./inputs";
import { assignmentsOf, ownAssignments } from "./reads/assignments";
import { settleAssignment } from "./settle-assignment";

let county: TestCounty;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhongtiao-tasks-"));
  process.env.ZHONGTIAO_FILES = folder;
  county = await testCounty();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const by = endOfOfficeDay(addDays(dayOf(new Date()), 1), { rules: defaultRules, overrides: new Map() });

const dueSoonAfter = (at: Date) =>
  endOfOfficeDay(addDays(dayOf(at), 1), { rules: defaultRules, overrides: new Map() }).toISOString();

async function coordination() {
  const { disputeId } = await registerDispute(county.as("mediator"), intake({ title: "断水断电" }));
  await triageDispute(county.as("mediator"), {
    ...{ disputeId, answers: { ...harmless, judgedByCourt: "yes" }, track: "coordination", notAcceptedReason: null },
    ...{ overrideReason: "", leadPersonId: null, leadUnit: "" },
  });
  return disputeId;
}
const give = (disputeId: string, over: object, who = "mediator") =>
  giveAssignment(
    county.as(who),
    giveAssignmentInput.parse({ disputeId, what: "今天恢复供水", dueAt: by.toISOString(), ...over }),
  );
const answer = (who: string, input: object) =>
  answerAssignment(county.as(who), answerAssignmentInput.parse({ answer: "done", note: "18:20 已来水", ...input }));
const settle = (input: object, who = "mediator") =>
  settleAssignment(county.as(who), settleAssignmentInput.parse({ verdict: "confirm", ...input }));
const prove = (who: string, of: { disputeId: string; assignmentId: string }, over: object = {}) =>
  addFile(county.as(who), addFileInput.parse({ ...of, fileId: v7(), lane: "open", name: "来水.pdf", ...over }), pdf());
const opens = (who: string, fileId: string) => readFile(county.as(who), fileId).then(({ name }) => name);
const step = async (disputeId: string) =>
  (await disputeById(county.as("mediator"), { disputeId })).proceeding?.nextStep;
class PutBack extends Error {}
/** What a statement of somebody's own comes to: how many rows it changes, or the code it is refused with. */
const bySql = (who: string, id: string, columns: string) =>
  asActor(county.as(who), async (tx) => {
    const rows = await tx.execute(sql.raw(`update assignments set ${columns} where id = '${id}' returning 1`));
    throw new PutBack(`${rows.length} rows`);
  }).catch((error: unknown) => (error instanceof PutBack ? error.message : postgresError(error)?.code));
const rowsOf = async (who: string, id: string) =>
  (await asActor(county.as(who), (tx) => tx.execute(sql`select from assignments where id = ${id}::uuid`))).length;
const own = async (who: string) => (await ownAssignments(county.as(who))).map(({ id, status }) => `${id} ${status}`);

describe("a task of a coordination", () => {
  it("is told to a helper, answered by them, opened again, done and confirmed; until then nothing is closed", async () => {
    const disputeId = await coordination();
    const personId = county.people.lawyer;
    expect(await refusedWith(give(disputeId, { personId }))).toBe("notAskedToMatter");
    await invited(county, { disputeId }, "lawyer");
    expect(await refusedWith(give(disputeId, {}))).toBe("askSomebody");
    const past = new Date(Date.now() - 60_000).toISOString();
    expect(await refusedWith(give(disputeId, { personId, dueAt: past }))).toBe("answerBeforeNow");
    const night = new Date(by.getTime() + 6 * 3_600_000).toISOString();
    expect(await refusedWith(give(disputeId, { personId, dueAt: night }))).toBe("outsideOfficeHours");
    expect(await refusedWith(give(disputeId, { personId }, "lawyer"))).toBe("notFound");
    const { assignmentId } = await give(disputeId, { personId });
    expect(await own("lawyer")).toEqual([`${assignmentId} open`]);
    // It hangs on them: their head sees it, and they do not leave office with it.
    const left = await openWorkOf(county.as("committee"), { personId: personId ?? "" });
    expect(left).toContainEqual(expect.objectContaining({ kind: "assignment", id: assignmentId, disputeId }));
    await expect(
      disablePerson(county.as("admin"), { personId: personId ?? "", reason: "调到外县" }),
    ).rejects.toMatchObject({ code: "workRests", params: { count: 1 } });
    expect(await own("judge")).toEqual([]);
    const close = closeProceedingInput.parse({ disputeId, note: "水电都通了" });
    expect(await refusedWith(closeProceeding(county.as("mediator"), close))).toBe("needs.assignmentsSettled");
    expect(await refusedWith(settle({ disputeId, assignmentId }))).toBe("assignmentMoved");
    await answer("lawyer", { disputeId, assignmentId, answer: "cannot", note: "阀门坏了，要等配件" });
    expect(await refusedWith(answer("lawyer", { disputeId, assignmentId }))).toBe("assignmentMoved");
    expect(await step(disputeId)).toBe("settleAssignment");
    const again = { disputeId, assignmentId, verdict: "reopen" };
    expect(await refusedWith(settle(again))).toBe("reasonNeeded");
    expect(await refusedWith(settle({ ...again, remark: "配件明天到" }))).toBe("dueTimeNeeded");
    await settle({ ...again, remark: "配件明天到", dueAt: by.toISOString() });
    const moved = `answer = '好了', answered_by = '${personId}', answered_at = app.now()`;
    const settled = `remark = '好了', settled_by = '${personId}', settled_at = app.now()`;
    expect(await bySql("lawyer", assignmentId, `status = 'dropped', ${settled}`)).toBe("42501");
    expect(await bySql("lawyer", assignmentId, `status = 'done', remark = '改一改', ${moved}`)).toBe("42501");
    expect(await bySql("lawyer", assignmentId, `status = 'done', ${moved}`)).toBe("1 rows");
    await answer("lawyer", { disputeId, assignmentId });
    for (const columns of [
      `status = 'confirmed', ${settled}`,
      "status = 'open', answer = '', answered_by = null, answered_at = null",
      "answer = '另一个说法'",
    ])
      expect(await bySql("lawyer", assignmentId, columns), columns).toMatch(/42501|23514/);
    await settle({ disputeId, assignmentId });
    expect(await own("lawyer")).toEqual([]);
    expect(await assignmentsOf(county.as("mediator"), { disputeId })).toMatchObject({
      tasks: [{ status: "confirmed", answer: "18:20 已来水", answeredBy: expect.any(String) }],
      helpers: [{ id: personId }],
    });
    await announceAll();
    const told = new Set((await notificationsIn(county.countyId)).map(({ kind }: { kind: string }) => kind));
    expect(told).toEqual(new Set([...told, "assignmentGiven", "assignmentAnswered", "assignmentSettled"]));
  });

  it("is proven by photos and papers from whoever was asked, which nobody else who helps reads", async () => {
    const disputeId = await coordination();
    // Asked, and has not said yes yet.
    for (const helper of ["lawyer", "judge"]) await invited(county, { disputeId }, helper);
    const { assignmentId } = await give(disputeId, { personId: county.people.lawyer });
    const task = { disputeId, assignmentId };
    const { fileId } = await prove("lawyer", task);
    await prove("mediator", task, { name: "单据.pdf" });
    const [mine] = await ownAssignments(county.as("lawyer"));
    expect(mine?.files.map(({ name }) => name)).toEqual(["来水.pdf", "单据.pdf"]);
    expect((await assignmentsOf(county.as("mediator"), { disputeId })).tasks).toMatchObject([{ files: mine?.files }]);
    for (const reader of ["lawyer", "mediator", "mediator2", "committee", "head"])
      expect(await opens(reader, fileId), reader).toBe("来水.pdf");
    for (const other of ["judge", "mediator3", "county", "admin", "grid"])
      expect(await refusedWith(opens(other, fileId)), other).toBe("notFound");
    expect(await refusedWith(prove("judge", task))).toBe("notFound");
    for (const over of [{ lane: "joint" }, { lane: "side", side: 1 }])
      expect(await refusedWith(prove("lawyer", task, over))).toBe("invalidValue");
    const other = await coordination();
    expect(await refusedWith(prove("mediator", { disputeId: other, assignmentId }))).toBe("notFound");
    // By a statement of their own, as little.
    const into = (who: string, columns: object) =>
      asActor(county.as(who), (tx) =>
        tx.insert(files).values({
          ...{
            countyId: county.countyId,
            id: v7(),
            disputeId,
            assignmentId,
            lane: "open",
            kind: "photo",
            name: "a.png",
          },
          ...{
            mime: "image/png",
            bytes: 1,
            sha256: "a".repeat(64),
            addedBy: county.people[who] ?? "",
            addedAt: new Date(),
          },
          ...columns,
        }),
      ).catch((error: unknown) => postgresError(error)?.code);
    expect([await into("judge", {}), await into("mediator", { disputeId: other })]).toEqual(["42501", "42501"]);
    const [event] = await asActor(county.as("mediator"), (tx) =>
      tx.execute<{ payload: string }>(
        sql`select payload from events where dispute_id = ${disputeId}::uuid and action = 'assignment.prove' order by seq limit 1`,
      ),
    );
    expect(JSON.parse(event?.payload ?? "")).toEqual({ fileId, assignmentId });
    await answer("lawyer", task);
    await settle(task);
    expect(await refusedWith(prove("lawyer", task))).toBe("assignmentMoved");
  });

  it("of an organisation outside is answered by the lead, and has the next step until then", async () => {
    const disputeId = await coordination();
    const { assignmentId } = await give(disputeId, { organisation: "供电公司" });
    expect(await step(disputeId)).toBe("awaitAssignments");
    expect((await disputeById(county.as("mediator"), { disputeId })).proceeding?.detail?.names).toEqual(["供电公司"]);
    await answer("mediator", { disputeId, assignmentId });
    await settle({ disputeId, assignmentId });
    expect(await step(disputeId)).toBe("coordinate");
    const { assignmentId: dropped } = await give(disputeId, { organisation: "供水公司" });
    expect(await refusedWith(settle({ disputeId, assignmentId: dropped, verdict: "drop" }))).toBe("reasonNeeded");
    await settle({ disputeId, assignmentId: dropped, verdict: "drop", remark: "已由物业恢复" });
    await closeProceeding(county.as("mediator"), closeProceedingInput.parse({ disputeId, note: "水电都通了" }));
  });

  it("is done on the day it was done, whenever that is entered: in time, and never before it was asked", async () => {
    const asked = new Date(Date.now() - 2 * 86_400_000);
    const asOf = (who = "mediator") => county.as(who, { now: asked });
    const { disputeId } = await registerDispute(asOf(), intake({ title: "停水三天" }));
    await triageDispute(asOf(), {
      ...{ disputeId, answers: { ...harmless, judgedByCourt: "yes" }, track: "coordination", notAcceptedReason: null },
      ...{ overrideReason: "", leadPersonId: null, leadUnit: "" },
    });
    const { assignmentId } = await giveAssignment(
      asOf(),
      giveAssignmentInput.parse({ disputeId, what: "送水", organisation: "供水公司", dueAt: dueSoonAfter(asked) }),
    );
    const of = { disputeId, assignmentId };
    const on = (days: number) => ({ ...of, happenedOn: addDays(dayOf(new Date()), days) });
    expect(await refusedWith(answer("mediator", on(1)))).toBe("dayInFuture");
    expect(await refusedWith(answer("mediator", on(-3)))).toBe("dayTooEarly");
    await answer("mediator", on(-2));
    const [task] = (await assignmentsOf(county.as("mediator"), { disputeId })).tasks;
    expect(dayOf(new Date(task?.answeredAt ?? ""))).toBe(addDays(dayOf(new Date()), -2));
    const [event] = await asActor(county.as("mediator"), (tx) =>
      tx.execute<{ payload: string }>(
        sql`select payload from events where dispute_id = ${disputeId}::uuid and action = 'assignment.answer'`,
      ),
    );
    expect(JSON.parse(event?.payload ?? "")).toMatchObject({ inTime: true });
  });

  it("is dropped with an end, and is out of sight of a helper who steps out", async () => {
    const disputeId = await coordination();
    const { invitationId } = await invited(county, { disputeId }, "judge");
    // Asked to the same matter, and to nothing of this task.
    await invited(county, { disputeId }, "lawyer");
    const { assignmentId } = await give(disputeId, { personId: county.people.judge });
    expect([await rowsOf("judge", assignmentId), await rowsOf("lawyer", assignmentId)]).toEqual([1, 0]);
    await declineInvitation(county.as("judge"), { invitationId, reason: "busy", note: "", offers: [] } as never);
    expect(await own("judge")).toEqual([]);
    expect([await rowsOf("judge", assignmentId), await rowsOf("mediator", assignmentId)]).toEqual([0, 1]);
    expect(await refusedWith(answer("judge", { disputeId, assignmentId }))).toMatch(/notFound|forbidden/);
    await endProceeding(
      county.as("mediator"),
      endProceedingInput.parse({ disputeId, outcome: "settledWithdrawn", reason: "住户搬走了" }),
    );
    expect((await assignmentsOf(county.as("mediator"), { disputeId })).tasks).toMatchObject([
      { status: "dropped", remark: "住户搬走了" },
    ]);
  });
});
