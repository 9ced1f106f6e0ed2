import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { repeatableRandom } from "../demo/scenarios/repeatable-random";
import { dayOf } from "../kernel/shanghai";
import {
  type Agreed,
  agreedDispute,
  drafted,
  everyYes,
  heldSession,
  mediatorSigns,
  partySigns,
  payClause,
  signedAgreement,
  strangerAppears,
} from "../testing/agreements";
import { consented, joined, partiesOf } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { writtenName } from "../testing/drawn/names";
import { refusedWith } from "../testing/refused";
import { signAgreementInput } from "./inputs";
import { agreementOfDispute } from "./reads/agreement";
import { sealAgreement } from "./seal-agreement";
import { sendToSign } from "./send-to-sign";
import { signAgreement } from "./sign-agreement";
import { takeEffect } from "./take-effect";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const page = (agreed: Agreed) => agreementOfDispute(county.as("mediator"), agreed);
const send = ({ disputeId }: Agreed) => sendToSign(county.as("mediator"), { disputeId });
const seal = ({ disputeId }: Agreed, by = "committee") => sealAgreement(county.as(by), { disputeId });

describe("signing", () => {
  it("takes parties in any order, then the lead, and nobody twice", async () => {
    const agreed = await agreedDispute(county);
    await drafted(county, agreed, [payClause(agreed, 100)]);
    await send(agreed);
    expect(await refusedWith(mediatorSigns(county, agreed))).toBe("partiesSignFirst");
    await partySigns(county, agreed, agreed.parties[1] ?? "");
    expect(await refusedWith(partySigns(county, agreed, agreed.parties[1] ?? ""))).toBe("alreadySigned");
    expect(await refusedWith(seal(agreed))).toBe("needs.everyPartySigned");
    await partySigns(county, agreed, agreed.parties[0] ?? "");
    expect(await refusedWith(seal(agreed))).toBe("needs.mediatorSigned");
    const other = signAgreementInput.parse({
      disputeId: agreed.disputeId,
      signer: { kind: "mediator" },
      means: "sign",
    });
    expect(await refusedWith(signAgreement(county.as("mediator2"), other))).toBe("leadSignsInPerson");
    await mediatorSigns(county, agreed);
    expect((await page(agreed)).agreement).toMatchObject({ status: "signing", effectiveAt: null });
  });

  it("is not begun with a paper that nobody could print: what and where is named, and nothing is sent", async () => {
    const agreed = await agreedDispute(county);
    const text = `赔偿修理费\u{2A6A5}`;
    await drafted(county, agreed, [{ ...payClause(agreed, 100), text }]);
    await expect(send(agreed)).rejects.toMatchObject({
      code: "paperGlyphMissing",
      params: { field: text, code: "U+2A6A5" },
    });
    expect((await page(agreed)).agreement).toMatchObject({ status: "draft", number: null });
    // Lines and tabs are room, and rare names that the face has are printed.
    await drafted(county, agreed, [{ ...payClause(agreed, 100), text: "赔偿修理费给欧阳𬭎、㛃𠮷" }]);
    await send(agreed);
  });

  it("takes a name drawn at the table, and nothing that is none, of another day or of another kind", async () => {
    const agreed = await agreedDispute(county);
    await drafted(county, agreed, [payClause(agreed, 100)]);
    await send(agreed);
    const [partyId = ""] = agreed.parties;
    const [first] = (await page(agreed)).parties;
    const yesterday = dayOf(new Date(Date.now() - 86_400_000));
    const hand = writtenName(repeatableRandom(20_261_130), first?.name ?? "");
    const draw = (drawn: object, over: object = {}) =>
      signAgreement(
        county.as("mediator"),
        signAgreementInput.parse({
          disputeId: agreed.disputeId,
          signer: { kind: "party", partyId },
          means: "sign",
          drawn: { strokes: hand, isVoluntary: true, isUnderstood: true, ...drawn },
          ...over,
        }),
      );
    expect(await refusedWith(draw({ strokes: [] }))).toBe("signatureBlank");
    expect(await refusedWith(draw({ strokes: [[[10, 10]]] }))).toBe("signatureDot");
    expect(await refusedWith(draw({}, { means: "seal" }))).toBe("invalidValue");
    expect(await refusedWith(draw({}, { happenedOn: yesterday }))).toBe("drawnAnotherDay");
    expect(() => draw({ isVoluntary: false })).toThrow();
    const { signatureId } = await draw({});
    const [kept] = await database().execute<{ strokes: unknown; request: string | null }>(
      sql`select strokes, request_id as request from signatures where id = ${signatureId}::uuid`,
    );
    expect(kept).toEqual({ strokes: hand, request: null });
    expect(await refusedWith(draw({}))).toBe("alreadySigned");
  });

  it("lets an agent with authority sign, a guardian for a minor, a representative or seal for a firm", async () => {
    const agreed = await agreedDispute(county, {
      parties: [
        {
          side: 1,
          kind: "person",
          standing: "applicant",
          name: "夏小雨",
          phone: "",
          address: "",
          isMinor: true,
          links: [
            { kind: "guardian", name: "夏守义", phone: "", maySign: true, note: "" },
            { kind: "helper", name: "邻居", phone: "", maySign: false, note: "" },
          ],
        },
        {
          side: 2,
          kind: "organisation",
          standing: "respondent",
          name: "锦绣里物业",
          phone: "",
          address: "",
          isMinor: false,
          links: [{ kind: "agent", name: "鲁正", phone: "", maySign: false, note: "" }],
        },
        {
          side: 3,
          kind: "person",
          standing: "thirdParty",
          name: "一名工人",
          phone: "",
          address: "",
          isMinor: false,
          links: [],
        },
      ],
    });
    await drafted(county, agreed, [payClause(agreed, 100)]);
    await send(agreed);
    const { parties } = await page(agreed);
    const linkOf = (party: number, kind: string) =>
      parties[party]?.links.find((link) => link.kind === kind)?.id ?? null;
    const sign = (party: number, byLinkId: string | null, means: "sign" | "seal" = "sign") =>
      signBy(parties[party]?.id ?? "", byLinkId, means);
    const signBy = (partyId: string, byLinkId: string | null, means: "sign" | "seal" = "sign") =>
      signAgreement(
        county.as("mediator"),
        signAgreementInput.parse({
          disputeId: agreed.disputeId,
          signer: { kind: "party", partyId, byLinkId },
          means,
        }),
      );
    expect(await refusedWith(sign(0, null))).toBe("guardianNeeded");
    expect(await refusedWith(sign(0, linkOf(0, "helper")))).toBe("linkMayNotSign");
    expect(await refusedWith(sign(0, linkOf(1, "agent")))).toBe("unknownReference");
    expect(await refusedWith(sign(1, linkOf(1, "agent")))).toBe("linkMayNotSign");
    expect(await refusedWith(sign(1, null))).toBe("representativeNeeded");
    const [stranger] = await strangerAppears(agreed);
    expect(await refusedWith(signBy(String(stranger?.id), null))).toBe("partyUnidentified");
    await sign(0, linkOf(0, "guardian"));
    await sign(1, null, "seal");
    expect((await page(agreed)).agreement?.signatures).toMatchObject([
      { byLinkName: "夏守义" },
      { means: "seal", byLinkName: null },
    ]);
  });

  it("lets nobody sign as a witness who was absent, though they had accepted", async () => {
    const accepted = await acceptedDispute(county);
    await consented(county, accepted);
    await joined(county, accepted, "lawyer");
    const agreed = { ...accepted, parties: (await partiesOf(county, accepted)).map((party) => party.id) };
    await heldSession(county, agreed);
    await drafted(county, agreed, [payClause(agreed, 100)]);
    await send(agreed);
    const witness = signAgreementInput.parse({
      disputeId: agreed.disputeId,
      signer: { kind: "witness", personId: county.people.lawyer },
      means: "sign",
    });
    expect(await refusedWith(signAgreement(county.as("mediator"), witness))).toBe("witnessNotPresent");
    expect((await page(agreed)).witnesses).toEqual([]);
  });

  it("records a helper who was there as a witness", async () => {
    const accepted = await acceptedDispute(county);
    await consented(county, accepted);
    await joined(county, accepted, "lawyer");
    const agreed = { ...accepted, parties: (await partiesOf(county, accepted)).map((party) => party.id) };
    await heldSession(county, agreed, [county.people.lawyer ?? ""]);
    await drafted(county, agreed, [payClause(agreed, 100)]);
    await send(agreed);
    const witness = signAgreementInput.parse({
      disputeId: agreed.disputeId,
      signer: { kind: "witness", personId: county.people.lawyer },
      means: "sign",
    });
    await signAgreement(county.as("mediator"), witness);
    expect((await page(agreed)).agreement?.signatures).toMatchObject([{ signerKind: "witness", personName: "林晓岚" }]);
    // The lawyer may read the agreement they witnessed, and change nothing in it.
    const seen = await agreementOfDispute(county.as("lawyer"), agreed);
    expect(seen.agreement?.clauses).toHaveLength(1);
    expect(seen.startingFacts).toBeNull();
    expect(seen.allowed.filter((action) => action.startsWith("agreement."))).toEqual([]);
  });

  it("lets the same signer at the same moment sign once, and different ones each", async () => {
    const agreed = await agreedDispute(county);
    await drafted(county, agreed, [payClause(agreed, 100)]);
    await send(agreed);
    const [first = "", second = ""] = agreed.parties;
    const results = await Promise.allSettled([
      partySigns(county, agreed, first),
      partySigns(county, agreed, first),
      partySigns(county, agreed, second),
    ]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(2);
    expect((await page(agreed)).agreement?.signatures).toHaveLength(2);
  });
});

describe("taking effect", () => {
  it("comes with the committee's seal, once, with the event and the next step", async () => {
    const agreed = await agreedDispute(county);
    await signedAgreement(county, agreed, [payClause(agreed, 100)]);
    expect((await page(agreed)).agreement?.status).toBe("signing");
    expect(await refusedWith(seal(agreed, "mediator"))).toBe("forbidden");
    expect(await refusedWith(seal(agreed, "committee2"))).toBe("notFound");
    const both = await Promise.allSettled([seal(agreed), seal(agreed)]);
    expect(both.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    const { agreement, confirmationUntil, proceeding } = await page(agreed);
    expect(agreement).toMatchObject({ status: "effective", seal: { sealedByName: "方慧" } });
    expect(proceeding?.status).toBe("performing");
    expect(confirmationUntil).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const sealed = await database().execute(
      sql`select 1 from events where dispute_id = ${agreed.disputeId}::uuid and action = 'agreement.seal'`,
    );
    expect(sealed).toHaveLength(1);
  });

  it("is refused by the database too: no effect without seal, no seal before the signatures, no second seal", async () => {
    const agreed = await agreedDispute(county);
    await drafted(county, agreed, [payClause(agreed, 100)]);
    const { agreementId } = await send(agreed);
    const effect = () =>
      database().execute(
        sql`update agreements set status = 'effective', effective_at = now() where id = ${agreementId}::uuid`,
      );
    const insertSeal = () =>
      database().execute(sql`insert into seals (county_id, agreement_id, dispute_id, sealed_by, sealed_at)
        values (${county.countyId}::uuid, ${agreementId}::uuid, ${agreed.disputeId}::uuid, ${county.people.committee}::uuid, now())`);
    await expect(effect()).rejects.toMatchObject({ cause: { constraint_name: "agreements_effect_needs_signatures" } });
    await expect(insertSeal()).rejects.toMatchObject({ cause: { constraint_name: "seals_after_signatures" } });
    for (const partyId of agreed.parties) await partySigns(county, agreed, partyId);
    await mediatorSigns(county, agreed);
    await expect(effect()).rejects.toMatchObject({ cause: { constraint_name: "agreements_effect_needs_seal" } });
    await insertSeal();
    await expect(insertSeal()).rejects.toMatchObject({ cause: { constraint_name: "seals_once" } });
    await expect(
      database().execute(sql`delete from signatures where agreement_id = ${agreementId}::uuid`),
    ).rejects.toMatchObject({
      cause: { constraint_name: "signatures_append_only" },
    });
  });

  it("needs no seal for an oral agreement, which is never sent to sign", async () => {
    const agreed = await agreedDispute(county);
    await drafted(county, agreed, [payClause(agreed, 100)], "oral");
    expect(await refusedWith(send(agreed))).toBe("oralIsNotSigned");
    await takeEffect(county.as("mediator"), everyYes(agreed));
    expect(await page(agreed)).toMatchObject({
      agreement: { status: "effective", form: "oral", seal: null },
      proceeding: { status: "performing" },
    });
    const written = await agreedDispute(county);
    await drafted(county, written, [payClause(written, 100)]);
    expect(await refusedWith(takeEffect(county.as("mediator"), { disputeId: written.disputeId }))).toBe(
      "needs.oralAgreement",
    );
  });
});
