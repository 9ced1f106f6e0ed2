import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { database } from "@/db/client";
import { closeProceeding } from "../disputes/close-proceeding";
import { endProceeding } from "../disputes/end-proceeding";
import { triageDisputeInput } from "../disputes/inputs";
import { registerDispute } from "../disputes/register-dispute";
import { triageDispute } from "../disputes/triage-dispute";
import { dayOf } from "../kernel/shanghai";
import { recordPerformance } from "../performance/record-performance";
import { payClause } from "../testing/agreements";
import { type TestCounty, testCounty } from "../testing/county";
import { harmless, intake } from "../testing/disputes";
import { readyToMediate } from "../testing/police";
import { refusedWith } from "../testing/refused";
import { draftAgreement } from "./draft-agreement";
import { draftAgreementInput, signAgreementInput } from "./inputs";
import { agreementOfDispute } from "./reads/agreement";
import { sealAgreement } from "./seal-agreement";
import { sendToSign } from "./send-to-sign";
import { signAgreement } from "./sign-agreement";
import { takeEffect } from "./take-effect";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

/** A minor violation led by the officer, whose session at the station is over; the session row is inserted directly. */
async function talkedThrough() {
  const { disputeId } = await registerDispute(
    county.as("officer"),
    intake({
      parties: [
        {
          side: 1,
          kind: "person",
          standing: "applicant",
          name: "郑晓云",
          phone: "",
          address: "",
          isMinor: false,
          links: [],
        },
        {
          side: 2,
          kind: "person",
          standing: "respondent",
          name: "汤永福",
          phone: "",
          address: "",
          isMinor: false,
          links: [{ kind: "agent", name: "汤小雨", phone: "", maySign: true, note: "" }],
        },
      ],
    }),
  );
  const triage = { disputeId, answers: { ...harmless, isViolation: "yes" as const }, track: "publicSecurity" as const };
  const { proceedingId } = await triageDispute(county.as("officer"), triageDisputeInput.parse(triage));
  await readyToMediate(county, disputeId);
  await database().execute(sql`update proceedings set status = 'mediating' where dispute_id = ${disputeId}::uuid`);
  const page = await agreementOfDispute(county.as("officer"), { disputeId });
  return {
    disputeId,
    proceedingId: proceedingId ?? "",
    parties: page.parties.map((party) => party.id),
    links: page.parties[1]?.links ?? [],
  };
}

/** Signed by both and by the officer, and in force. */
async function inForce() {
  const talked = await talkedThrough();
  const { disputeId, parties } = talked;
  const officer = () => county.as("officer");
  await draftAgreement(
    officer(),
    draftAgreementInput.parse({
      agreementVersion: null,
      disputeId,
      form: "written",
      facts: "犬只伤人。",
      clauses: [payClause(talked, 100_000)],
    }),
  );
  const { number } = await sendToSign(officer(), { disputeId });
  for (const partyId of parties) {
    await signAgreement(
      officer(),
      signAgreementInput.parse({ disputeId, signer: { kind: "party", partyId }, means: "sign" }),
    );
  }
  await signAgreement(officer(), signAgreementInput.parse({ disputeId, signer: { kind: "mediator" }, means: "sign" }));
  return { ...talked, number };
}

const outcomeOf = async (disputeId: string) =>
  (await database().execute(sql`select status, outcome from proceedings where dispute_id = ${disputeId}::uuid`))[0];

it("needs a written agreement, signed by the suspect in person (程序规定 181, 184)", async () => {
  const { disputeId, parties, links } = await talkedThrough();
  const officer = () => county.as("officer");
  const draft = (form: "written" | "oral") =>
    draftAgreement(
      officer(),
      draftAgreementInput.parse({
        agreementVersion: null,
        disputeId,
        form,
        facts: "犬只伤人。",
        clauses: [payClause({ parties }, 100)],
      }),
    );
  expect(await refusedWith(draft("oral"))).toBe("writtenNeeded");
  await draft("written");
  await sendToSign(officer(), { disputeId });
  const agent = signAgreementInput.parse({
    disputeId,
    signer: { kind: "party", partyId: parties[1], byLinkId: links[0]?.id },
    means: "sign",
  });
  expect(await refusedWith(signAgreement(officer(), agent))).toBe("suspectInPerson");
  expect(await refusedWith(takeEffect(officer(), { disputeId }))).toBe("needs.everyPartySigned");
});

it("is in force without a seal, numbered in a series of its own, and closes as performed without a visit", async () => {
  const { disputeId, parties, number } = await inForce();
  expect(number).toMatch(/^（\d{4}）柳湾派出所治调字第 \d{3} 号$/);
  // The committee has no part in it.
  expect(await refusedWith(sealAgreement(county.as("committee"), { disputeId }))).toBe("notFound");
  await takeEffect(county.as("officer"), { disputeId });
  const [owed] = await database().execute<{ id: string }>(
    sql`select id from obligations where dispute_id = ${disputeId}::uuid`,
  );
  await recordPerformance(county.as("officer"), {
    disputeId,
    obligationId: owed?.id ?? "",
    partyId: parties[1] ?? "",
    amountFen: 100_000,
    performedOn: dayOf(new Date()),
    proof: "receipt",
    proofNote: "收条：汤永福付郑晓云 1,000 元，郭海涛经手",
  });
  await closeProceeding(county.as("officer"), { disputeId, note: "" });
  expect(await outcomeOf(disputeId)).toMatchObject({ status: "closed", outcome: "publicSecurityPerformed" });
});

it("goes on to a penalty when what was agreed is not kept (程序规定 185)", async () => {
  const { disputeId } = await inForce();
  await takeEffect(county.as("officer"), { disputeId });
  await endProceeding(county.as("officer"), {
    disputeId,
    outcome: "publicSecurityToPenalty",
    failure: "notPerformed",
    reason: "到期没有付钱",
    routesTold: ["court"],
  });
  expect(await outcomeOf(disputeId)).toMatchObject({ status: "closed", outcome: "publicSecurityToPenalty" });
});
