import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { database } from "@/db/client";
import { offerTransferInput, recordTransferAnswerInput } from "../handovers/inputs";
import { offerTransfer } from "../handovers/offer-transfer";
import { recordTransferAnswer } from "../handovers/record-transfer-answer";
import { dayOf } from "../kernel/shanghai";
import { testCounty } from "../testing/county";
import { harmless, intake } from "../testing/disputes";
import { merged, registeredTwice } from "../testing/merges";
import { refusedWith } from "../testing/refused";
import { triageDisputeInput } from "./inputs";
import { disputeById } from "./reads/dispute";
import { gateOf } from "./reads/gate";
import { registerDispute } from "./register-dispute";
import { triageDispute } from "./triage-dispute";

it("what is known of a matter is known from the registrations merged into it, and a successor is no other committee", async () => {
  const county = await testCounty();
  const pair = await registeredTwice(county);
  await merged(county, pair);
  const record = async () => (await gateOf(county.as("officer"), { disputeId: pair.kept })).record;
  expect(await record()).toEqual([]);
  const elsewhere = (committee: string, track: "peoples" | "publicSecurity") =>
    database().transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      await tx.execute(sql`update proceedings set committee_id = ${county.committees[committee] ?? ""}::uuid, track = ${track}
        where dispute_id = ${pair.absorbed}::uuid`);
    });
  await elsewhere("DG", "peoples");
  expect(await record()).toEqual([{ question: "acceptedElsewhere", record: "otherCommittee" }]);
  const succeeds = (by: string | null) =>
    database().transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      await tx.execute(
        sql`update committees set successor_id = ${by}::uuid where id = ${county.committees.DG ?? ""}::uuid`,
      );
    });
  await succeeds(county.committees.LW ?? "");
  expect(await record()).toEqual([]);
  await succeeds(null);
  await elsewhere("LW", "publicSecurity");
  expect((await record()).map(({ question, record: what }) => `${question}: ${what}`).sort()).toEqual([
    "acceptedElsewhere: publicSecurityCase",
    "isViolation: publicSecurityCase",
  ]);
});

it("a court that entrusted one of two registrations entrusted the matter; what a body outside accepted was accepted elsewhere", async () => {
  const county = await testCounty();
  const court = { source: "courtEntrusted", referredBy: "泊头法院", referralNumber: "（2026）委调 3 号" } as const;
  const pair = await registeredTwice(county, court);
  const record = async () => (await gateOf(county.as("officer"), { disputeId: pair.kept })).record;
  expect(await record()).toEqual([]);
  await merged(county, pair);
  expect(await record()).toEqual([{ question: "inCourt", record: "courtEntrusted" }]);
  const office = () => county.as("mediator");
  const { transferId } = await offerTransfer(
    office(),
    offerTransferInput.parse({ disputeId: pair.kept, to: { body: "区劳动仲裁委" }, reason: "已经申请仲裁" }),
  );
  const answer = {
    disputeId: pair.kept,
    transferId,
    isAccepted: true,
    answeredOn: dayOf(new Date()),
    source: "受理通知书",
  };
  await recordTransferAnswer(office(), recordTransferAnswerInput.parse(answer));
  expect(await record()).toContainEqual({ question: "acceptedElsewhere", record: "otherBody" });
  const again = { disputeId: pair.kept, answers: {}, track: "peoples", overrideReason: "" };
  expect(await refusedWith(triageDispute(office(), triageDisputeInput.parse(again)))).toBe("acceptedElsewhereBarred");
  await triageDispute(office(), triageDisputeInput.parse({ ...again, overrideReason: "仲裁委退回，双方申请调解" }));
});

it("a matter that was taken in to be handed on ends by the acceptance of whoever it was offered to, without further words", async () => {
  const county = await testCounty();
  const { disputeId } = await registerDispute(county.as("mediator"), intake());
  const handOn = { disputeId, answers: harmless, track: "transfer", overrideReason: "" };
  await triageDispute(county.as("mediator"), triageDisputeInput.parse(handOn));
  const offered = { disputeId, to: { body: "区住建局" }, reason: "属于房屋质量投诉" };
  const { transferId } = await offerTransfer(county.as("mediator"), offerTransferInput.parse(offered));
  const answer = { disputeId, transferId, isAccepted: true, answeredOn: dayOf(new Date()), source: "来电", reason: "" };
  await recordTransferAnswer(county.as("mediator"), recordTransferAnswerInput.parse(answer));
  expect((await disputeById(county.as("mediator"), { disputeId })).proceeding?.outcome).toBe("transferred");
});

it("what is answered at registration beside what must be is not asked again either", async () => {
  const county = await testCounty();
  const office = () => county.as("mediator");
  const choice = { notAcceptedReason: null, overrideReason: "", leadPersonId: null, leadUnit: "" } as const;
  const triaged = (disputeId: string, answers: object) =>
    triageDispute(office(), triageDisputeInput.parse({ ...choice, disputeId, answers, track: "peoples" }));
  const also = { propertyDamage: "yes", isViolation: "no" } as const;
  const { disputeId } = await registerDispute(office(), intake({ also }));
  const { given } = await gateOf(office(), { disputeId });
  expect(given).toHaveLength(9);
  expect(given.filter((one) => one.question in also).map((one) => one.givenAs)).toEqual([
    "registration",
    "registration",
  ]);
  expect(await refusedWith(triaged(disputeId, {}))).toBe("questionsOpen");
  await triaged(disputeId, { hasMinor: "no" });
  const [decided] = await database().execute<{ damage: string }>(
    sql`select property_damage as damage from triages where dispute_id = ${disputeId}::uuid`,
  );
  expect(decided?.damage, "what was said before is what was decided on").toBe("yes");
});
