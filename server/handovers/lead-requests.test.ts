import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { announceAll, notificationsIn } from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { addPartyLink } from "../disputes/add-party-link";
import { endProceeding } from "../disputes/end-proceeding";
import { addPartyLinkInput, endProceedingInput, recordPartyExitInput } from "../disputes/inputs";
import { disputeById } from "../disputes/reads/dispute";
import { recordPartyExit } from "../disputes/record-party-exit";
import { addDays, dayOf } from "../kernel/shanghai";
import { guardiansOf, partiesOf } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute, intake } from "../testing/disputes";
import { settledSaid } from "../testing/endings";
import { finding, policeCase } from "../testing/police";
import { refusedWith } from "../testing/refused";
import { findViolation } from "../violations/find-violation";
import { decideLeadRequest } from "./decide-lead-request";
import { decideLeadRequestInput, recordLeadRequestInput, setLeadInput, tellLeadRequestInput } from "./inputs";
import { leadRequestsOf } from "./reads/lead-requests";
import { transfersOfOffice } from "./reads/transfers";
import { recordLeadRequest } from "./record-lead-request";
import { setLead } from "./set-lead";
import { tellLeadRequest } from "./tell-lead-request";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const today = dayOf(new Date());
const page = async (who: string, disputeId: string) => (await disputeById(county.as(who), { disputeId })).proceeding;
const ask = async (disputeId: string, over: object = {}, by = "mediator") => {
  const parties = await database().execute<{ id: string }>(
    sql`select id from parties where dispute_id = ${disputeId}::uuid order by position`,
  );
  const said = { disputeId, partyId: parties[0]?.id, means: "spoken", askedOn: today, reason: "他和对方是同村的" };
  return recordLeadRequest(county.as(by), recordLeadRequestInput.parse({ ...said, ...over }));
};
const decide = (disputeId: string, requestId: string, over: object = {}, by = "committee") =>
  decideLeadRequest(
    county.as(by),
    decideLeadRequestInput.parse({
      disputeId,
      requestId,
      outcome: "accepted",
      reason: "当事人有权选择调解员",
      newLeadPersonId: over && "outcome" in over ? null : county.people.mediator2,
      ...over,
    }),
  );
const told = async () =>
  (await notificationsIn(county.countyId)).map(({ kind, name }: { kind: string; name: string }) => `${kind} ${name}`);

describe("a party that asks for another mediator", () => {
  it("is heard: the committee's head has the step with a day, decides, and another leads from then on", async () => {
    const { disputeId } = await acceptedDispute(county);
    const wishedPersonId = county.people.mediator2;
    expect(await refusedWith(ask(disputeId, { askedOn: addDays(today, 1) }))).toBe("dayInFuture");
    expect(await refusedWith(ask(disputeId, { wishedPersonId: county.people.mediator }))).toBe("wishIsLead");
    expect(await refusedWith(ask(disputeId, { wishedPersonId: county.people.officer }))).toBe("leadMustBeMediator");
    const { requestId } = await ask(disputeId, { wishedPersonId });
    expect(await refusedWith(ask(disputeId))).toBe("requestOpen");
    expect(await page("mediator", disputeId)).toMatchObject({
      nextStep: "decideLeadRequest",
      nextOwner: "方慧",
      detail: { names: ["刘玉芬"] },
    });
    expect(await refusedWith(tellLeadRequest(county.as("mediator"), telling(disputeId, requestId)))).toBe(
      "notDecidedYet",
    );
    expect(await refusedWith(decide(disputeId, requestId, {}, "mediator"))).toBe("forbidden");
    expect(await refusedWith(decide(disputeId, requestId, {}, "head"))).toBe("otherHeadDecides");
    expect(await refusedWith(decide(disputeId, requestId, { newLeadPersonId: null }))).toBe("newLeadNeeded");
    // It waits on the page of approvals of the head who decides, and of nobody else, until it is decided.
    const waits = async (who: string) => (await transfersOfOffice(county.as(who))).leadRequests.map(({ id }) => id);
    expect((await transfersOfOffice(county.as("committee"))).leadRequests).toMatchObject([
      { id: requestId, disputeId, party: "刘玉芬", lead: { name: "沈静" }, wished: { id: wishedPersonId } },
    ]);
    for (const who of ["head", "committee2", "mediator"]) expect(await waits(who)).toEqual([]);
    await announceAll();
    await decide(disputeId, requestId);
    expect(await waits("committee")).toEqual([]);
    expect(await page("mediator2", disputeId)).toMatchObject({ leadPersonId: wishedPersonId, nextStep: "giveNotice" });
    expect(await refusedWith(decide(disputeId, requestId))).toBe("alreadyDecided");
    await announceAll();
    expect(await told()).toEqual(
      expect.arrayContaining(["leadRequested 方慧", "leadRequestDecided 刘玉芬", "leadChanged 刘玉芬"]),
    );
    await tellLeadRequest(county.as("mediator2"), telling(disputeId, requestId));
    expect(await refusedWith(tellLeadRequest(county.as("mediator2"), telling(disputeId, requestId)))).toBe(
      "alreadyThere",
    );
    expect(await leadRequestsOf(county.as("mediator2"), { disputeId })).toMatchObject({
      mayDecide: false,
      requests: [
        {
          party: "刘玉芬",
          outcome: "accepted",
          decidedBy: "方慧",
          toldMeans: "inPerson",
          wished: { id: wishedPersonId },
        },
      ],
    });
    const events = await database().execute<{ action: string }>(
      sql`select action from events where dispute_id = ${disputeId}::uuid order by seq desc limit 3`,
    );
    expect(events.map(({ action }) => action)).toEqual(["leadRequest.tell", "lead.set", "leadRequest.decide"]);
  });

  it("may be refused with a reason or take it back, and may ask again; the lead stays", async () => {
    const { disputeId } = await acceptedDispute(county);
    const before = (await page("mediator", disputeId))?.nextStep;
    // What was late before is as late as it was: nobody gains a day by asking.
    const late = new Date(Date.now() - 9 * 86_400_000).toISOString();
    await database().execute(
      sql`update proceedings set next_due_at = ${late}::timestamptz where dispute_id = ${disputeId}::uuid`,
    );
    for (const outcome of ["declined", "withdrawn"]) {
      const { requestId } = await ask(disputeId, { means: "paper" });
      expect((await page("mediator", disputeId))?.nextDueAt).not.toBe(late);
      await decide(disputeId, requestId, { outcome });
      expect(await page("mediator", disputeId)).toMatchObject({ lead: "沈静", nextStep: before, nextDueAt: late });
    }
  });

  it("speaks through whoever may: a child through the guardian, and nobody who left asks", async () => {
    const [first, second] = intake().parties;
    const guardian = { kind: "guardian" as const, name: "夏守义", maySign: true, phone: "", note: "" };
    const parties = [{ ...first, name: "夏小雨", isMinor: true, links: [guardian] }, second] as never;
    const { disputeId } = await acceptedDispute(county, { title: "球场纠纷", parties });
    expect(await refusedWith(ask(disputeId))).toBe("guardianNeeded");
    const [spoken] = await guardiansOf(county, { disputeId });
    await ask(disputeId, { spokenByLinkId: spoken?.linkId });
    const [, other] = await partiesOf(county, { disputeId });
    const exit = { disputeId, partyId: other?.id, kind: "died", happenedOn: today, reason: "家属送来死亡证明" };
    await recordPartyExit(county.as("mediator"), recordPartyExitInput.parse(exit));
    expect(await refusedWith(ask(disputeId, { partyId: other?.id }))).toBe("partyDeparted");
  });

  it("is overtaken when the lead changes by another door or the proceeding ends, and never lies open behind it", async () => {
    const { disputeId } = await acceptedDispute(county);
    await ask(disputeId);
    await setLead(
      county.as("committee"),
      setLeadInput.parse({
        disputeId,
        leadSeen: county.people.mediator,
        leadPersonId: county.people.mediator2,
        reason: "原牵头人外出学习",
      }),
    );
    await ask(disputeId, {}, "mediator2");
    await endProceeding(
      county.as("mediator2"),
      endProceedingInput.parse({ disputeId, ...(await settledSaid(disputeId)) }),
    );
    const { requests } = await leadRequestsOf(county.as("mediator2"), { disputeId });
    expect(requests.map(({ outcome, about }) => `${outcome} ${about}`).sort()).toEqual(
      ["overtaken 沈静", "overtaken 令狐晓峰"].sort(),
    );
  });

  it("about the committee's head is decided by the station's: nobody decides about themselves", async () => {
    const { disputeId } = await acceptedDispute(county);
    await setLead(
      county.as("head"),
      setLeadInput.parse({
        disputeId,
        leadSeen: county.people.mediator,
        leadPersonId: county.people.committee,
        reason: "主任亲自办理",
      }),
    );
    const { requestId } = await ask(disputeId, {}, "committee");
    expect(await page("committee", disputeId)).toMatchObject({ nextOwner: "赵国梁" });
    expect(await refusedWith(decide(disputeId, requestId))).toBe("otherHeadDecides");
    await decide(disputeId, requestId, {}, "head");
    expect(await page("mediator2", disputeId)).toMatchObject({ leadPersonId: county.people.mediator2 });
  });
});

const telling = (disputeId: string, requestId: string) =>
  tellLeadRequestInput.parse({ disputeId, requestId, means: "inPerson", toldOn: today });

describe("a party that asks for another officer (程序规定 20、21)", () => {
  it("is answered by the head of the station within two days; a suspect asks in person", async () => {
    const police = await policeCase(county);
    const { disputeId, parties } = police;
    await findViolation(county.as("officer"), finding(police));
    const agent = { kind: "agent", name: "代理人", maySign: true };
    const { linkId } = await addPartyLink(
      county.as("officer"),
      addPartyLinkInput.parse({ disputeId, partyId: parties[1], link: agent }),
    );
    const suspect = { partyId: parties[1] };
    expect(await refusedWith(ask(disputeId, { ...suspect, spokenByLinkId: linkId }, "officer"))).toBe(
      "suspectInPerson",
    );
    const { requestId } = await ask(disputeId, suspect, "head");
    const step = await page("officer", disputeId);
    expect(step).toMatchObject({ nextStep: "decideLeadRequest", nextOwner: "赵国梁" });
    expect(dayOf(new Date(step?.nextDueAt ?? "")) >= addDays(today, 2)).toBe(true);
    expect(await refusedWith(decide(disputeId, requestId, { newLeadPersonId: county.people.mediator }, "head"))).toBe(
      "leadMustBeOfficer",
    );
    await decide(disputeId, requestId, { newLeadPersonId: county.people.officer2 }, "head");
    expect(await page("officer2", disputeId)).toMatchObject({ leadPersonId: county.people.officer2 });
  });
});
