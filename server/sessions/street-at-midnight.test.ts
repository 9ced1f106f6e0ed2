import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { database } from "@/db/client";
import { draftAgreement } from "../agreements/draft-agreement";
import { draftAgreementInput } from "../agreements/inputs";
import { agreementOfDispute } from "../agreements/reads/agreement";
import { takeEffect } from "../agreements/take-effect";
import { giveNotice } from "../consents/give-notice";
import { giveNoticeInput } from "../consents/inputs";
import { triageDisputeInput } from "../disputes/inputs";
import { disputeById } from "../disputes/reads/dispute";
import { registerDispute } from "../disputes/register-dispute";
import { triageDispute } from "../disputes/triage-dispute";
import { instantOf } from "../kernel/shanghai";
import { everyYes, payClause } from "../testing/agreements";
import { type TestCounty, testCounty } from "../testing/county";
import { harmless, intake } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { recordHeldInput } from "./inputs";
import { recordHeld } from "./record-held";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
/** The Monday on which the Friday night is written down. */
const monday = () => county.as("mediator", { now: instantOf("2026-11-23", "09:00") });
const [friday, saturday] = ["2026-11-20", "2026-11-21"];
const wages = { isMinor: true, bornOn: "2009-03-01", ownWagesReason: "在烧烤店打工，靠工资生活" };

it("three parties, one of them 17 on own wages, settle in the street over midnight; all of it bears its own day", async () => {
  const [first, second] = intake().parties;
  const parties = [
    { ...first, name: "夏小雨", phone: "", ...wages },
    { ...second, name: "钟大海", phone: "" },
    { ...second, name: "罗秀英", phone: "", side: 3 },
  ] as never;
  const { disputeId } = await registerDispute(monday(), intake({ title: "烧烤摊争执", parties, startedOn: friday }));
  const answers = { ...harmless, hasMinor: "yes" as const };
  await triageDispute(monday(), triageDisputeInput.parse({ disputeId, answers, track: "peoples", acceptedOn: friday }));
  const rows = await database().execute<{ id: string }>(
    sql`select id from parties where dispute_id = ${disputeId}::uuid order by position`,
  );
  const ids = rows.map(({ id }) => id);
  const yes = ids.map((partyId) => ({ partyId, subject: "mediation", answer: "agreed" }));
  await giveNotice(monday(), giveNoticeInput.parse({ disputeId, means: "read", answers: yes, happenedOn: friday }));
  const held = (over: object = {}) =>
    recordHeld(
      monday(),
      recordHeldInput.parse({
        ...{ disputeId, kind: "joint", startsAt: instantOf(friday, "23:20").toISOString(), minutes: 80 },
        ...{ place: "滨河路烧烤摊前", personIds: [county.people.mediator], partyIds: ids },
        ...{ result: "agreed", text: "当场说定赔 800 元。", ...over },
      }),
    );
  expect(await refusedWith(held({ startsAt: instantOf("2026-11-23", "08:30").toISOString() }))).toBe("notHappenedYet");
  await held();
  const clauses = [payClause({ parties: ids }, 80_000, { dueOn: "2026-12-01" })];
  const draft = { agreementVersion: null, disputeId, form: "oral", facts: "争执中摔坏手机。", clauses };
  await draftAgreement(monday(), draftAgreementInput.parse(draft));
  const said = everyYes({ disputeId, parties: ids });
  expect(await refusedWith(takeEffect(monday(), { ...said, happenedOn: "2026-11-19" }))).toBe("dayTooEarly");
  expect(await refusedWith(takeEffect(monday(), { ...said, happenedOn: "2026-11-24" }))).toBe("dayInFuture");
  await takeEffect(monday(), { ...said, happenedOn: saturday });
  const { proceeding } = await disputeById(monday(), { disputeId });
  expect(proceeding?.clocks.map((c) => [c.kind, c.startedOn, c.dueOn, c.stoppedOn, c.state])).toEqual([
    ["peoplesMonth", friday, "2026-12-21", saturday, "met"],
    ["confirmation", saturday, "2026-12-21", null, "running"],
  ]);
  const { agreement } = await agreementOfDispute(monday(), { disputeId });
  expect(new Date(agreement?.effectiveAt ?? 0)).toEqual(instantOf(saturday, "00:00"));
});
