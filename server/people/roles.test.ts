import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { announceAll, notificationsIn } from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { openSignIn, signedInBy } from "../access/sign-in";
import { actIn } from "../account/act-in";
import { ownRoles } from "../account/reads/own-roles";
import { appRouter } from "../api/root";
import { addShifts } from "../consultations/add-shifts";
import { addShiftsInput } from "../consultations/inputs";
import { dutyWeek } from "../consultations/reads/duty-week";
import { removeShift } from "../consultations/remove-shift";
import { sendInvitationInput } from "../invitations/inputs";
import { sendInvitation } from "../invitations/send-invitation";
import { actAs } from "../kernel/context";
import { addDays, dayOf, instantOf } from "../kernel/shanghai";
import { ownPoint } from "../points/reads/own-point";
import { consented } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { callerFactory } from "../trpc/init";
import { amendPerson } from "./amend-person";
import { endRole } from "./end-role";
import { giveRole } from "./give-role";
import { amendPersonInput, giveRoleInput } from "./inputs";
import { adminPerson } from "./queries";

let county: TestCounty;
let pointId: string;
const now = new Date();
const give = (who: string, over: object = {}, by = "admin") =>
  giveRole(
    county.as(by),
    giveRoleInput.parse({
      personId: county.people[who],
      role: "expert",
      forceCodes: ["lawyer"],
      reason: "也在律所执业",
      ...over,
    }),
  );
/** Signs in and acts as whoever a request finds then. */
async function signedIn(who: string) {
  const id = await openSignIn(county.countyId, county.people[who] ?? "", now);
  return async (at = now) => {
    const found = await signedInBy(id, at);
    if (!found) throw new Error("not signed in");
    const request = { signedIn: found, now: at, requestId: "TEST" };
    return { ...found, as: () => actAs(found.actor, at), ask: () => caller(request) };
  };
}
const caller = callerFactory(appRouter);
const ask = (disputeId: string, who: string) =>
  sendInvitation(
    county.as("mediator"),
    sendInvitationInput.parse({ disputeId, personId: county.people[who], forceCode: "lawyer" }),
  );
const told = async () =>
  (await notificationsIn(county.countyId))
    .filter(({ kind }: { kind: string }) => kind === "roleChanged")
    .map(({ name }: { name: string }) => name);
beforeAll(async () => {
  county = await testCounty();
  pointId = county.points["江畔社区调解室"] ?? "";
});

describe("a role beside the main one", () => {
  it("is given with a reason, told, and acted in one at a time: what the other role may is out of reach meanwhile", async () => {
    const { roleId } = await give("mediator3", { pointId });
    expect(await refusedWith(give("mediator3"))).toBe("roleHeld");
    const who = await signedIn("mediator3");
    expect(await who()).toMatchObject({ hasRoles: true, actor: { role: "mediator", pointId: null } });
    const asMediator = (await who()).as();
    expect(await refusedWith((await who()).ask().invitations.own({}))).toBe("forbidden");
    expect((await ownPoint(asMediator)).point).toBeNull();

    const { disputeId } = await acceptedDispute(county);
    await consented(county, { disputeId });
    const { invitationId } = await ask(disputeId, "mediator3");
    await actIn(asMediator, { roleId });
    const { actor, post, committeeName, stationName } = await who();
    expect({ ...actor, signIn: "" }).toEqual({
      ...{ kind: "person", countyId: county.countyId, personId: county.people.mediator3, role: "expert" },
      ...{ stationId: null, committeeId: null, pointId, signIn: "" },
    });
    expect({ post, committeeName, stationName }).toEqual({ post: "", committeeName: null, stationName: null });
    const asExpert = (await who()).as();
    expect(JSON.stringify(await (await who()).ask().invitations.own({}))).toContain(invitationId);
    expect((await ownPoint(asExpert)).point).toMatchObject({ id: pointId });
    expect(await refusedWith((await who()).ask().disputes.list({}))).toBe("forbidden");
    expect(await ownRoles(asExpert)).toEqual([
      { id: null, role: "mediator", isActing: false, untilOn: null },
      { id: roleId, role: "expert", isActing: true, untilOn: null },
    ]);
    // Another browser of theirs still acts in the main role, and nobody acts in the role of another.
    expect((await (await signedIn("mediator3"))()).actor.role).toBe("mediator");
    expect(await refusedWith(actIn((await (await signedIn("mediator2"))()).as(), { roleId }))).toBe("notFound");
    await actIn(asExpert, { roleId: null });
    expect((await who()).actor.role).toBe("mediator");

    await actIn((await who()).as(), { roleId });
    const person = await adminPerson(county.as("admin"), { personId: county.people.mediator3 ?? "" });
    expect(person.roles).toMatchObject([{ id: roleId, role: "expert", givenBy: "陆远", untilOn: null }]);
    // What is to come rests on the role: it is handed over first, at the screen and by raw SQL.
    const [from, until] = [25, 33].map((hours) => new Date(now.getTime() + hours * 3_600_000).toISOString());
    const shifts = addShiftsInput.parse({ personId: county.people.mediator3, shifts: [{ from, until }] });
    const { shiftIds } = await addShifts(county.as("committee"), shifts);
    expect(await refusedWith(endRole(county.as("admin"), { roleId, reason: "不再执业" }))).toBe("workRests");
    await removeShift(county.as("committee"), { shiftId: shiftIds[0] ?? "" });
    await endRole(county.as("admin"), { roleId, reason: "不再执业" });
    expect(await who()).toMatchObject({ hasRoles: false, actor: { role: "mediator" } });
    expect(await refusedWith(endRole(county.as("admin"), { roleId, reason: "不再执业" }))).toBe("appendOnly");
    await announceAll();
    expect(await told()).toEqual(["欧阳文秀", "欧阳文秀"]);
    const events = await database().execute<{ action: string }>(sql`
      select action from events where county_id = ${county.countyId}::uuid and (action like 'person.%Role' or action = 'account.actIn') order by seq`);
    expect(events.map(({ action }) => action)).toEqual([
      ...["person.giveRole", "account.actIn", "account.actIn", "account.actIn", "person.endRole"],
    ]);
  });

  it("is over after its last day, keeps its forces while it lasts, and helps in no matter of the own office", async () => {
    const untilOn = addDays(dayOf(now), 1);
    const { roleId } = await give("mediator2", { untilOn });
    const past = { role: "gridMember", stationId: county.stations.LW, untilOn: addDays(dayOf(now), -1) };
    expect(await refusedWith(give("mediator2", past))).toBe("roleEndsFirst");
    const personId = county.people.mediator2 ?? "";
    const { version, ...person } = await adminPerson(county.as("admin"), { personId });
    const { name, role, stationId, committeeId, post } = person;
    const amend = (over: object) =>
      amendPerson(
        county.as("admin"),
        amendPersonInput.parse({ personId, personVersion: version, name, role, stationId, committeeId, post, ...over }),
      );
    expect(await refusedWith(amend({ role: "officer", committeeId: null }))).toBe("rolesBesideFirst");
    await amend({ post: "调解员、律师" });
    const again = await adminPerson(county.as("admin"), { personId });
    expect(again).toMatchObject({ forceCodes: ["lawyer"], post: "调解员、律师" });
    // No shift after the last day of the role.
    const [from, until] = ["01:00", "02:00"].map((time) => instantOf(addDays(untilOn, 1), time).toISOString());
    const after = addShiftsInput.parse({ personId, shifts: [{ from, until }] });
    expect(await refusedWith(addShifts(county.as("committee"), after))).toBe("lawyerNeeded");
    const { disputeId } = await acceptedDispute(county);
    await consented(county, { disputeId });
    expect(await refusedWith(ask(disputeId, "mediator2"))).toBe("ofOwnOffice");
    const who = await signedIn("mediator2");
    await actIn((await who()).as(), { roleId });
    expect((await who()).actor.role).toBe("expert");
    await database().execute(
      sql`update sign_ins set expires_at = expires_at + interval '3 days', seen_at = now() + interval '2 days'`,
    );
    const over = new Date(now.getTime() + 2 * 86_400_000);
    expect((await who(over)).actor.role).toBe("mediator");
    // The forces stay until it is ended, and open nothing: no duty, no questions.
    const lawyers = async (at: Date) =>
      (await dutyWeek(county.as("committee", { now: at }), { day: dayOf(at) })).lawyers.map(({ id }) => id);
    expect(await lawyers(now)).toContain(personId);
    expect(await lawyers(over)).not.toContain(personId);
    const [begins, ends] = [1, 2].map((hours) => new Date(over.getTime() + hours * 3_600_000).toISOString());
    const duty = addShiftsInput.parse({ personId, shifts: [{ from: begins, until: ends }] });
    expect(await refusedWith(addShifts(county.as("committee", { now: over }), duty))).toBe("lawyerNeeded");
  });

  it("stands beside a committee's people alone, and no administrator gives themselves one", async () => {
    expect(await refusedWith(give("officer"))).toBe("roleNotBeside");
    expect(await refusedWith(give("mediator", { role: "stationHead" }))).toBe("roleNotBeside");
    expect(await refusedWith(give("mediator", { forceCodes: [] }))).toBe("forceNeeded");
    expect(await refusedWith(give("admin"))).toBe("notYourself");
    expect(await refusedWith(give("mediator", {}, "county"))).toBe("forbidden");
    const { roleId } = await give("committee", { role: "mediator", stationId: county.stations.LW, forceCodes: [] });
    const who = await signedIn("committee");
    await actIn((await who()).as(), { roleId });
    expect((await who()).actor).toMatchObject({
      role: "mediator",
      stationId: county.stations.LW,
      committeeId: county.actor("committee").committeeId,
    });
    // What is led in a role is handed over before it ends.
    const { disputeId } = await acceptedDispute(county);
    await database().execute(sql`
      update proceedings set lead_person_id = ${county.people.committee}::uuid where dispute_id = ${disputeId}::uuid`);
    const end = () => endRole(county.as("admin"), { roleId, reason: "只当主任" });
    await expect(end()).rejects.toMatchObject({ code: "leadsOpen", params: { count: 1 } });
    await database().execute(sql`
      update proceedings set lead_person_id = ${county.people.mediator}::uuid where dispute_id = ${disputeId}::uuid`);
    await end();
  });
});
