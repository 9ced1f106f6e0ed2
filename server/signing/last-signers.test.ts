import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeAll, expect, it } from "vitest";
import { database } from "@/db/client";
import { sealAgreement } from "../agreements/seal-agreement";
import { sendToSign } from "../agreements/send-to-sign";
import { appRouter } from "../api/root";
import { agreedDispute, drafted, mediatorSigns, partySigns, payClause } from "../testing/agreements";
import { chanceFor } from "../testing/chance";
import { type TestCounty, testCounty } from "../testing/county";
import { writtenName } from "../testing/drawn/names";
import { callerFactory } from "../trpc/init";
import { askToSign } from "./ask-to-sign";
import { askToSignInput } from "./inputs";

/** How many agreements are signed this way. */
const rounds = 3;
let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const chance = chanceFor("last signers");
const guest = callerFactory(appRouter)(() => ({ signedIn: null, now: new Date(), requestId: "TEST", address: null }));

it("two last signers at one instant, by link twice over and at the table, make two signatures, one seal and one number", async () => {
  const numbers = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    const agreed = await agreedDispute(county);
    const { disputeId, parties } = agreed;
    await drafted(county, agreed, [payClause(agreed, 100)]);
    const { number } = await sendToSign(county.as("mediator"), { disputeId });
    numbers.add(number);
    const signer = { kind: "party", partyId: parties[0] };
    const { token } = await askToSign(county.as("mediator"), askToSignInput.parse({ disputeId, signer }));
    const { visit } = await guest.links.open({ token: token ?? "", phoneEnd: "2719" });
    const byLink = () =>
      guest.links.sign({
        visit,
        key: v7(),
        input: { strokes: writtenName(chance, "刘玉芬"), isVoluntary: true, isUnderstood: true },
      });
    const signed = await Promise.allSettled([byLink(), byLink(), partySigns(county, agreed, parties[1] ?? "")]);
    expect(signed.map(({ status }) => status).sort()).toEqual(["fulfilled", "fulfilled", "rejected"]);
    const last = await Promise.allSettled([mediatorSigns(county, agreed), mediatorSigns(county, agreed)]);
    expect(last.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const seals = await Promise.allSettled([1, 2].map(() => sealAgreement(county.as("committee"), { disputeId })));
    expect(seals.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [row] = await database().execute(sql`
      select (select count(*)::int from signatures where dispute_id = ${disputeId}::uuid) as signatures,
        (select count(*)::int from seals where dispute_id = ${disputeId}::uuid) as seals,
        (select count(*)::int from events where dispute_id = ${disputeId}::uuid and action = 'agreement.seal') as events`);
    expect(row).toEqual({ signatures: 3, seals: 1, events: 1 });
  }
  expect(numbers.size).toBe(rounds);
});
