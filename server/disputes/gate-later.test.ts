import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { draftAgreement } from "../agreements/draft-agreement";
import { draftAgreementInput } from "../agreements/inputs";
import { giveNotice } from "../consents/give-notice";
import { addDays, dayOf } from "../kernel/shanghai";
import { postgresError } from "../kernel/transaction";
import { bookSession } from "../sessions/book-session";
import { bookSessionInput } from "../sessions/inputs";
import { payClause } from "../testing/agreements";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute, harmless, intake } from "../testing/disputes";
import { policeCase, readyToMediate } from "../testing/police";
import { refusedWith } from "../testing/refused";
import { bookable, inDays, roomOne } from "../testing/sessions";
import { answerGate } from "./answer-gate";
import { closeProceeding } from "./close-proceeding";
import { endProceeding } from "./end-proceeding";
import { endProceedingInput, triageDisputeInput } from "./inputs";
import { disputeById } from "./reads/dispute";
import { gateOf } from "./reads/gate";
import { recordGateStep } from "./record-gate-step";
import { registerDispute } from "./register-dispute";
import { reopenDispute } from "./reopen-dispute";
import { takeOverViolence } from "./take-over-violence";
import { triageDispute } from "./triage-dispute";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

interface Matter {
  disputeId: string;
  parties: string[];
}
/** A matter of people's mediation in which everybody was told and agreed. */
async function willing(): Promise<Matter> {
  const { disputeId } = await bookable(county);
  const rows = await database().execute<{ id: string }>(
    sql`select id from parties where dispute_id = ${disputeId}::uuid order by position`,
  );
  return { disputeId, parties: rows.map(({ id }) => id) };
}
let day = 2;
const book = ({ disputeId, parties }: Matter, by = "mediator") => {
  day += 1;
  const input = { disputeId, partyIds: parties, kind: "joint", minutes: 60, roomId: county.rooms[roomOne] };
  return bookSession(county.as(by), bookSessionInput.parse({ ...input, startsAt: inDays(day) }));
};
const say = (disputeId: string, answers: object, answersReason?: string) =>
  answerGate(county.as("mediator"), { disputeId, answers, answersReason });
const end = (disputeId: string, over: object = {}) =>
  endProceeding(
    county.as("mediator"),
    endProceedingInput.parse({ disputeId, outcome: "transferred", reason: "家暴，交柳湾派出所处置", ...over }),
  );
const drafted = ({ disputeId, parties }: Matter) =>
  draftAgreement(
    county.as("mediator"),
    draftAgreementInput.parse({
      ...{ disputeId, agreementVersion: null, form: "written", facts: "谈成了。" },
      clauses: [payClause({ parties }, 100)],
    }),
  );

it("violence at home is taken over on the day it was, the evening before it was registered too, and no longer before", async () => {
  const { disputeId } = await registerDispute(county.as("mediator"), intake({ title: "家中争执" }));
  await say(disputeId, { familyViolence: "yes" });
  const on = (days: number) => addDays(dayOf(new Date()), days);
  const takes = (days: number) =>
    takeOverViolence(county.as("officer"), { disputeId, officerId: null, happenedOn: on(days) });
  const shelters = (days: number) =>
    recordGateStep(county.as("officer"), {
      ...{ disputeId, kind: "shelter", result: "done", doneOn: on(days), note: "已送救助站" },
    });
  expect([await refusedWith(takes(1)), await refusedWith(takes(-9999))]).toEqual(["dayInFuture", "dayTooEarly"]);
  await takes(-1);
  expect([await refusedWith(shelters(1)), await refusedWith(shelters(-9999))]).toEqual(["dayInFuture", "dayTooEarly"]);
  await shelters(-1);
  const { steps } = await gateOf(county.as("officer"), { disputeId });
  const done = steps.filter(({ result }) => result).map(({ kind, doneOn }) => [kind, doneOn]);
  expect(done.sort()).toEqual([
    ["shelter", on(-1)],
    ["takeOver", on(-1)],
  ]);
});

describe("what is answered while a matter runs", () => {
  const closing = [
    { familyViolence: "yes" },
    { familyViolence: "unclear" },
    { judgedByCourt: "yes" },
    { inCourt: "unclear" },
    { acceptedElsewhere: "yes" },
    { isViolation: "yes" },
  ];

  it("closes people's mediation as it would have before, until it is answered otherwise, and hands it on", async () => {
    const matter = await willing();
    const { disputeId } = matter;
    const page = async () => (await disputeById(county.as("mediator"), { disputeId })).proceeding;
    for (const answers of closing) {
      await say(disputeId, answers);
      expect(await refusedWith(book(matter)), JSON.stringify(answers)).toBe("needs.gateOpen");
      const isUnclear = Object.values(answers).includes("unclear");
      expect(await page()).toMatchObject({ isGateShut: true, nextStep: isUnclear ? "clearGate" : "leaveTrack" });
      const back = Object.fromEntries(Object.keys(answers).map((question) => [question, "no"]));
      await say(disputeId, back, "核实过，没有这回事");
      expect(await page()).toMatchObject({ isGateShut: false, nextStep: "inviteForces" });
    }
    await book(matter);
    expect(await refusedWith(end(disputeId))).toBe("outcomeNotOnThisTrack");
    await say(disputeId, { familyViolence: "yes" });
    await end(disputeId);
    expect(await page()).toMatchObject({ status: "closed", outcome: "transferred", isGateShut: false });
    expect(await refusedWith(reopenDispute(county.as("mediator"), { disputeId, reason: "再调一次" }))).toBe(
      "familyViolenceBarred",
    );
    const anew = { disputeId, answers: {}, track: "coordination", overrideReason: "" };
    await triageDispute(county.as("mediator"), triageDisputeInput.parse(anew));
    expect((await page())?.track).toBe("coordination");
  });

  it("lets a violation found later be mediated on the reason that stands beside the answer", async () => {
    const matter = await willing();
    await say(matter.disputeId, { isViolation: "yes" }, "双方书面申请先由调委会调解");
    await book(matter);
    expect((await gateOf(county.as("mediator"), matter)).given[0]).toMatchObject({
      question: "isViolation",
      reason: "双方书面申请先由调委会调解",
    });
    // A judgment is lifted by no reason.
    await say(matter.disputeId, { judgedByCourt: "yes" }, "双方都要求调解");
    expect(await refusedWith(book(matter))).toBe("needs.gateOpen");
  });

  it("keeps an agreement from being written, whoever writes the SQL", async () => {
    const matter = await willing();
    const mediating = sql`update proceedings set status = 'mediating' where dispute_id = ${matter.disputeId}::uuid`;
    await database().execute(mediating);
    await drafted(matter);
    await say(matter.disputeId, { inCourt: "yes" });
    expect(await refusedWith(drafted(matter))).toBe("needs.gateOpen");
    const again = await database()
      .execute(sql`update agreements set status = status where dispute_id = ${matter.disputeId}::uuid`)
      .catch((error) => postgresError(error)?.constraint_name);
    expect(again).toBe("agreements_gate_open");
  });

  it("closes the police's own track and what was calmed on the spot by violence at home", async () => {
    const police = await policeCase(county);
    await readyToMediate(county, police.disputeId);
    await answerGate(county.as("officer"), { disputeId: police.disputeId, answers: { familyViolence: "yes" } });
    expect(await refusedWith(book(police, "officer"))).toBe("needs.gateOpen");
    const { disputeId: ofPolice } = police;
    const stepNow = async () => (await disputeById(county.as("officer"), { disputeId: ofPolice })).proceeding?.nextStep;
    expect(await stepNow()).toBe("takeOver");
    await takeOverViolence(county.as("officer"), { disputeId: ofPolice, officerId: null });
    expect(await stepNow()).toBe("leaveTrack");
    const { disputeId } = await registerDispute(county.as("mediator"), intake());
    const onScene = triageDisputeInput.parse({ disputeId, answers: harmless, track: "onScene", overrideReason: "" });
    await triageDispute(county.as("mediator"), onScene);
    await say(disputeId, { injury: "yes" });
    const close = { disputeId, outcome: "calmed" as const, note: "劝开了" };
    expect(await refusedWith(closeProceeding(county.as("mediator"), close))).toBe("needs.gateOpen");
    await end(disputeId, { reason: "有人受伤，交值班民警" });
  });

  it("tells nobody of a mediation in which a minor may be, until it is said who or that there is none", async () => {
    const { disputeId } = await acceptedDispute(county);
    const tell = () => giveNotice(county.as("mediator"), { disputeId, partyIds: [], means: "read", speakers: [] });
    for (const hasMinor of ["yes", "unclear"]) {
      await say(disputeId, { hasMinor }, "又看了户口本");
      expect(await refusedWith(tell()), hasMinor).toBe("needs.minorMarked");
    }
    await say(disputeId, { hasMinor: "no" }, "都已成年");
    await tell();
  });

  it("is lifted for whoever takes the running matter over by the same reason", async () => {
    const matter = await willing();
    await say(matter.disputeId, { acceptedElsewhere: "yes" }, "劳动监察已立案，双方要求先调");
    const open = () =>
      database().execute(sql`
        insert into proceedings (county_id, id, dispute_id, ordinal, track, status, station_id, committee_id, lead_person_id, lead_unit, accepted_at, ended_at, outcome, next_step, next_owner_id, next_due_at)
        select county_id, gen_random_uuid(), dispute_id, 9, track, 'closed', station_id, committee_id, lead_person_id, lead_unit, accepted_at, now(), 'deadlock', next_step, next_owner_id, next_due_at
        from proceedings where dispute_id = ${matter.disputeId}::uuid`);
    const refused = () =>
      open().then(
        () => "",
        (error) => postgresError(error)?.constraint_name ?? "",
      );
    expect(await refused()).not.toBe("proceedings_gate_open");
    await say(matter.disputeId, { inCourt: "yes" });
    expect(await refused()).toBe("proceedings_gate_open");
  });
});

it.each(["threat", "livelihood", "propertyDamage", "hasMinor"] as const)(
  "%s that is not clear closes no track, and asks to be made clear all the same",
  async (question) => {
    const { disputeId } = await registerDispute(county.as("mediator"), intake());
    const answers = { ...harmless, [question]: "unclear" };
    const choice = { disputeId, answers, track: "peoples", overrideReason: "" };
    await triageDispute(county.as("mediator"), triageDisputeInput.parse(choice));
    const { steps } = await gateOf(county.as("mediator"), { disputeId });
    expect(steps).toMatchObject([{ kind: "clarify", question, result: null }]);
  },
);
