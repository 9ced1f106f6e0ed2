import { expect, it } from "vitest";
import { closeProceeding } from "../../disputes/close-proceeding";
import { recordGateStep } from "../../disputes/record-gate-step";
import { registerDispute } from "../../disputes/register-dispute";
import { takeOverViolence } from "../../disputes/take-over-violence";
import { triageDispute } from "../../disputes/triage-dispute";
import { answerInstruction } from "../../instructions/answer-instruction";
import { giveInstruction } from "../../instructions/give-instruction";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { recordVisit } from "../../performance/record-visit";
import { testCounty } from "../../testing/county";
import { askedHarmless, harmless, intake } from "../../testing/disputes";
import { redList } from "./overview";
import { readRedList } from "./red-list";

it("has a matter of family violence until every step of the police is recorded, also after it ended", async () => {
  const county = await testCounty();
  const now = new Date("2026-11-25T10:00:00+08:00");
  const as = (username: string) => county.as(username, { now });
  const { disputeId } = await registerDispute(
    as("mediator"),
    intake({ asked: { ...askedHarmless, familyViolence: "yes" } }),
  );
  const line = async () => {
    const list = await asActor(as("head"), (tx) => readRedList(tx, { actor: as("head").actor, now, limit: 100 }));
    return list.rows.find((row) => row.id === disputeId);
  };
  const reasons = async () => (await line())?.reasons ?? [];
  expect(await line()).toMatchObject({ lead: null, answerBy: null });
  expect(await reasons()).toEqual(["violence", "redRisk"]);
  await triageDispute(as("mediator"), {
    disputeId,
    answers: { propertyDamage: "no", hasMinor: harmless.hasMinor, isViolation: "no" },
    track: "coordination",
    notAcceptedReason: null,
    overrideReason: "",
    leadPersonId: null,
    leadUnit: "",
  });
  // The head asks from the list, and sees there until when the answer is due.
  expect(await line()).toMatchObject({ lead: "沈静", answerBy: null });
  const asked = {
    disputeId,
    kind: "report" as const,
    wish: "写明双方现在住在哪里",
    answerBy: "2026-11-26T08:00:00.000Z",
  };
  const { instructionId } = await giveInstruction(as("head"), asked);
  expect(await line()).toMatchObject({ answerBy: asked.answerBy });
  await answerInstruction(as("mediator"), { disputeId, instructionId, answer: "女方已住到娘家" });
  expect(await line()).toMatchObject({ lead: "沈静", answerBy: null });
  await recordVisit(as("mediator"), {
    ...{ disputeId, partyId: null, visitedOn: dayOf(now), satisfaction: "satisfied", escalationSigns: "" },
    note: "去看过",
  });
  await closeProceeding(as("mediator"), { disputeId, note: "" });
  await takeOverViolence(as("officer"), { disputeId, officerId: null });
  for (const kind of ["warningLetter", "protectionOrder", "shelter"] as const) {
    expect(await reasons(), kind).toContain("violence");
    await recordGateStep(as("officer"), { disputeId, kind, result: "done", doneOn: dayOf(now), note: "已办，已送达" });
  }
  expect(await reasons()).toEqual([]);
});

it("is read page by page without a gap, and a page behind its end still says how many there are", async () => {
  const county = await testCounty();
  const now = new Date("2026-11-25T10:00:00+08:00");
  const { actor } = county.as("head", { now });
  for (const title of ["一", "二", "三"])
    await registerDispute(
      county.as("mediator", { now }),
      intake({ title, asked: { ...askedHarmless, familyViolence: "yes" } }),
    );
  const { rows, total } = await redList(county.as("head", { now }));
  expect(total).toBeGreaterThan(2);
  const from = (after: number) => asActor({ actor, now }, (tx) => readRedList(tx, { actor, now, limit: 2, after }));
  const pages = await Promise.all(rows.map((_, i) => from(2 * i)));
  expect(pages.flatMap((page) => page.rows.map(({ id }) => id))).toEqual(rows.map(({ id }) => id));
  expect(pages.map((page) => page.total)).toEqual(rows.map(() => total));
  expect(await redList(county.as("head", { now }), { page: 2 })).toMatchObject({ rows: [], total });
});
