import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { endProceeding } from "../disputes/end-proceeding";
import { endProceedingInput } from "../disputes/inputs";
import { triageDispute } from "../disputes/triage-dispute";
import { asActor } from "../kernel/transaction";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute, harmless } from "../testing/disputes";
import { unreached } from "../testing/endings";
import { refusedWith } from "../testing/refused";
import { lastEventOf } from "../testing/sessions";
import { answerAccessRequest } from "./answer-access-request";
import { sendAccessRequestInput } from "./inputs";
import { waitingRequests } from "./queries";
import { sendAccessRequest } from "./send-access-request";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const reason = "原调解员调走，由我接办";
async function ended() {
  const { disputeId } = await acceptedDispute(county);
  const end = { disputeId, ...(await unreached(disputeId)) };
  await endProceeding(county.as("mediator"), endProceedingInput.parse(end));
  return disputeId;
}
const ask = (disputeId: string, by = "mediator2") =>
  sendAccessRequest(county.as(by), sendAccessRequestInput.parse({ disputeId, reason }));
const take = (disputeId: string, now = new Date()) =>
  triageDispute(county.as("mediator2", { now }), {
    disputeId,
    answers: harmless,
    track: "peoples",
    notAcceptedReason: null,
    overrideReason: "",
    leadPersonId: null,
    leadUnit: "",
  });
const idsFor = async (username: string) => (await waitingRequests(county.as(username))).map(({ id }) => id);

describe("a request to lead a matter that somebody else led", () => {
  it("waits with both heads, is granted once, serves for one act and leaves its events", async () => {
    const disputeId = await ended();
    const { requestId } = await ask(disputeId);
    expect(await lastEventOf(county, disputeId)).toMatchObject({
      action: "access.request",
      payload: { requestId, reason },
    });
    expect(await waitingRequests(county.as("head"))).toMatchObject([
      { id: requestId, disputeId, name: "令狐晓峰", reason },
    ]);
    expect(await idsFor("committee")).toEqual([requestId]);
    expect(await idsFor("head2")).toEqual([]);
    await answerAccessRequest(county.as("committee"), { disputeId, requestId, isGranted: true });
    expect(await lastEventOf(county, disputeId)).toMatchObject({
      action: "access.decide",
      payload: { requestId, granted: true },
    });
    expect(await idsFor("head")).toEqual([]);
    expect(await refusedWith(answerAccessRequest(county.as("head"), { disputeId, requestId, isGranted: false }))).toBe(
      "alreadyDecided",
    );
    expect((await take(disputeId)).proceedingId).toBeTruthy();
    const [used] = await database().execute<{ used: boolean }>(
      sql`select used_at is not null as used from access_requests where id = ${requestId}::uuid`,
    );
    expect(used?.used).toBe(true);
  });

  it("gives nothing when refused, and nothing after its days", async () => {
    const refused = await ended();
    const first = await ask(refused);
    await answerAccessRequest(county.as("head"), { disputeId: refused, requestId: first.requestId, isGranted: false });
    expect(await refusedWith(take(refused))).toBe("approvalNeeded");
    const late = await ended();
    const { requestId } = await ask(late);
    await answerAccessRequest(county.as("head"), { disputeId: late, requestId, isGranted: true });
    expect(await refusedWith(take(late, new Date(Date.now() + 9 * 86_400_000)))).toBe("approvalNeeded");
    expect((await take(late)).proceedingId).toBeTruthy();
  });

  it("is decided by nobody of the same duty, of another station, or who asked", async () => {
    const disputeId = await ended();
    const { requestId } = await ask(disputeId, "committee");
    const decide = (by: string) =>
      refusedWith(answerAccessRequest(county.as(by), { disputeId, requestId, isGranted: true }));
    expect(await idsFor("committee")).not.toContain(requestId);
    expect(await decide("committee")).toBe("otherDutyDecides");
    expect(await decide("mediator")).toBe("forbidden");
    expect(await decide("head2")).toBe("notFound");
    const forged = asActor(county.as("committee"), (tx) =>
      tx.execute(sql`update access_requests set is_granted = true, decided_by = ${county.people.head}::uuid, decided_at = now(),
        valid_until = now() + interval '1 day' where id = ${requestId}::uuid`),
    );
    expect(await refusedWith(forged)).toBe("otherDutyDecides");
  });

  it("is neither read nor decided by a head whose organisation has no right to the dispute any more", async () => {
    const disputeId = await ended();
    const { requestId } = await ask(disputeId);
    expect(await idsFor("head")).toContain(requestId);
    await database().execute(sql`update dispute_access set is_current = false
      where dispute_id = ${disputeId}::uuid and subject_id = ${county.stations.LW}::uuid`);
    const rows = asActor(county.as("head"), (tx) =>
      tx.execute(sql`select 1 from access_requests where id = ${requestId}::uuid`),
    );
    expect(await idsFor("head")).not.toContain(requestId);
    expect((await rows).length).toBe(0);
    const decided = asActor(county.as("head"), (tx) =>
      tx.execute(sql`update access_requests set is_granted = false, decided_by = ${county.people.head}::uuid, decided_at = now()
        where id = ${requestId}::uuid returning 1`),
    );
    expect((await decided).length).toBe(0);
    expect(await idsFor("committee")).toContain(requestId);
  });

  it("is refused twice at a time, without a reason, by the lead, and by whoever may not lead", async () => {
    const disputeId = await ended();
    await ask(disputeId);
    expect(await refusedWith(ask(disputeId))).toBe("alreadyAsked");
    expect(sendAccessRequestInput.safeParse({ disputeId, reason: "要" }).success).toBe(false);
    expect(await refusedWith(ask(disputeId, "mediator"))).toBe("alreadyLead");
    expect(await refusedWith(ask(disputeId, "head"))).toBe("forbidden");
    expect(await refusedWith(ask(disputeId, "mediator3"))).toBe("notFound");
  });

  it("is refused by the database too: nobody writes themselves in as lead", async () => {
    const disputeId = await ended();
    const write = (statement: ReturnType<typeof sql>, by = "mediator2") =>
      asActor(county.as(by), (tx) => tx.execute(statement));
    const insert = sql`insert into proceedings select (jsonb_populate_record(p, jsonb_build_object('id', ${crypto.randomUUID()}::text,
      'ordinal', 2, 'lead_person_id', ${county.people.mediator2}::text, 'status', 'accepted', 'ended_at', null, 'outcome', null))).*
      from proceedings p where dispute_id = ${disputeId}::uuid`;
    expect(await refusedWith(write(insert))).toBe("approvalNeeded");
    const open = await acceptedDispute(county);
    const update = (by: string) =>
      sql`update proceedings set lead_person_id = ${county.people[by]}::uuid where id = ${open.proceedingId}::uuid`;
    // Only heads change who leads, and not to themselves.
    expect(await refusedWith(write(update("mediator2")))).toBe("forbidden");
    expect(await refusedWith(write(update("committee"), "committee"))).toBe("approvalNeeded");
    const grant = sql`insert into access_requests (county_id, id, dispute_id, person_id, reason, asked_at, is_granted, decided_by, decided_at, valid_until)
      values (${county.countyId}::uuid, ${crypto.randomUUID()}::uuid, ${disputeId}::uuid, ${county.people.mediator2}::uuid, '自己同意', now(), true,
        ${county.people.head}::uuid, now(), now() + interval '1 day')`;
    expect(await refusedWith(write(grant))).toBe("alreadyDecided");
  });
});
