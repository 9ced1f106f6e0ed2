import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { signAgreementInput } from "../agreements/inputs";
import { sendToSign } from "../agreements/send-to-sign";
import { signAgreement } from "../agreements/sign-agreement";
import { takeEffect } from "../agreements/take-effect";
import { extendClock } from "../clocks/extend-clock";
import { extendClockInput } from "../clocks/inputs";
import { giveNotice } from "../consents/give-notice";
import { giveNoticeInput, recordConsentInput, recordRefusalInput } from "../consents/inputs";
import { consentsOfDispute } from "../consents/queries";
import { recordConsent } from "../consents/record-consent";
import { recordRefusal } from "../consents/record-refusal";
import { disputeById } from "../disputes/reads/dispute";
import { addDays, dayOf } from "../kernel/shanghai";
import { postgresError } from "../kernel/transaction";
import { waivePerformanceInput } from "../performance/inputs";
import { recordPerformance } from "../performance/record-performance";
import { waivePerformance } from "../performance/waive-performance";
import { recordHeldInput } from "../sessions/inputs";
import { recordHeld } from "../sessions/record-held";
import { type Agreed, agreedDispute, drafted, everyYes, payClause } from "../testing/agreements";
import { type TestCounty, testCounty } from "../testing/county";
import { intake } from "../testing/disputes";
import { refusedWith } from "../testing/refused";

type Party = ReturnType<typeof intake>["parties"][number];
let county: TestCounty;
beforeAll(async () => {
  county = await testCounty(["LW"]);
});
const as = () => county.as("mediator");
const today = dayOf(new Date());
const [first, second] = intake().parties as [Party, Party];
const agent = (over: object = {}) => ({
  ...{ kind: "agent" as const, name: "钱立诚", maySign: true, phone: "13611112222", note: "", ...over },
});
/** 甲 with these beside them, and 乙 with those. */
const matter = (ofFirst: object[], ofSecond: object[] = [], over: object = {}) =>
  agreedDispute(county, {
    parties: [
      { ...first, links: ofFirst, ...over },
      { ...second, links: ofSecond },
    ] as Party[],
  });
/** Who stands beside each party, in the order of the parties. */
const linksOf = async ({ disputeId }: Agreed) =>
  (await disputeById(as(), { disputeId })).parties.map(({ id, links }) => ({
    partyId: id,
    linkId: links[0]?.id ?? "",
  }));

type Spoken = { partyId: string; linkId: string };
const mediation = ({ disputeId }: Agreed, { partyId, linkId }: Spoken) =>
  recordConsent(
    as(),
    recordConsentInput.parse({
      ...{ disputeId, answers: [{ partyId, subject: "mediation", answer: "agreed", spokenByLinkId: linkId }] },
    }),
  );
/** A party says whether whoever acts for it may do so for both sides. */
const lets = ({ disputeId }: Agreed, { partyId, linkId }: Spoken, answer = "agreed", over: object = {}) =>
  recordConsent(
    as(),
    recordConsentInput.parse({
      ...{ disputeId, answers: [{ partyId, subject: "bothSides", aboutLinkId: linkId, answer, ...over }] },
    }),
  );
const extended = ({ disputeId }: Agreed, agreed: object[]) =>
  extendClock(
    as(),
    extendClockInput.parse({ disputeId, dueOn: addDays(today, 60), agreed, agreedOn: today, reason: "等鉴定" }),
  );
const raw = (statement: ReturnType<typeof sql>) =>
  database()
    .execute(statement)
    .then(
      () => "passed",
      (error) => postgresError(error)?.constraint_name,
    );

describe("an agent who acts for both sides (民法典 168)", () => {
  it("speaks for neither by any act that is said or written", async () => {
    const both = await matter([agent()], [agent({ name: " 钱 立诚", phone: "+86 136-1111-2222" })]);
    const { disputeId, parties } = both;
    const [one = { partyId: "", linkId: "" }, other = one] = await linksOf(both);
    const itself = { partyId: other.partyId, linkId: null };
    const refused = (act: Promise<unknown>) => refusedWith(act);
    const speakers = [one];
    expect(
      await refused(
        giveNotice(as(), giveNoticeInput.parse({ disputeId, partyIds: [one.partyId], means: "read", speakers })),
      ),
    ).toBe("agentOpposed");
    expect(await refused(mediation(both, one))).toBe("agentOpposed");
    expect(await refused(mediation(both, other))).toBe("agentOpposed");
    expect(await refused(extended(both, [one, itself]))).toBe("agentOpposed");
    const refusal = { disputeId, partyId: one.partyId, spokenByLinkId: one.linkId, routesTold: ["court"] };
    expect(await refused(recordRefusal(as(), recordRefusalInput.parse(refusal)))).toBe("agentOpposed");
    const held = recordHeldInput.parse({
      ...{
        disputeId,
        startsAt: new Date(Date.now() - 3_600_000).toISOString(),
        minutes: 30,
        place: "楼下",
        text: "谈了。",
      },
      ...{ personIds: [county.people.mediator], partyIds: parties, speakers: [one], result: "adjourned" },
    });
    expect(await refused(recordHeld(as(), held))).toBe("agentOpposed");
    await drafted(county, both, [payClause(both, 100)], "oral");
    expect(await refused(takeEffect(as(), { disputeId, saidYes: [one, itself] }))).toBe("agentOpposed");
    await takeEffect(as(), everyYes(both));
    const [owed] = await database().execute<{ id: string }>(
      sql`select id from obligations where dispute_id = ${disputeId}::uuid`,
    );
    const paid = {
      disputeId,
      obligationId: owed?.id ?? "",
      partyId: other.partyId,
      amountFen: 50,
      performedOn: today,
      proof: "receipt" as const,
      proofNote: "收条",
    };
    expect(await refused(recordPerformance(as(), { ...paid, receivedBy: one }))).toBe("agentOpposed");
    const given = {
      disputeId,
      obligationId: owed?.id,
      partyId: other.partyId,
      obligeePartyId: one.partyId,
      byLinkId: one.linkId,
      means: "sign",
      amountFen: 10,
      waivedOn: today,
      proof: "receipt",
      proofNote: "字据",
    };
    expect(await refused(waivePerformance(as(), waivePerformanceInput.parse(given)))).toBe("agentOpposed");
  });

  it("signs nothing, by raw SQL neither; what they signed before it came out binds nobody", async () => {
    const both = await matter([agent()], [agent({ phone: "13633334444" })]);
    const { disputeId } = both;
    const [one = { partyId: "", linkId: "" }, other = one] = await linksOf(both);
    await drafted(county, both, [payClause(both, 100)]);
    await sendToSign(as(), { disputeId });
    const signs = ({ partyId, linkId }: Spoken) =>
      signAgreement(
        as(),
        signAgreementInput.parse({ disputeId, signer: { kind: "party", partyId, byLinkId: linkId }, means: "sign" }),
      );
    // Another phone tells the two apart, until it turns out to be one person's.
    await signs(one);
    await database().execute(sql`alter table party_links disable trigger user`);
    await database().execute(sql`update party_links l set phone_line_hash = o.phone_line_hash from party_links o
      where l.id = ${other.linkId}::uuid and o.id = ${one.linkId}::uuid`);
    await database().execute(sql`alter table party_links enable trigger user`);
    expect(await refusedWith(signs(other))).toBe("agentOpposed");
    const [found] = await database().execute<{ n: number }>(sql`
      select app.unbinding_signatures(county_id, id)::int as n from agreements where dispute_id = ${disputeId}::uuid`);
    expect(found?.n).toBe(1);
    const written = sql`from agreements a where a.dispute_id = ${disputeId}::uuid`;
    expect(
      await raw(sql`insert into signatures (county_id, id, dispute_id, agreement_id, signer_kind, party_id, signed_by_link_id, means, signed_at, recorded_by)
        select county_id, gen_random_uuid(), dispute_id, id, 'party', ${other.partyId}::uuid, ${other.linkId}::uuid, 'sign', now(), ${county.people.mediator}::uuid ${written}`),
    ).toBe("signatures_by_entitled");
    const said = (subject: string, spokenBy: string | null, about: string | null = null, party = other.partyId) =>
      raw(sql`insert into consents (county_id, id, dispute_id, proceeding_id, party_id, subject, answer, spoken_by_link_id, about_link_id, recorded_by, recorded_at)
        select county_id, gen_random_uuid(), dispute_id, proceeding_id, ${party}::uuid, ${subject}, 'agreed', ${spokenBy}::uuid, ${about}::uuid,
          ${county.people.mediator}::uuid, now() ${written}`);
    expect(await said("mediation", other.linkId)).toBe("consents_by_entitled");
    // Nor does the agent let themself, or somebody let another one's.
    expect(await said("bothSides", other.linkId, other.linkId)).toBe("consents_by_entitled");
    expect(await said("bothSides", null, one.linkId)).toBe("consents_about_own_agent");
    expect(await said("bothSides", null)).toBe("consents_both_sides_by_party");
    expect(await said("extension", null, other.linkId)).toBe("consents_both_sides_by_party");
  });

  it("may where both agree, as long as they do", async () => {
    const both = await matter([agent()], [agent()]);
    const [one = { partyId: "", linkId: "" }, other = one] = await linksOf(both);
    await lets(both, one);
    expect(await refusedWith(mediation(both, one))).toBe("agentOpposed");
    expect(await refusedWith(lets(both, other, "agreed", { spokenByLinkId: other.linkId }))).toBe("agentOpposed");
    await lets(both, other);
    await mediation(both, one);
    await extended(both, [one, other]);
    const { parties } = await consentsOfDispute(as(), both);
    expect(parties.map(({ bothSides }) => Object.values(bothSides))).toEqual([["agreed"], ["agreed"]]);
    await lets(both, other, "refused");
    expect(await refusedWith(mediation(both, one))).toBe("agentOpposed");
  });
});

describe("a party of the other side", () => {
  it("acts for somebody only where that one agrees; for a ward nobody agrees", async () => {
    const itself = agent({ name: second.name, phone: second.phone, kind: "representative" });
    const own = await matter([itself]);
    const [one = { partyId: "", linkId: "" }] = await linksOf(own);
    expect(await refusedWith(mediation(own, one))).toBe("agentOpposed");
    await lets(own, one);
    await mediation(own, one);
    await database().execute(sql`update parties set is_minor = true where id = ${one.partyId}::uuid`);
    const said = sql`insert into consents (county_id, id, dispute_id, proceeding_id, party_id, subject, answer, about_link_id, recorded_by, recorded_at)
      select county_id, gen_random_uuid(), dispute_id, proceeding_id, party_id, subject, answer, about_link_id, recorded_by, now()
      from consents where about_link_id = ${one.linkId}::uuid`;
    expect(await raw(said)).toBe("consents_by_entitled");
  });
});
