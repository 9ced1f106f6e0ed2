import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { setLead } from "../handovers/set-lead";
import { newId } from "../kernel/ids";
import { callAt } from "../testing/calls";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute, harmless, intake } from "../testing/disputes";
import { unreached } from "../testing/endings";
import { refusedWith } from "../testing/refused";
import { assessRisk } from "./assess-risk";
import { attachCall } from "./attach-call";
import { endProceeding } from "./end-proceeding";
import { endProceedingInput } from "./inputs";
import { leadChoices, looseCalls, pointChoices } from "./reads/choices";
import { disputeById } from "./reads/dispute";
import { disputeTimeline } from "./reads/timeline";
import { registerDispute } from "./register-dispute";
import { reopenDispute } from "./reopen-dispute";
import { setSummary } from "./set-summary";
import { triageDispute } from "./triage-dispute";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const idOf = (username: string) => county.people[username] ?? "";
const lastEvent = async (disputeId: string, action?: string) =>
  (await disputeTimeline(county.as("mediator"), { disputeId })).events.find((one) => !action || one.action === action);
const page = (disputeId: string, who = "mediator") => disputeById(county.as(who), { disputeId });

let calls = 0;
/** A police call that belongs to no dispute yet; each at another place, so that they form no repeat group. */
async function call(by = "officer"): Promise<{ id: string; number: string }> {
  calls += 1;
  const number = `JQ-${calls}`;
  const { callId } = await callAt(
    county,
    new Date(Date.now() - 120_000).toISOString(),
    { number, place: `第${calls}村${calls}组`, phone: `1380000${1000 + calls}` },
    by,
  );
  return { id: callId, number };
}
const ended = async () => {
  const { disputeId } = await acceptedDispute(county);
  await endProceeding(county.as("mediator"), endProceedingInput.parse({ disputeId, ...(await unreached(disputeId)) }));
  return disputeId;
};

describe("the lead", () => {
  it("is changed by the committee's head with a reason; centre, next step and access follow", async () => {
    const { disputeId } = await acceptedDispute(county);
    await setLead(county.as("committee"), {
      disputeId,
      leadSeen: idOf("mediator"),
      leadPersonId: idOf("mediator2"),
      leadUnit: "",
      reason: "沈静出差",
    });
    expect((await page(disputeId)).proceeding).toMatchObject({
      lead: "令狐晓峰",
      nextOwner: "令狐晓峰",
      leadUnit: "柳湾镇人民调解委员会",
    });
    expect(await lastEvent(disputeId)).toMatchObject({
      action: "lead.set",
      payload: { after: idOf("mediator2"), reason: "沈静出差" },
    });
  });

  it("must be another person who may lead this track here", async () => {
    const { disputeId } = await acceptedDispute(county);
    const change = (leadPersonId: string) =>
      refusedWith(
        setLead(county.as("committee"), {
          disputeId,
          leadSeen: idOf("mediator"),
          leadPersonId,
          leadUnit: "",
          reason: "换人",
        }),
      );
    expect(await change(idOf("officer"))).toBe("leadMustBeMediator");
    expect(await change(idOf("judge"))).toBe("leadMustBeMediator");
    expect(await change(idOf("mediator3"))).toBe("leadFromElsewhere");
    expect(await change(newId(new Date()))).toBe("unknownReference");
    expect(await change(idOf("mediator"))).toBe("leadUnchanged");
  });

  it("cannot be changed by mediators, officers or strangers", async () => {
    const { disputeId } = await acceptedDispute(county);
    const input = {
      disputeId,
      leadSeen: idOf("mediator"),
      leadPersonId: idOf("mediator2"),
      leadUnit: "",
      reason: "换人",
    };
    expect(await refusedWith(setLead(county.as("mediator"), input))).toBe("forbidden");
    expect(await refusedWith(setLead(county.as("officer"), input))).toBe("forbidden");
    expect(await refusedWith(setLead(county.as("committee2"), input))).toBe("notFound");
  });

  it("is chosen among the committee's mediators and the station's officers", async () => {
    const { disputeId } = await acceptedDispute(county);
    const names = (await leadChoices(county.as("mediator"), { disputeId })).map((person) => person.name);
    expect(names.sort()).toEqual(["令狐晓峰", "方慧", "沈静", "祝远航", "郭海涛"].sort());
    expect(await refusedWith(leadChoices(county.as("judge"), { disputeId }))).toBe("notFound");
  });
});

describe("risk and summary", () => {
  it("the risk level changes with a reason, and the event says before and after", async () => {
    const { disputeId } = await acceptedDispute(county);
    await assessRisk(county.as("head"), { disputeId, risk: "red", riskSeen: "green", reason: "有推搡" });
    expect((await page(disputeId)).risk).toMatchObject({ level: "red", reason: "有推搡", head: "赵国梁" });
    const assessed = await lastEvent(disputeId, "dispute.assessRisk");
    expect(assessed).toMatchObject({ payload: { before: "green", after: "red" } });
    expect(await lastEvent(disputeId)).toMatchObject({ action: "risk.raise", payload: { level: "red" } });
    expect(
      await refusedWith(
        assessRisk(county.as("committee"), { disputeId, risk: "green", riskSeen: "red", reason: "好了" }),
      ),
    ).toBe("forbidden");
    expect(
      await refusedWith(assessRisk(county.as("head2"), { disputeId, risk: "green", riskSeen: "red", reason: "好了" })),
    ).toBe("notFound");
  });

  it("the neutral summary names no party and stays out of the chain", async () => {
    const { disputeId } = await acceptedDispute(county);
    expect(
      await refusedWith(
        setSummary(county.as("mediator"), { disputeId, summaryVersion: 1, neutralSummary: "刘玉芬说墙裂了。" }),
      ),
    ).toBe("summaryNamesParty");
    await setSummary(county.as("mediator"), { disputeId, summaryVersion: 1, neutralSummary: "楼上拆墙，楼下有裂缝。" });
    expect((await page(disputeId)).facts?.neutralSummary).toBe("楼上拆墙，楼下有裂缝。");
    expect(await lastEvent(disputeId)).toMatchObject({ action: "dispute.setSummary", payload: {} });
    expect(
      await refusedWith(setSummary(county.as("officer"), { disputeId, summaryVersion: 1, neutralSummary: "说明" })),
    ).toBe("forbidden");
  });
});

describe("police calls", () => {
  it("join a dispute once, keep their number, and show in its history", async () => {
    const { disputeId } = await acceptedDispute(county);
    const { id: callId, number } = await call();
    await attachCall(county.as("officer"), { disputeId, callId });
    expect((await page(disputeId)).calls).toMatchObject([{ id: callId, number }]);
    expect(await lastEvent(disputeId)).toMatchObject({ action: "dispute.attachCall", payload: { call: number } });
    const second = (await acceptedDispute(county)).disputeId;
    expect(await refusedWith(attachCall(county.as("mediator"), { disputeId: second, callId }))).toBe(
      "callAlreadyAttached",
    );
  });

  it("of another station are not found, and are not offered", async () => {
    const { disputeId } = await acceptedDispute(county);
    const { id: elsewhere } = await call("officer3");
    expect(await refusedWith(attachCall(county.as("mediator"), { disputeId, callId: elsewhere }))).toBe("notFound");
    const { id: loose } = await call();
    const offered = (await looseCalls(county.as("mediator"))).map((one) => one.id);
    expect(offered).toContain(loose);
    expect(offered).not.toContain(elsewhere);
    const brought = await looseCalls(county.as("mediator"), { callIds: [loose, elsewhere] });
    expect(brought.map((one) => one.id)).toEqual([loose]);
    // Whoever did not write the call down reads the family name alone, and nobody the whole phone.
    expect(brought[0]?.caller).toMatchObject({ isWholeName: false, phone: expect.stringContaining("****") });
    expect((await looseCalls(county.as("mediator")))[0]?.caller).toBeNull();
    const parties = intake().parties.map((party, i) => (i === 0 ? { ...party, phone: "", callerOf: loose } : party));
    const stranger = registerDispute(county.as("mediator"), intake({ parties }));
    expect(await refusedWith(stranger)).toBe("unknownReference");
    const isOfCall = async (by: string, callId: string) => {
      const own = parties.map((party) => ("callerOf" in party ? { ...party, callerOf: callId } : party));
      const { disputeId } = await registerDispute(county.as(by), intake({ parties: own, callIds: [callId] }));
      const [first] = await database().execute<{ ofCall: boolean }>(
        sql`select p.phone_line_hash = c.phone_line_hash as "ofCall" from parties p, police_calls c
          where p.dispute_id = ${disputeId}::uuid and p.side = 1 and c.id = ${callId}::uuid`,
      );
      return first?.ofCall;
    };
    expect(await isOfCall("mediator", loose)).toBe(false);
    expect(await isOfCall("officer", (await call()).id)).toBe(true);
    expect(JSON.stringify(await looseCalls(county.as("mediator")))).not.toContain("1380000100");
    expect(await looseCalls(county.as("committee"))).toEqual([]);
  });

  it("are attached by a mediator or the police line, not by the committee's head", async () => {
    const { disputeId } = await acceptedDispute(county);
    expect(await refusedWith(attachCall(county.as("committee"), { disputeId, callId: (await call()).id }))).toBe(
      "forbidden",
    );
  });
});

describe("reopening a dispute", () => {
  it("opens a second proceeding beside the first, which stays", async () => {
    const disputeId = await ended();
    const { proceedingId } = await reopenDispute(county.as("committee"), { disputeId, reason: "又闹起来了" });
    const { proceeding, proceedings } = await page(disputeId);
    expect(proceeding).toMatchObject({
      id: proceedingId,
      ordinal: 2,
      track: "peoples",
      status: "accepted",
      nextStep: "giveNotice",
      lead: "沈静",
    });
    expect(proceedings[0]).toMatchObject({ ordinal: 1, outcome: "unreachable" });
    expect(await lastEvent(disputeId)).toMatchObject({
      action: "proceeding.reopen",
      payload: { reason: "又闹起来了", ordinal: 2 },
    });
  });

  it("is refused while one is open or before there was one, to officers and to strangers", async () => {
    const { disputeId } = await acceptedDispute(county);
    expect(await refusedWith(reopenDispute(county.as("mediator"), { disputeId, reason: "再来" }))).toBe(
      "proceedingOpen",
    );
    const fresh = (await registerDispute(county.as("mediator"), intake())).disputeId;
    expect(await refusedWith(reopenDispute(county.as("mediator"), { disputeId: fresh, reason: "再来" }))).toBe(
      "noProceeding",
    );
    expect(await refusedWith(reopenDispute(county.as("officer"), { disputeId, reason: "再来" }))).toBe("forbidden");
    expect(await refusedWith(reopenDispute(county.as("head2"), { disputeId, reason: "再来" }))).toBe("notFound");
  });

  it("sends a dispute that was not accepted back to triage", async () => {
    const { disputeId } = await registerDispute(county.as("mediator"), intake());
    await triageDispute(county.as("mediator"), {
      disputeId,
      answers: harmless,
      track: null,
      notAcceptedReason: "partyUnwilling",
      overrideReason: "",
      leadPersonId: null,
      leadUnit: "",
    });
    expect((await page(disputeId)).allowed).toEqual(expect.arrayContaining(["proceeding.reopen"]));
    await reopenDispute(county.as("mediator"), { disputeId, reason: "对方愿意谈了" });
    const after = await page(disputeId);
    expect(after.notAccepted).toBeNull();
    expect(after.allowed).toContain("dispute.triage");
  });

  it("on another track goes through triage, as the next proceeding", async () => {
    const disputeId = await ended();
    await triageDispute(county.as("mediator"), {
      disputeId,
      answers: { ...harmless, judgedByCourt: "yes" },
      track: "coordination",
      notAcceptedReason: null,
      overrideReason: "",
      leadPersonId: null,
      leadUnit: "",
    });
    expect((await page(disputeId)).proceeding).toMatchObject({
      ordinal: 2,
      track: "coordination",
      nextStep: "visit",
    });
    expect(await refusedWith(reopenDispute(county.as("mediator"), { disputeId, reason: "再来" }))).toBe(
      "proceedingOpen",
    );
  });
});

describe("the time line", () => {
  it("gives acts newest first with names, and hides private acts from the station", async () => {
    const { disputeId } = await acceptedDispute(county);
    const seen = (await disputeTimeline(county.as("mediator"), { disputeId })).events;
    expect(seen.map((event) => [event.action, event.who])).toEqual([
      ["dispute.triage", "沈静"],
      ["dispute.register", "沈静"],
    ]);
    expect((await disputeTimeline(county.as("mediator"), { disputeId, before: 2 })).events).toHaveLength(1);
    await database().execute(
      sql`select app.append_event(${county.countyId}::uuid, ${disputeId}::uuid, ${disputeId}::uuid, null, ${idOf("mediator")}::uuid, 'person', 'note.write', 1, '{}')`,
    );
    expect((await disputeTimeline(county.as("mediator"), { disputeId })).events).toHaveLength(3);
    expect(await refusedWith(disputeTimeline(county.as("officer"), { disputeId }))).toBe("notFound");
    expect((await disputeTimeline(county.as("head"), { disputeId })).events).toHaveLength(2);
    expect(await refusedWith(disputeTimeline(county.as("head2"), { disputeId }))).toBe("notFound");
  });
});

describe("where a dispute can be placed", () => {
  it("is at the contact points of the actor's own station", async () => {
    const names = (await pointChoices(county.as("mediator"))).map((point) => point.name);
    expect(names).toContain("江畔社区调解室");
    expect(names).not.toContain("红旗巷社区调解室");
  });
});
