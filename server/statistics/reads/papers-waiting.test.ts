import { beforeAll, expect, it } from "vitest";
import { readCommitteeOverview } from "../../agreements/reads/committee-overview";
import { renegotiateAgreement } from "../../agreements/renegotiate-agreement";
import { sendToSign } from "../../agreements/send-to-sign";
import { exportListInput, listDisputesInput } from "../../disputes/inputs";
import { exportList } from "../../disputes/reads/export-list";
import { listDisputes } from "../../disputes/reads/list";
import { todayOf } from "../../disputes/reads/today";
import { recordLeadRequestInput } from "../../handovers/inputs";
import { recordLeadRequest } from "../../handovers/record-lead-request";
import { dayOf } from "../../kernel/shanghai";
import {
  type Agreed,
  agreedDispute,
  drafted,
  mediatorSigns,
  partySigns,
  payClause,
  sealedAgreement,
  signedAgreement,
} from "../../testing/agreements";
import { type TestCounty, testCounty } from "../../testing/county";

let county: TestCounty;
let waiting: Agreed;
beforeAll(async () => {
  county = await testCounty(["LW"]);
  // One that is being signed, two that wait for the seal alone, and a version of an agreement in force that waits for it too.
  const half = await agreedDispute(county);
  await drafted(county, half, [payClause(half, 30_000)]);
  await sendToSign(county.as("mediator"), { disputeId: half.disputeId });
  for (const fen of [50_000, 60_000]) {
    waiting = await agreedDispute(county);
    await signedAgreement(county, waiting, [payClause(waiting, fen)]);
  }
  const again = await agreedDispute(county);
  await sealedAgreement(county, again, [payClause(again, 80_000)]);
  const { disputeId } = again;
  await renegotiateAgreement(county.as("mediator"), { disputeId, reason: "乙方失业，双方重新商定分期" });
  await sendToSign(county.as("mediator"), { disputeId });
  for (const partyId of again.parties) await partySigns(county, again, partyId);
  await mediatorSigns(county, again);
});

const head = () => county.as("committee");
const overview = () => readCommitteeOverview(head(), { after: null });
const listed = async (status: string) =>
  (await listDisputes(head(), listDisputesInput.parse({ scope: "all", status }))).total;
const exported = async (status: string) =>
  (await exportList(head(), exportListInput.parse({ scope: "all", status }))).rows.length;

it("签字中 is one number in the list, its sheet and the tile: what is signed anew while it is performed is in 履行中", async () => {
  const { counts } = await overview();
  expect([counts.signing, await listed("signing"), await exported("signing")]).toEqual([3, 3, 3]);
  expect([counts.performing, await listed("performing"), await exported("performing")]).toEqual([1, 1, 1]);
});

it("待盖章 is one number in the tile, its rows and what is to do today, the renegotiated one among them", async () => {
  const { toSeal, toSealTotal } = await overview();
  const { groups } = await todayOf(head(), { show: "mine", after: null });
  const toDo = Object.values(groups).flatMap((rows) => rows.filter(({ step }) => step === "sealAgreement"));
  expect([toSealTotal, toSeal.length, toDo.length]).toEqual([3, 3, 3]);
  expect(toSeal.map(({ disputeId }) => disputeId).sort()).toEqual(toDo.map(({ id }) => id).sort());
});

it("待盖章 stays what it is while a party's request for another lead is the next step of one of them", async () => {
  const { disputeId, parties } = waiting;
  const said = {
    disputeId,
    partyId: parties[0],
    means: "spoken",
    askedOn: dayOf(new Date()),
    reason: "他和对方是同村的",
  };
  await recordLeadRequest(county.as("mediator"), recordLeadRequestInput.parse(said));
  const { toSeal, toSealTotal } = await overview();
  expect([toSealTotal, toSeal.length]).toEqual([3, 3]);
  expect(toSeal.map((one) => one.disputeId)).toContain(disputeId);
});
