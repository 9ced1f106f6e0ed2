import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { appRouter } from "../api/root";
import { asActor } from "../kernel/transaction";
import { activation, alertedGroup } from "../testing/calls";
import { type TestCounty, testCounty } from "../testing/county";
import { harmless } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { callerFactory } from "../trpc/init";
import { activateGroup } from "./activate-group";
import { activationForm } from "./queries";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const call = callerFactory(appRouter);
const asked = (username: string) =>
  call({
    signedIn: {
      actor: county.actor(username),
      name: username,
      locale: null,
      mustChangePassword: false,
      sessionId: "test",
    } as never,
    now: new Date(),
    requestId: "TEST01",
  });
const inGroup = (groupId: string) =>
  asActor(county.as("head"), (tx) =>
    tx.execute<
      Record<string, unknown>
    >(sql`select g.activated_by, g.activation_reason, g.activated_at is not null as activated, g.dispute_id,
      (select count(*)::int from police_calls c where c.group_id = g.id and c.dispute_id is not null) as attached,
      (select count(*)::int from disputes) as disputes from repeat_groups g where g.id = ${groupId}`),
  );

describe("activation of 1+8+N", () => {
  it("S3: opens the dispute with its calls, lead, track and risk, and keeps who, when and why", async () => {
    const groupId = await alertedGroup(county);
    const { disputeId, proceedingId } = await activateGroup(county.as("head"), activation(county, groupId));
    expect((await inGroup(groupId))[0]).toMatchObject({
      activated: true,
      activated_by: county.people.head,
      activation_reason: "三十天三次报警，双方推搡，怕闹大",
      dispute_id: disputeId,
      attached: 3,
    });
    const [opened] = await asActor(county.as("mediator"), (tx) =>
      tx.execute<Record<string, unknown>>(sql`select p.track, p.status, p.lead_person_id, d.risk, d.source,
        (select array_agg(action order by seq) from events where dispute_id = d.id) as actions
        from proceedings p join disputes d on d.id = p.dispute_id where p.id = ${proceedingId}`),
    );
    expect(opened).toMatchObject({
      track: "peoples",
      status: "accepted",
      lead_person_id: county.people.mediator,
      risk: "red",
      source: "policeCall",
      actions: ["dispute.register", "dispute.triage", "group.activate", "risk.raise"],
    });
    expect(await refusedWith(activateGroup(county.as("head"), activation(county, groupId)))).toBe("alreadyActivated");
  });

  it("replays the same key without a second dispute", async () => {
    const groupId = await alertedGroup(county, "翠湖苑5号楼");
    const context = county.as("head");
    const once = await activateGroup(context, activation(county, groupId));
    expect(await activateGroup(context, activation(county, groupId))).toEqual(once);
  });

  it("S3: is refused without the questions of triage, without a reason, and to everyone but the head", async () => {
    const groupId = await alertedGroup(county, "翠湖苑6号楼");
    const whole = activation(county, groupId);
    const key = "018f0000-0000-7000-8000-000000000001";
    const { answers: _answers, ...withoutTriage } = whole;
    const { injury: _injury, ...sixAnswers } = harmless;
    expect(await refusedWith(asked("head").calls.activate({ key, input: withoutTriage as never }))).toBe("invalid");
    expect(
      await refusedWith(asked("head").calls.activate({ key, input: { ...whole, answers: sixAnswers as never } })),
    ).toBe("invalid");
    expect(await refusedWith(asked("head").calls.activate({ key, input: { ...whole, reason: "  " } }))).toBe(
      "reasonTooShort",
    );
    for (const other of ["officer", "mediator", "committee", "grid", "admin"]) {
      expect(await refusedWith(asked(other).calls.activate({ key, input: whole })), other).toBe("forbidden");
      expect(await refusedWith(activateGroup(county.as(other), whole)), other).toBe("forbidden");
    }
    expect(await refusedWith(activateGroup(county.as("head2"), whole)), "head of another station").toBe("notFound");
    expect((await inGroup(groupId))[0]).toMatchObject({ activated: false, attached: 0 });
  });

  it("leaves nothing behind when the gate bars the track", async () => {
    const groupId = await alertedGroup(county, "翠湖苑8号楼");
    const before = (await inGroup(groupId))[0];
    const barred = activation(county, groupId, { answers: { ...harmless, judgedByCourt: "yes" } });
    expect(await refusedWith(activateGroup(county.as("head"), barred))).toBe("judgedMattersBarred");
    const wrongLead = activation(county, groupId, { leadPersonId: county.people.officer });
    expect(await refusedWith(activateGroup(county.as("head"), wrongLead))).toBe("leadMustBeMediator");
    expect((await inGroup(groupId))[0]).toEqual(before);
  });
});

it("offers the leads in office and the points in use of the own station, and no other station's calls", async () => {
  const groupId = await alertedGroup(county);
  const form = await activationForm(county.as("head"), { groupId });
  expect(form.group.id).toBe(groupId);
  expect(form.leads.map(({ role }) => role)).toEqual(expect.arrayContaining(["mediator", "officer"]));
  expect(form.leads.map(({ id }) => id)).not.toContain(county.people.mediator3);
  expect(form.points.map(({ id }) => id)).not.toContain(county.points["东关派出所调解室"]);
  expect(await refusedWith(activationForm(county.as("head2"), { groupId }))).toBe("notFound");
});

it("is refused where the calls are a dispute already", async () => {
  const groupId = await alertedGroup(county, "柳荫街3号");
  const { disputeId } = await activateGroup(county.as("head"), activation(county, groupId));
  const other = await alertedGroup(county, "柳荫街5号");
  await database().execute(sql`update repeat_groups set dispute_id = ${disputeId}::uuid where id = ${other}::uuid`);
  expect(await refusedWith(activateGroup(county.as("head"), activation(county, other)))).toBe("groupHasDispute");
});
