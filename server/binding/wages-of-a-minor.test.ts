import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { signAgreementInput } from "../agreements/inputs";
import { sealAgreement } from "../agreements/seal-agreement";
import { sendToSign } from "../agreements/send-to-sign";
import { signAgreement } from "../agreements/sign-agreement";
import { giveNotice } from "../consents/give-notice";
import { giveNoticeInput } from "../consents/inputs";
import { closeProceeding } from "../disputes/close-proceeding";
import { addDays, addMonths, dayOf } from "../kernel/shanghai";
import { recordPerformanceInput, recordVisitInput } from "../performance/inputs";
import { recordPerformance } from "../performance/record-performance";
import { recordVisit } from "../performance/record-visit";
import { agreedDispute, drafted, mediatorSigns, partySigns, payClause, sealedAgreement } from "../testing/agreements";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute, intake } from "../testing/disputes";
import { refusedWith } from "../testing/refused";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const today = dayOf(new Date());
/** The birthday of somebody who is so many years old, for so many days already. */
const born = (years: number, days = 0) => addDays(addMonths(today, -12 * years), -days);
const wages = "在饭店打工两年，房租和生活费都是自己的工资";
const parent = { kind: "guardian" as const, name: "夏守义", maySign: true, phone: "", note: "" };
type Parties = ReturnType<typeof intake>["parties"];
const [first, employer] = intake().parties as [Parties[number], Parties[number]];

/** A claim for wages by a worker of this age against an employer. */
const claim = (worker: object) => ({
  type: "migrantWages" as const,
  title: "拖欠工资纠纷",
  parties: [{ ...first, name: "夏小雨", isMinor: true, ...worker }, employer],
});
/** Who spoke for the worker at each step: null where they did themselves. */
const spokenFor = async (disputeId: string, partyId: string) => {
  const [row] = await database().execute(sql`select
    (select array_agg(distinct n.spoken_by_link_id is null) from notices n where n.party_id = ${partyId}::uuid) as notice,
    (select array_agg(distinct c.spoken_by_link_id is null) from consents c where c.party_id = ${partyId}::uuid) as consent,
    (select array_agg(distinct y.spoken_by_link_id is null) from session_people y where y.party_id = ${partyId}::uuid and y.attendance = 'present') as presence,
    (select array_agg(distinct s.signed_by_link_id is null) from signatures s where s.party_id = ${partyId}::uuid) as signature,
    (select array_agg(distinct f.received_by_link_id is null) from performances f where f.received_by_party_id = ${partyId}::uuid) as receipt
    from disputes d where d.id = ${disputeId}::uuid`);
  return row;
};
const everywhere = (isThemself: boolean) =>
  Object.fromEntries(["notice", "consent", "presence", "signature", "receipt"].map((step) => [step, [isThemself]]));

/** The wages are paid, with the word of who received them, then the visit and the end. */
async function paidAndClosed(
  { disputeId, parties: [worker = "", other = ""] }: { disputeId: string; parties: string[] },
  obligationId = "",
  receivedBy: { partyId: string; linkId: string | null } = { partyId: worker, linkId: null },
) {
  const paid = { disputeId, obligationId, partyId: other, amountFen: 960_000, performedOn: today };
  const word = { proof: "mutualConfirmation", proofNote: "本人确认收到", receivedBy };
  await recordPerformance(county.as("mediator"), recordPerformanceInput.parse({ ...paid, ...word }));
  const visit = { disputeId, partyId: worker, visitedOn: today, satisfaction: "satisfied" };
  await recordVisit(county.as("mediator"), recordVisitInput.parse(visit));
  return closeProceeding(county.as("mediator"), { disputeId, note: "" });
}

describe("the wages of a worker under 18", () => {
  it("17, living on their own wages: told, asked, there, bound and paid themselves, with the reason on record, to the end", async () => {
    const agreed = await agreedDispute(county, claim({ bornOn: born(17, 60), ownWagesReason: wages }));
    const { obligationIds } = await sealedAgreement(county, agreed, [payClause(agreed, 960_000)]);
    expect(await paidAndClosed(agreed, obligationIds[0])).toMatchObject({ outcome: "agreedWritten" });
    expect(await spokenFor(agreed.disputeId, agreed.parties[0] ?? "")).toEqual(everywhere(true));
    const [row] = await database().execute(
      sql`select own_wages_reason as reason from parties where id = ${agreed.parties[0]}::uuid`,
    );
    expect(row).toEqual({ reason: wages });
  });

  it("17, with a guardian: everything is said by the guardian, and the worker alone binds nobody", async () => {
    const agreed = await agreedDispute(county, claim({ bornOn: born(17, 60), links: [parent] }));
    const [worker = "", other = ""] = agreed.parties;
    const [link] = await database().execute<{ id: string }>(
      sql`select id from party_links where party_id = ${worker}::uuid and kind = 'guardian'`,
    );
    await drafted(county, agreed, [payClause(agreed, 960_000)]);
    await sendToSign(county.as("mediator"), { disputeId: agreed.disputeId });
    expect(await refusedWith(partySigns(county, agreed, worker))).toBe("guardianNeeded");
    const signer = { kind: "party", partyId: worker, byLinkId: link?.id };
    const signs = { disputeId: agreed.disputeId, signer, means: "sign" };
    await signAgreement(county.as("mediator"), signAgreementInput.parse(signs));
    await partySigns(county, agreed, other);
    await mediatorSigns(county, agreed);
    await sealAgreement(county.as("committee"), { disputeId: agreed.disputeId });
    const [clause] = await database().execute<{ id: string }>(
      sql`select id from obligations where dispute_id = ${agreed.disputeId}::uuid`,
    );
    expect(await refusedWith(paidAndClosed(agreed, clause?.id))).toBe("guardianNeeded");
    const received = { partyId: worker, linkId: link?.id ?? "" };
    expect(await paidAndClosed(agreed, clause?.id, received)).toMatchObject({ outcome: "agreedWritten" });
    expect(await spokenFor(agreed.disputeId, worker)).toEqual(everywhere(false));
  });

  it("16, without wages of their own and without a guardian: cannot be told, so nothing begins", async () => {
    const { disputeId } = await acceptedDispute(county, claim({ bornOn: born(16, 30) }));
    const tell = giveNotice(county.as("mediator"), giveNoticeInput.parse({ disputeId, partyIds: [], means: "read" }));
    expect(await refusedWith(tell)).toBe("guardianNeeded");
  });

  it("the sixteenth birthday is the first day on which they act themselves; at 15, or without a birthday, the wages say nothing", async () => {
    const onTheirOwn = (bornOn: string | null) =>
      acceptedDispute(county, claim({ bornOn, ownWagesReason: wages })).then(({ disputeId }) =>
        giveNotice(county.as("mediator"), giveNoticeInput.parse({ disputeId, partyIds: [], means: "read" })),
      );
    expect(await onTheirOwn(born(16))).toEqual({ told: 2 });
    expect(await refusedWith(onTheirOwn(addDays(born(16), 1)))).toBe("tooYoungToActAlone");
    expect(await refusedWith(onTheirOwn(born(15)))).toBe("tooYoungToActAlone");
    expect(await refusedWith(onTheirOwn(null))).toBe("ownWagesWhole");
    expect(await refusedWith(onTheirOwn(born(18)))).toBe("ageSaysAdult");
    expect(await onTheirOwn(addDays(born(18), 1))).toEqual({ told: 2 });
  });

  it("at 15 the database refuses it too, by insert and by update", async () => {
    const { disputeId } = await acceptedDispute(county, claim({ bornOn: born(15), links: [parent] }));
    const raw = (statement: ReturnType<typeof sql>) => database().execute(statement);
    const refused = { cause: { constraint_name: "parties_own_wages_from_sixteen" } };
    const mine = sql`dispute_id = ${disputeId}::uuid and is_minor`;
    await expect(raw(sql`update parties set own_wages_reason = ${wages} where ${mine}`)).rejects.toMatchObject(refused);
    await expect(
      raw(sql`insert into parties (county_id, id, dispute_id, side, position, kind, standing, name, is_minor, born_on, own_wages_reason)
        select county_id, gen_random_uuid(), dispute_id, side, 9, kind, standing, '夏小冬', true, born_on, ${wages} from parties where ${mine}`),
    ).rejects.toMatchObject(refused);
  });
});
