import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  announceAll,
  deliverAll,
  nextMorning,
  notificationsIn,
  testMessaging,
} from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { openVisit, visitBy } from "../access/link-entry";
import { appRouter } from "../api/root";
import { eventsOf, jobKeys } from "../testing/asked";
import { consented, invited } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { callerFactory } from "../trpc/init";
import { tellOfLock } from "./lock-link";
import { makeLink } from "./make-link";

let county: TestCounty;
let wrong = "";
let right = "";
beforeAll(async () => {
  county = await testCounty();
  const [row] = await database().execute<{ phone: string }>(
    sql`select phone from people where id = ${county.people.judge}::uuid`,
  );
  right = row?.phone.slice(-4) ?? "";
  wrong = right === "0000" ? "1111" : "0000";
});
beforeEach(() => database().execute(sql`delete from rate_limits`));

/** A link to the judge's invitation at which wrong digits were given `times` times. */
async function tried(times: number) {
  const dispute = await acceptedDispute(county);
  await consented(county, dispute);
  const { invitationId } = await invited(county, dispute, "judge");
  const { token, linkId } = await makeLink(county.as("mediator"), { disputeId: dispute.disputeId, invitationId });
  for (let n = 0; n < times; n += 1) await refusedWith(openVisit(token ?? "", wrong, "203.0.113.9", new Date()));
  return { ...dispute, invitationId, linkId, token, job: { countyId: county.countyId, linkId } };
}

describe("a link locked by wrong digits", () => {
  it("is reported to the lead team once, however often the job runs, without any fact", async () => {
    const { disputeId, linkId, job } = await tried(5);
    expect(await jobKeys("tellOfLock")).toContain(`link-locked:${linkId}`);
    await announceAll();
    const before = (await notificationsIn(county.countyId)).length;
    await Promise.all([tellOfLock(job, new Date()), tellOfLock(job, new Date())]);
    await tellOfLock(job, new Date());
    await announceAll();
    const notified = await notificationsIn(county.countyId, before);
    expect(notified.map(({ kind, name }) => `${kind} ${name}`)).toEqual(["linkLocked 沈静"]);
    expect(await eventsOf(disputeId, "invitation.lockLink")).toHaveLength(1);
    const { messaging, mail } = testMessaging();
    await deliverAll(messaging, nextMorning());
    const letter = mail.find((one) => one.text.includes("锁上了"));
    expect(letter?.to.address).toBe("mediator@demo.example");
    expect(letter?.text).toContain("给周文博的答复链接，手机号后四位输错了五次，锁上了。");
  });

  it("is not reported before the last try, nor when the invitation is no longer open", async () => {
    const open = await tried(4);
    expect(await jobKeys("tellOfLock")).not.toContain(`link-locked:${open.linkId}`);
    await tellOfLock(open.job, new Date());
    expect(await eventsOf(open.disputeId, "invitation.lockLink")).toEqual([]);
    const gone = await tried(5);
    await database().execute(sql`update invitations set status = 'withdrawn' where id = ${gone.invitationId}::uuid`);
    await tellOfLock(gone.job, new Date());
    expect(await eventsOf(gone.disputeId, "invitation.lockLink")).toEqual([]);
  });
});

it("a guest names a colleague of the same force and unit, who is asked instead, and the link is used", async () => {
  const { token, linkId, invitationId } = await tried(0);
  const { visit } = await openVisit(token ?? "", right, "203.0.113.9", new Date());
  const guest = callerFactory(appRouter)({ signedIn: null, now: new Date(), requestId: "TEST" });
  const deputies = await guest.links.deputies({ visit });
  expect(deputies.map(({ personId }) => personId)).toEqual([county.people.judge2]);
  const input = { deputyId: county.people.judge2 ?? "" };
  const named = await guest.links.delegate({ visit, key: crypto.randomUUID(), input });
  expect(named).toEqual({ invitationId, isDeputyAsked: true });
  const [link] = await database().execute(sql`select used_at from invitation_links where id = ${linkId}::uuid`);
  expect(link?.used_at).not.toBeNull();
});

it("a visit opened by the right digits lasts half an hour", async () => {
  const { token } = await tried(0);
  const at = Date.now();
  const { visit, until } = await openVisit(token ?? "", right, null, new Date(at));
  expect(Date.parse(until) - at).toBe(30 * 60_000);
  expect((await visitBy(visit, new Date(Date.parse(until) - 1))).until).toBeTruthy();
  expect(await refusedWith(visitBy(visit, new Date(until)))).toBe("linkDead");
});
