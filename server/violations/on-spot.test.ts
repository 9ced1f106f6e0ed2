import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { agreementOfDispute } from "../agreements/reads/agreement";
import { closeProceeding } from "../disputes/close-proceeding";
import { guardiansOf } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { intake } from "../testing/disputes";
import { bothSign, lastEvent, type PoliceCase, policeCase, readyToMediate, stateOf } from "../testing/police";
import { refusedWith } from "../testing/refused";
import { settleOnSpotInput, summonGuardianInput } from "./inputs";
import { violationOfDispute } from "./reads/violation";
import { settleOnSpot } from "./settle-on-spot";
import { summonGuardian } from "./summon-guardian";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const officer = () => county.as("officer");
const page = (of: PoliceCase) => violationOfDispute(officer(), of);

describe("on-the-spot mediation (程序规定 52、178)", () => {
  const settle = (of: PoliceCase, over: object = {}) =>
    settleOnSpot(
      officer(),
      settleOnSpotInput.parse({
        ...{ disputeId: of.disputeId, form: "written", settledAt: new Date(Date.now() - 1_000).toISOString() },
        ...{ place: "老街 12 号门口", isFactsClear: true, isCauseClear: true, losses: "undisputed" },
        ...{ facts: "因占道互相推搡，未受伤。", recording: "JLY-20261129-003", signers: bothSign(of) },
        clauses: [
          {
            ...{ kind: "pay", text: "赔偿摔坏的水杯", amountFen: 3_000, proof: "receipt", proofNote: "收条一张" },
            ...{ obligorPartyIds: [of.parties[1]], obligeePartyIds: [of.parties[0]] },
          },
        ],
        ...over,
      }),
    );

  it("takes a number of its own series, is signed by both sides and the officer, and counts as performed that moment", async () => {
    const police = await policeCase(county);
    expect(await refusedWith(settle(police))).toBe("needs.violationMediable");
    await readyToMediate(county, police.disputeId);
    const { number } = await settle(police);
    expect(number).toMatch(/^（\d{4}）柳湾派出所治调现字第 001 号$/);
    expect((await page(police)).onSpot).toMatchObject({ number, recording: "JLY-20261129-003", form: "written" });
    const { agreement } = await agreementOfDispute(officer(), police);
    expect(agreement).toMatchObject({ status: "effective", number, hash: expect.any(String) });
    expect(agreement?.signatures).toHaveLength(3);
    expect((await page(police)).paper).toMatchObject({
      account: { cause: "楼上漏水" },
      onSpot: { losses: "undisputed" },
    });
    expect(agreement?.effectiveAt).toBe(agreement?.clauses[0]?.performedAt);
    expect(await lastEvent(police)).toMatchObject({ action: "onSpot.settle" });
    await closeProceeding(officer(), { disputeId: police.disputeId, note: "" });
    expect(await stateOf(police)).toMatchObject({ status: "closed", outcome: "publicSecurityPerformed" });
  });

  it("waits until a minor's guardian was told, or it is noted why they need not be (程序规定 181)", async () => {
    const [first, ...others] = intake().parties;
    const guardian = { kind: "guardian", name: "马大伟", maySign: true };
    const parties = [{ ...first, isMinor: true, links: [guardian] }, ...others] as ReturnType<typeof intake>["parties"];
    const police = await policeCase(county, { parties });
    await readyToMediate(county, police.disputeId);
    const recorded = { form: "recorded", signers: [] };
    expect(await refusedWith(settle(police, recorded))).toBe("needs.guardiansTold");
    const [speaker] = await guardiansOf(county, police, "officer");
    const [child = "", adult = ""] = police.parties;
    const yes = (linkId: string | null) => ({
      ...recorded,
      saidYes: [
        { partyId: child, linkId },
        { partyId: adult, linkId: null },
      ],
    });
    const told = { partyId: police.parties[0], linkId: speaker?.linkId, means: "phone" };
    const summon = (toldAt?: string) =>
      summonGuardian(officer(), summonGuardianInput.parse({ disputeId: police.disputeId, ...told, toldAt }));
    // Told after it was settled, they were not there for it.
    await summon();
    expect(await refusedWith(settle(police, yes(speaker?.linkId ?? null)))).toBe("guardiansFirst");
    expect(await refusedWith(summon("2001-01-01T00:00:00Z"))).toBe("dayTooEarly");
    await summon(new Date(Date.now() - 60_000).toISOString());
    expect(await refusedWith(settle(police, recorded))).toBe("yesMissing");
    expect(await refusedWith(settle(police, yes(null)))).toBe("guardianNeeded");
    expect((await settle(police, yes(speaker?.linkId ?? null))).number).toMatch(/治调现字/);
    const rows =
      await database().execute(sql`select c.spoken_by_link_id as "yesBy", f.received_by_link_id as "receivedBy"
      from consents c join performances f on f.county_id = c.county_id and f.received_by_party_id = c.party_id
      where c.dispute_id = ${police.disputeId}::uuid and c.subject = 'agreement'`);
    expect(rows).toEqual([{ yesBy: speaker?.linkId, receivedBy: speaker?.linkId }]);
  });

  it("goes without a paper where the recording holds everything, and never without the recording it needs", async () => {
    const police = await policeCase(county);
    await readyToMediate(county, police.disputeId);
    const recorded = {
      form: "recorded",
      signers: [],
      saidYes: police.parties.map((partyId) => ({ partyId, linkId: null })),
    };
    expect(await refusedWith(settle(police, { recording: "" }))).toBe("recordingNeeded");
    const second = { recording: "", secondOfficerId: county.people.officer2 };
    expect(await refusedWith(settle(police, { ...recorded, ...second }))).toBe("recordingNeeded");
    expect(await refusedWith(settle(police, { isCauseClear: false }))).toBe("onSpotNotClear");
    expect(await refusedWith(settle(police, { settledAt: "2999-01-01T00:00:00Z" }))).toBe("dayInFuture");
    expect(await refusedWith(settle(police, { signers: bothSign(police).slice(1) }))).toBe("partiesSignFirst");
    const [injured, suspect] = police.parties;
    const paid = { kind: "pay", text: "赔偿", amountFen: 100, proof: "receipt", proofNote: "收条" };
    for (const [obligorPartyIds, obligeePartyIds] of [
      [police.parties, [injured]],
      [[suspect], []],
      [[suspect], [suspect]],
    ])
      expect(await refusedWith(settle(police, { clauses: [{ ...paid, obligorPartyIds, obligeePartyIds }] }))).toBe(
        "onePayerEach",
      );
    const { number } = await settle(police, recorded);
    const { onSpot, paper } = await page(police);
    expect(onSpot).toMatchObject({ number, form: "oral" });
    expect(paper?.onSpot).toMatchObject({ place: "老街 12 号门口", recording: "JLY-20261129-003" });
    // What was agreed stands as it was there, though no paper was signed.
    await database().execute(sql`update parties set name = '后来改的名' where id = ${suspect}::uuid`);
    const kept = await agreementOfDispute(officer(), police);
    expect(kept.parties.map((party) => party.name)).not.toContain("后来改的名");
    expect(kept.agreement?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await stateOf(police)).toMatchObject({ status: "performed" });
  });

  it("names who interpreted or read aloud there: they sign after both sides, a reading may only be noted, and a tie stands beside their name", async () => {
    const police = await policeCase(county);
    await readyToMediate(county, police.disputeId);
    const [injured = "", suspect = ""] = police.parties;
    const who = (name: string, over: object = {}) => ({ from: "outside", name, phone: "", ...over });
    const speaks = {
      kind: "spoken",
      language: "维吾尔语",
      partyIds: [suspect],
      who: who("古丽", { tie: "乙方的嫂子" }),
    };
    const reads = { kind: "reader", partyIds: [injured], who: who("邻居老王") };
    const settled = (interpreters: object[], over: object = {}) => settle(police, { interpreters, ...over });
    expect(await refusedWith(settled([{ ...speaks, means: "sign" }]))).toBe("interpreterTied");
    const agreed = { ...speaks, who: { ...speaks.who, agreedPartyIds: police.parties } };
    expect(await refusedWith(settled([agreed]))).toBe("interpreterSigns");
    const recorded = {
      form: "recorded",
      signers: [],
      saidYes: police.parties.map((partyId) => ({ partyId, linkId: null })),
    };
    expect(await refusedWith(settled([{ ...agreed, means: "sign" }], recorded))).toBe("interpreterSigns");
    await settled([{ ...agreed, means: "fingerprint" }, reads]);
    const named = (await agreementOfDispute(officer(), police)).interpreters;
    const interpreters = [suspect, injured].flatMap((id) => named.filter(({ partyId }) => partyId === id));
    expect(interpreters).toMatchObject([
      { name: "古丽", partyId: suspect, language: "维吾尔语", means: "fingerprint", tie: "乙方的嫂子" },
      { name: "邻居老王", partyId: injured, kind: "reader", means: null, tie: "", agreedNames: [] },
    ]);
    expect(interpreters[0]?.agreedNames).toHaveLength(2);
    expect(interpreters.every(({ signedAt }) => signedAt !== null)).toBe(true);
    const { payload } = (await lastEvent(police)) ?? {};
    expect(payload?.interpreters).toEqual(interpreters.map(({ id }) => id));
    const [paper] = await database().execute<{ names: string[] }>(sql`
      select array(select jsonb_array_elements(w.content::jsonb -> 'interpreters') ->> 'name' order by 1) as names
      from agreement_papers w where w.dispute_id = ${police.disputeId}::uuid`);
    expect(paper?.names).toEqual(["古丽", "邻居老王"].sort());
  });
});
