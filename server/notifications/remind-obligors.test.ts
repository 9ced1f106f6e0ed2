import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { deliverAll, testMessaging, waysIn } from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { addHeir } from "../disputes/add-heir";
import { answerHeir } from "../disputes/answer-heir";
import { addHeirInput, answerHeirInput, recordPartyExitInput } from "../disputes/inputs";
import { recordPartyExit } from "../disputes/record-party-exit";
import { addDays, instantOf } from "../kernel/shanghai";
import { performanceOfDispute } from "../performance/reads/ledger";
import { makeSlip } from "../slips/make-slip";
import { type Agreed, actClause, agreedDispute, payClause, sealedAgreement } from "../testing/agreements";
import { contestActs } from "../testing/contests";
import { type TestCounty, testCounty } from "../testing/county";
import { intake } from "../testing/disputes";
import { ledgerActs } from "../testing/ledger";
import { remindObligors } from "./remind-obligors";

const { messaging, sms } = testMessaging();
let county: TestCounty;
let agreed: Agreed;
let of: string[];
const { today, pays } = ledgerActs(() => county);
const { contests, endsContest } = contestActs(() => county);
/** Half past nine on the day so many days from now. */
const morning = (days: number) => instantOf(addDays(today, days), "09:30");
const page = (who: string) => performanceOfDispute(county.as(who), agreed);
const ways = () => waysIn(county.countyId).then((all) => all.filter((way) => way.includes("obligationDue")));

beforeAll(async () => {
  county = await testCounty();
  const [first, second] = intake().parties;
  const third = { ...second, name: "王志强", phone: "" };
  agreed = await agreedDispute(county, { parties: [first, second, third] as ReturnType<typeof intake>["parties"] });
  const [one = "", other = "", last = ""] = agreed.parties;
  const near = { dueOn: addDays(today, 5) };
  ({ obligationIds: of } = await sealedAgreement(county, agreed, [
    payClause(agreed, 40_000, near),
    actClause([one, other], near),
    actClause([other], { ...near, kind: "refrain", text: "在夜里施工" }),
    payClause(agreed, 50_000, { dueOn: addDays(today, 20) }),
    payClause(agreed, 60_000, { dueOn: addDays(today, 1) }),
    payClause(agreed, 70_000, { dueOn: addDays(today, 30), liability: "equalShares", obligorPartyIds: [other, last] }),
  ]));
  await database().execute(sql`delete from graphile_worker._private_jobs`);
});

it("reminds each obligor once before the day, by words without facts, and nobody of what took effect the same day", async () => {
  await remindObligors(new Date(`${today}T15:00:00+08:00`));
  expect(await ways()).toEqual([]);
  await makeSlip(county.as("mediator"), { disputeId: agreed.disputeId });
  for (const at of [morning(2), morning(2), morning(3)]) await remindObligors(at);
  await deliverAll(messaging, morning(2));
  await deliverAll(messaging, morning(2));
  expect((await ways()).sort()).toEqual([
    "刘玉芬 obligationDueSoon sms sent",
    "张建国 obligationDueSoon sms sent",
    "张建国 obligationDueSoon sms sent",
  ]);
  expect(sms).toHaveLength(3);
  for (const { text, to } of sms) {
    expect(text).toMatch(/^提醒：协议第[12]条.*到期。有事找沈静 \d+，凭回执查 https:\/\/zhongtiao\.example\/slip$/);
    expect(text).not.toMatch(/400|加固|赔偿|刘|张/);
    expect(["13800002719", "13800003344"]).toContain(to.address);
  }
});

it("reminds on the day only whoever still owes, and sends nothing that was settled before it left", async () => {
  const [one = ""] = agreed.parties;
  await pays(agreed, of[1], null, { partyId: one, proof: "photo" });
  await remindObligors(morning(5));
  await pays(agreed, of[0], 40_000);
  await deliverAll(messaging, morning(5));
  expect((await ways()).filter((way) => way.includes("Today")).sort()).toEqual([
    "张建国 obligationDueToday sms sent",
    "张建国 obligationDueToday sms suppressed notOwedAnyMore",
  ]);
  const { obligations } = await page("mediator");
  const told = obligations.map(({ ordinal, reminders }) => [
    ordinal,
    reminders.map(({ kind, state }) => `${kind} ${state}`),
  ]);
  expect(told).toEqual([
    [1, ["obligationDueToday notOwedAnyMore", "obligationDueSoon sent"]],
    [2, ["obligationDueToday sent", "obligationDueSoon sent", "obligationDueSoon sent"]],
    [3, []],
    [4, []],
    [5, []],
    [6, []],
  ]);
  const head = await page("head");
  expect(head.obligations).toHaveLength(6);
  expect(head.obligations.flatMap(({ reminders }) => reminders)).toEqual([]);
});

it("tells the lead that somebody without a phone was not reached, and leaves out whoever paid their own share", async () => {
  await pays(agreed, of[5], 35_000);
  // Whoever says that they have paid all of it is not reminded until that is cleared up.
  const [, , last = ""] = agreed.parties;
  const claim = { partyId: last, saidBy: { partyId: last, linkId: null }, amountFen: 35_000 };
  const { contestId } = await contests(agreed, of[5], claim);
  const before = (await ways()).length;
  await remindObligors(morning(28));
  expect(await ways()).toHaveLength(before);
  await endsContest(agreed, contestId, { withdrawnBy: { partyId: last, linkId: null, means: "phone" } });
  await remindObligors(morning(30));
  expect((await ways()).at(-1)).toBe("王志强 obligationDueToday sms failed noAddress");
  const [, , , , , shares] = (await page("mediator")).obligations;
  expect(shares?.reminders.map(({ partyId, state }) => [partyId, state])).toEqual([[agreed.parties[2], "noAddress"]]);
});

it("is too late once the day has come or gone, and reminds an heir who stepped in instead of whoever died", async () => {
  await remindObligors(morning(18));
  await deliverAll(messaging, morning(20));
  expect(await ways()).toContain("张建国 obligationDueSoon sms suppressed tooLate");
  const [, other = ""] = agreed.parties;
  const before = (await ways()).length;
  const { disputeId } = agreed;
  const reason = "家属出示证明";
  const died = { disputeId, partyId: other, kind: "died", happenedOn: today, reason };
  await recordPartyExit(county.as("mediator"), recordPartyExitInput.parse(died));
  await remindObligors(morning(20));
  expect(await ways()).toHaveLength(before);
  const named = { disputeId, partyId: other, name: "张小建", toldOn: today, reason };
  const { heirPartyId } = await addHeir(county.as("mediator"), addHeirInput.parse(named));
  await remindObligors(morning(20));
  expect(await ways()).toHaveLength(before);
  const said = { disputeId, heirPartyId, answer: "stepsIn", answeredOn: today, reason };
  await answerHeir(county.as("mediator"), answerHeirInput.parse(said));
  await remindObligors(morning(20));
  expect((await ways()).filter((way) => way.startsWith("张小建"))).toEqual([
    "张小建 obligationDueToday sms failed noAddress",
  ]);
});
