import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { database } from "@/db/client";
import { disputeById } from "../disputes/reads/dispute";
import { setLeadInput } from "../handovers/inputs";
import { setLead } from "../handovers/set-lead";
import { agreedDispute, drafted, mediatorSigns, partySigns, payClause } from "../testing/agreements";
import { testCounty } from "../testing/county";
import { agreementOfDispute } from "./reads/agreement";
import { readCommitteeOverview } from "./reads/committee-overview";
import { sealAgreement } from "./seal-agreement";
import { sendToSign } from "./send-to-sign";

it("the seal waits for a head who did not mediate it, says so where there is none, and takes no seal of whoever signed as its mediator", async () => {
  const county = await testCounty();
  const agreed = await agreedDispute(county);
  const { disputeId } = agreed;
  const { mediator = "", mediator2 = "", committee = "" } = county.people;
  await drafted(county, agreed, [payClause(agreed, 100)]);
  const { agreementId } = await sendToSign(county.as("mediator"), { disputeId });
  for (const partyId of agreed.parties) await partySigns(county, agreed, partyId);
  const person = (id: string, columns: string) =>
    database().execute(sql.raw(`update people set ${columns} where id = '${id}'`));
  const seen = async () => {
    const { proceeding } = await disputeById(county.as("mediator2"), { disputeId });
    const { sealers } = await agreementOfDispute(county.as("mediator2"), agreed);
    return { owner: proceeding?.nextOwner, detail: proceeding?.detail, sealers: sealers.map(({ id }) => id) };
  };
  // Two heads, of whom one leads it.
  await person(mediator, "role = 'committeeHead'");
  await mediatorSigns(county, agreed);
  expect(await seen()).toMatchObject({ owner: "方慧", detail: { names: ["方慧"] }, sealers: [committee] });
  const [paper] = (await readCommitteeOverview(county.as("committee"), { after: null })).toSeal.filter(
    (one) => one.disputeId === disputeId,
  );
  expect(paper).toMatchObject({ isOwn: false, sealers: ["方慧"] });
  await person(committee, "disabled_at = now()");
  expect(await seen()).toMatchObject({ detail: { names: [], isNobody: true }, sealers: [] });
  await person(committee, "disabled_at = null");
  await person(mediator, "role = 'mediator'");
  await setLead(
    county.as("committee"),
    setLeadInput.parse({ disputeId, leadPersonId: mediator2, leadSeen: mediator, reason: "忙不过来" }),
  );
  await expect(
    database().execute(sql`insert into seals (county_id, agreement_id, dispute_id, sealed_by, sealed_at)
      values (${county.countyId}::uuid, ${agreementId}::uuid, ${disputeId}::uuid, ${mediator}::uuid, now())`),
  ).rejects.toMatchObject({ cause: { constraint_name: "seals_by_another" } });
  const page = await disputeById(county.as("committee"), { disputeId });
  expect(page.allowed).toContain("agreement.seal");
  await sealAgreement(county.as("committee"), { disputeId });
});
