import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeAll, expect, it } from "vitest";
import { database } from "@/db/client";
import { withdrawAgreementInput } from "../agreements/inputs";
import { sealAgreement } from "../agreements/seal-agreement";
import { sendToSign } from "../agreements/send-to-sign";
import { withdrawAgreement } from "../agreements/withdraw-agreement";
import { appRouter } from "../api/root";
import { type Agreed, agreedDispute, drafted, mediatorSigns, partySigns, payClause } from "../testing/agreements";
import { chanceFor } from "../testing/chance";
import { type TestCounty, testCounty } from "../testing/county";
import { writtenName } from "../testing/drawn/names";
import { callerFactory } from "../trpc/init";
import { askToSign } from "./ask-to-sign";
import { askToSignInput } from "./inputs";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const chance = chanceFor("pairs at once");
const guest = callerFactory(appRouter)(() => ({ signedIn: null, now: new Date(), requestId: "TEST", address: null }));

/** Out for signing, with the first party's own link opened. */
async function outForSigning() {
  const agreed = await agreedDispute(county);
  const { disputeId, parties } = agreed;
  await drafted(county, agreed, [payClause(agreed, 100)]);
  await sendToSign(county.as("mediator"), { disputeId });
  const signer = { kind: "party", partyId: parties[0] };
  const { token } = await askToSign(county.as("mediator"), askToSignInput.parse({ disputeId, signer }));
  const { visit } = await guest.links.open({ token: token ?? "", phoneEnd: "2719" });
  return {
    agreed,
    signs: () => {
      const input = { strokes: writtenName(chance, "刘玉芬"), isVoluntary: true, isUnderstood: true } as const;
      return guest.links.sign({ visit, key: v7(), input });
    },
    refuses: () => guest.links.refuse({ visit, key: v7(), input: { reason: "数目不对，不签" } }),
    withdraws: () =>
      withdrawAgreement(county.as("mediator"), withdrawAgreementInput.parse({ disputeId, reason: "写错一个数" })),
    seals: () => sealAgreement(county.as("committee"), { disputeId }),
  };
}

/** What stands of the paper that was sent. */
const stands = async ({ disputeId }: Agreed) => {
  const [row] = await database().execute<Record<string, unknown>>(sql`
    select a.status, (select count(*)::int from signatures s where s.agreement_id = a.id) as signatures,
      (select count(*)::int from seals s where s.agreement_id = a.id) as seals,
      (select count(*)::int from signing_requests q where q.agreement_id = a.id and q.refused_at is not null) as refused
    from agreements a where a.dispute_id = ${disputeId}::uuid and a.number is not null`);
  return row;
};
const both = async (one: () => Promise<unknown>, other: () => Promise<unknown>) =>
  (await Promise.allSettled([one(), other()])).map(({ status }) => status === "fulfilled");

it("of a seal and a withdrawal at one instant one stands, and of what the same person signs and refuses", async () => {
  const first = await outForSigning();
  await partySigns(county, first.agreed, first.agreed.parties[1] ?? "");
  const [hasSigned, hasRefused] = await both(first.signs, first.refuses);
  expect([hasSigned, hasRefused].filter(Boolean)).toHaveLength(1);
  expect(await stands(first.agreed)).toMatchObject({ signatures: hasSigned ? 2 : 1, refused: hasRefused ? 1 : 0 });
  // Whoever refused by link may still sign at the table.
  if (hasRefused) await partySigns(county, first.agreed, first.agreed.parties[0] ?? "");
  await mediatorSigns(county, first.agreed);
  const [isSealed, isWithdrawn] = await both(first.seals, first.withdraws);
  expect([isSealed, isWithdrawn].filter(Boolean)).toHaveLength(1);
  expect(await stands(first.agreed)).toMatchObject(
    isSealed ? { status: "effective", seals: 1 } : { status: "withdrawn", seals: 0 },
  );
});

it("a refusal by the link of somebody who signed at the table does not stop the seal, and nobody signs what is withdrawn", async () => {
  const { agreed, refuses, seals } = await outForSigning();
  for (const partyId of agreed.parties) await partySigns(county, agreed, partyId);
  await mediatorSigns(county, agreed);
  expect(await both(refuses, seals)).toEqual([false, true]);
  expect(await stands(agreed)).toMatchObject({ status: "effective", refused: 0 });
  const other = await outForSigning();
  const [hasSigned, isWithdrawn] = await both(other.signs, other.withdraws);
  expect(isWithdrawn).toBe(true);
  expect(await stands(other.agreed)).toMatchObject({ status: "withdrawn", signatures: hasSigned ? 1 : 0 });
});
