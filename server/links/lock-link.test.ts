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
import { openVisit } from "../access/link-entry";
import { eventsOf, jobKeys } from "../testing/asked";
import { consented, invited } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { tellOfLock } from "./lock-link";
import { makeLink } from "./make-link";

let county: TestCounty;
let wrong = "";
beforeAll(async () => {
  county = await testCounty();
  const [row] = await database().execute<{ phone: string }>(
    sql`select phone from people where id = ${county.people.judge}::uuid`,
  );
  wrong = row?.phone.endsWith("0000") ? "1111" : "0000";
});
beforeEach(() => database().execute(sql`delete from rate_limits`));

/** A link to the judge's invitation at which wrong digits were given `times` times. */
async function tried(times: number) {
  const dispute = await acceptedDispute(county);
  await consented(county, dispute);
  const { invitationId } = await invited(county, dispute, "judge");
  const { token, linkId } = await makeLink(county.as("mediator"), { disputeId: dispute.disputeId, invitationId });
  for (let n = 0; n < times; n += 1) await refusedWith(openVisit(token ?? "", wrong, "203.0.113.9", new Date()));
  return { ...dispute, invitationId, linkId, job: { countyId: county.countyId, linkId } };
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
