import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { database } from "@/db/client";
import { extendClock } from "../clocks/extend-clock";
import { partyInput, triageDisputeInput } from "../disputes/inputs";
import { needsGuardian } from "../disputes/parts/needs-guardian";
import { disputeById } from "../disputes/reads/dispute";
import { registerDispute } from "../disputes/register-dispute";
import { triageDispute } from "../disputes/triage-dispute";
import { addDays, instantOf } from "../kernel/shanghai";
import { type TestCounty, testCounty } from "../testing/county";
import { harmless, intake } from "../testing/disputes";
import { refusedWith } from "../testing/refused";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

/** Birthdays beside days before, on and after the eighteenth; who was born on 29 February comes of age on the 28th (民法典 202). */
const ages = [
  ["2008-11-20", "2026-11-19", true],
  ["2008-11-20", "2026-11-20", false],
  ["2008-02-29", "2026-02-27", true],
  ["2008-02-29", "2026-02-28", false],
  ["2009-01-01", "2026-12-31", true],
  ["2009-01-01", "2027-01-01", false],
] as const;

it("a birthday says until when somebody is a minor, the same in the verbs and the database, however they are marked", async () => {
  for (const [bornOn, day, isMinor] of ages)
    for (const marked of [true, false])
      for (const [ownWagesReason, lacksCapacity] of [
        ["", false],
        ["在餐馆打工", false],
        ["", true],
      ] as const) {
        const needs = lacksCapacity || (isMinor && ownWagesReason === "");
        const said = needsGuardian({ isMinor: marked, bornOn, lacksCapacity, ownWagesReason }, day);
        const [row] = await database().execute<{ needs: boolean }>(
          sql`select app.needs_guardian(${marked}, ${bornOn}::date, ${ownWagesReason}, ${lacksCapacity}, ${day}::date) as needs`,
        );
        expect([said, row?.needs], `${bornOn} on ${day}`).toEqual([needs, needs]);
      }
});

it("a guardian speaks for a worker of 17 until the birthday, who speaks for themself from that day on, whenever it is entered", async () => {
  const birthday = "2026-11-20";
  const as = (day: string) => county.as("mediator", { now: instantOf(day, "12:00") });
  const guardian = { kind: "guardian", name: "夏守义", maySign: true };
  const [first, employer] = intake().parties;
  const worker = partyInput.parse({ ...first, name: "夏小雨", isMinor: true, bornOn: "2008-11-20", links: [guardian] });
  const claim = { type: "migrantWages", title: "拖欠工资纠纷", parties: [worker, employer] };
  const { disputeId } = await registerDispute(as("2026-11-02"), intake(claim as Parameters<typeof intake>[0]));
  const answers = { ...harmless, hasMinor: "yes" };
  await triageDispute(as("2026-11-02"), triageDisputeInput.parse({ disputeId, answers, track: "peoples" }));
  const [who] = await database().execute<{ worker: string; guardian: string; other: string }>(sql`
    select p.id as worker, l.id as guardian, o.id as other from parties p join party_links l on l.party_id = p.id
      join parties o on o.dispute_id = p.dispute_id and o.id <> p.id where p.dispute_id = ${disputeId}::uuid`);
  const extend = (on: string, agreedOn: string, by: "guardian" | "worker", days: number) =>
    extendClock(as(on), {
      disputeId,
      dueOn: addDays("2026-12-02", days),
      agreedOn,
      agreed: [
        { partyId: who?.worker ?? "", linkId: by === "guardian" ? (who?.guardian ?? "") : null },
        { partyId: who?.other ?? "", linkId: null },
      ],
      reason: "等劳动监察的材料",
    });
  const needs = async (day: string) =>
    (await disputeById(as(day), { disputeId })).parties?.find(({ id }) => id === who?.worker)?.needsGuardian;
  expect(await refusedWith(extend("2026-11-19", "2026-11-19", "worker", 7))).toBe("guardianNeeded");
  await extend("2026-11-19", "2026-11-19", "guardian", 7);
  expect(await refusedWith(extend(birthday, birthday, "guardian", 14))).toBe("noGuardianHere");
  await extend(birthday, birthday, "worker", 14);
  expect([await needs("2026-11-19"), await needs(birthday)]).toEqual([true, false]);
  // Said before the birthday and entered after it: still by the guardian alone.
  expect(await refusedWith(extend("2026-11-23", "2026-11-18", "worker", 21))).toBe("guardianNeeded");
  await extend("2026-11-23", "2026-11-18", "guardian", 21);
});
