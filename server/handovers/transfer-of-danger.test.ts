import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { announceAll, notificationsIn } from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { takeOverInput, triageDisputeInput } from "../disputes/inputs";
import { openGateSteps } from "../disputes/reads/open-gate-steps";
import { registerDispute } from "../disputes/register-dispute";
import { takeOverViolence } from "../disputes/take-over-violence";
import { triageDispute } from "../disputes/triage-dispute";
import { type TestCounty, testCounty } from "../testing/county";
import { askedHarmless, harmless, intake } from "../testing/disputes";
import { acceptTransfer } from "./accept-transfer";
import { offerTransferInput } from "./inputs";
import { offerTransfer } from "./offer-transfer";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const idOf = (username: string) => county.people[username] ?? "";

it("a matter that another station takes brings along what is to be done on family violence, and whoever answers for danger there is told of it", async () => {
  const there = { stationId: county.stations.DG ?? "", committeeId: county.committees.DG ?? "" };
  const { disputeId } = await registerDispute(
    county.as("officer"),
    intake({ title: "夫妻争吵", asked: { ...askedHarmless, familyViolence: "yes" } }),
  );
  await triageDispute(
    county.as("officer"),
    triageDisputeInput.parse({ disputeId, answers: { ...harmless, familyViolence: "yes" }, track: "coordination" }),
  );
  const openFor = async (who: string) =>
    (await openGateSteps(county.as(who))).filter((step) => step.disputeId === disputeId).map(({ isMine }) => isMine);
  expect(await openFor("head")).toEqual([true, true, true, true]);
  const { transferId } = await offerTransfer(
    county.as("officer"),
    offerTransferInput.parse({ disputeId, to: there, reason: "双方都住在东关" }),
  );
  await announceAll();
  const before = (await notificationsIn(county.countyId)).length;
  await acceptTransfer(county.as("committee2"), { disputeId, transferId, leadPersonId: idOf("mediator3"), note: "" });
  expect([await openFor("head"), await openFor("head2")]).toEqual([[], [true, true, true, true]]);
  expect((await openFor("officer3")).length).toBe(4);
  await announceAll();
  const [head] = await database().execute<{ name: string }>(
    sql`select name from people where id = ${idOf("head2")}::uuid`,
  );
  const told = (await notificationsIn(county.countyId)).slice(before);
  expect(told.filter(({ kind }) => kind === "redRisk").map(({ name }) => name)).toEqual([head?.name]);
  await takeOverViolence(county.as("officer3"), takeOverInput.parse({ disputeId }));
  expect(await openFor("officer3")).toEqual([true, true, true]);
});
