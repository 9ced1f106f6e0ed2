import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { announceAll, notificationsIn } from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { endProceeding } from "../disputes/end-proceeding";
import { endProceedingInput } from "../disputes/inputs";
import { disputeById } from "../disputes/reads/dispute";
import { setLeadInput } from "../handovers/inputs";
import { setLead } from "../handovers/set-lead";
import { addDays, dayOf } from "../kernel/shanghai";
import { endOfOfficeDay } from "../rules/office-hours";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { defaultRules } from "../testing/facts";
import { policeCase } from "../testing/police";
import { refusedWith } from "../testing/refused";
import { answerInstruction } from "./answer-instruction";
import { giveInstruction } from "./give-instruction";
import { answerInstructionInput, giveInstructionInput } from "./inputs";
import { passInstruction } from "./pass-instruction";
import { instructionsOf, ownInstructions } from "./reads/instructions";
import { withdrawInstruction } from "./withdraw-instruction";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const by = endOfOfficeDay(addDays(dayOf(new Date()), 1), { rules: defaultRules, overrides: new Map() });
const give = (disputeId: string, over: object = {}, who = "head") =>
  giveInstruction(
    county.as(who),
    giveInstructionInput.parse({
      disputeId,
      kind: "urge",
      wish: "本周约双方见面",
      answerBy: by.toISOString(),
      ...over,
    }),
  );
const answer = (disputeId: string, instructionId: string, who = "mediator", now?: Date) =>
  answerInstruction(
    county.as(who, now ? { now } : {}),
    answerInstructionInput.parse({ disputeId, instructionId, answer: "周四下午三点见面" }),
  );

describe("what a head asks of the lead", () => {
  it("is told, stands first, is answered once by whoever leads, and the head learns it; late where it is late", async () => {
    const { disputeId } = await acceptedDispute(county);
    const early = new Date(Date.now() - 60_000).toISOString();
    expect(await refusedWith(give(disputeId, { answerBy: early }))).toBe("answerBeforeNow");
    const night = new Date(by.getTime() + 6 * 3_600_000).toISOString();
    expect(await refusedWith(give(disputeId, { answerBy: night }))).toBe("outsideOfficeHours");
    expect(await refusedWith(give(disputeId, {}, "mediator"))).toBe("forbidden");
    const { instructionId } = await give(disputeId);
    const { instructionId: second } = await give(disputeId, { kind: "report" }, "committee");
    const mine = (await ownInstructions(county.as("mediator"))).toAnswer.filter((one) => one.disputeId === disputeId);
    expect(mine).toMatchObject([
      { id: instructionId, kind: "urge", givenBy: "赵国梁", answeredAt: null },
      { id: second, kind: "report", givenBy: "方慧" },
    ]);
    expect(await refusedWith(answer(disputeId, instructionId, "mediator2"))).toBe("forbidden");
    await announceAll();
    await answer(disputeId, instructionId);
    expect(await refusedWith(answer(disputeId, instructionId))).toBe("alreadyAnswered");
    await answer(disputeId, second, "mediator", new Date(by.getTime() + 3_600_000));
    await announceAll();
    const told = (await notificationsIn(county.countyId)).map(
      ({ kind, name }: { kind: string; name: string }) => `${kind} ${name}`,
    );
    expect(told).toEqual(
      expect.arrayContaining(["instructionGiven 沈静", "instructionAnswered 赵国梁", "instructionAnswered 方慧"]),
    );
    expect((await ownInstructions(county.as("head"))).given[0]).toMatchObject({
      disputeId,
      answer: "周四下午三点见面",
      answeredBy: "沈静",
    });
    expect((await instructionsOf(county.as("mediator"), { disputeId })).instructions).toHaveLength(2);
    const events = await database().execute<{ payload: string }>(
      sql`select payload from events where dispute_id = ${disputeId}::uuid and action = 'instruction.answer' order by seq`,
    );
    expect(events.map(({ payload }) => JSON.parse(payload).inTime)).toEqual([true, false]);
  });

  it("is told to whoever asked and whoever leads when its time is over, once, and never after it was answered", async () => {
    const { disputeId } = await acceptedDispute(county);
    const [{ instructionId }, { instructionId: answered }] = [await give(disputeId), await give(disputeId)];
    await answer(disputeId, answered);
    const over = new Date(by.getTime() + 1000);
    for (const id of [instructionId, answered, instructionId])
      await passInstruction({ countyId: county.countyId, instructionId: id }, over);
    await announceAll();
    const told = (await notificationsIn(county.countyId)).filter(
      ({ kind }: { kind: string }) => kind === "instructionOverdue",
    );
    expect(told.map(({ name }: { name: string }) => name).sort()).toEqual(["沈静", "赵国梁"]);
    const events = await database().execute(
      sql`select from events where dispute_id = ${disputeId}::uuid and action = 'instruction.pass'`,
    );
    expect(events).toHaveLength(1);
  });

  it("goes on to the next lead, is taken back by a head, and ends with the proceeding", async () => {
    const { disputeId } = await acceptedDispute(county);
    const { instructionId } = await give(disputeId, { kind: "jointMeeting" });
    const { instructionId: other } = await give(disputeId, { kind: "takeCharge" });
    // Whoever takes charge answers for it and is reported to: the lead stays.
    expect((await disputeById(county.as("head"), { disputeId })).proceeding?.leadPersonId).toBe(county.people.mediator);
    await setLead(
      county.as("committee"),
      setLeadInput.parse({
        ...{ disputeId, leadSeen: county.people.mediator, leadPersonId: county.people.mediator2 },
        reason: "沈静休假",
      }),
    );
    expect(await refusedWith(answer(disputeId, instructionId))).toBe("forbidden");
    await answer(disputeId, instructionId, "mediator2");
    const back = { disputeId, instructionId: other };
    expect(await refusedWith(withdrawInstruction(county.as("mediator2"), back))).toBe("forbidden");
    await withdrawInstruction(county.as("head"), back);
    expect(await refusedWith(withdrawInstruction(county.as("head"), back))).toBe("alreadyAnswered");
    await give(disputeId);
    await endProceeding(
      county.as("mediator2"),
      endProceedingInput.parse({ disputeId, outcome: "settledWithdrawn", reason: "双方自己谈好了" }),
    );
    expect(
      (await instructionsOf(county.as("head"), { disputeId })).instructions.map((one) => one.isWithdrawn).sort(),
    ).toEqual([false, true, true]);
    expect(await refusedWith(give(disputeId))).toBe("notInThisStep");
  });

  it("is nobody's of another place, and no head asks themselves", async () => {
    const { disputeId } = await policeCase(county);
    expect(await refusedWith(give(disputeId, {}, "head2"))).toBe("notFound");
    expect(await refusedWith(instructionsOf(county.as("lawyer"), { disputeId }))).toBe("notFound");
    const { disputeId: own } = await acceptedDispute(county);
    // Another head has granted it.
    await database().execute(
      sql`update proceedings set lead_person_id = ${county.people.committee} where dispute_id = ${own}::uuid`,
    );
    expect(await refusedWith(give(own, {}, "committee"))).toBe("leadsThemselves");
    const { instructionId } = await give(own);
    await answer(own, instructionId, "committee");
  });
});
