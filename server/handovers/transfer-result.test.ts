import { expect, it } from "vitest";
import { addDays, dayOf } from "../kernel/shanghai";
import { testCounty } from "../testing/county";
import { refusedWith } from "../testing/refused";
import { bookable } from "../testing/sessions";
import { offerTransferInput } from "./inputs";
import { offerTransfer } from "./offer-transfer";
import { recordTransferAnswer } from "./record-transfer-answer";
import { recordTransferResult } from "./record-transfer-result";

it("what a body outside reports back is of the day on which it did: not to come, and not before it took the matter", async () => {
  const county = await testCounty();
  const { disputeId } = await bookable(county);
  const on = (days: number) => addDays(dayOf(new Date()), days);
  const offered = offerTransferInput.parse({ disputeId, to: { body: "区信访局" }, reason: "属于信访事项" });
  const { transferId } = await offerTransfer(county.as("mediator"), offered);
  await recordTransferAnswer(county.as("mediator"), {
    ...{ disputeId, transferId, isAccepted: true, answeredOn: on(0), source: "来访 12 号", reason: "" },
  });
  const reports = (days: number) =>
    recordTransferResult(county.as("mediator"), { disputeId, transferId, result: "已修好", reportedOn: on(days) });
  expect([await refusedWith(reports(1)), await refusedWith(reports(-1))]).toEqual(["dayInFuture", "dayTooEarly"]);
  expect(await reports(0)).toEqual({ transferId });
});
