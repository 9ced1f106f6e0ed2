import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeAll, expect, it } from "vitest";
import { database } from "@/db/client";
import { sendToSign } from "../agreements/send-to-sign";
import { appRouter } from "../api/root";
import { setLead } from "../handovers/set-lead";
import { discloseOwnTie } from "../panel/disclose-own-tie";
import { type Agreed, agreedDispute, drafted, partySigns, payClause } from "../testing/agreements";
import { chanceFor } from "../testing/chance";
import { type TestCounty, testCounty } from "../testing/county";
import { writtenName } from "../testing/drawn/names";
import { refusedWith } from "../testing/refused";
import { callerFactory } from "../trpc/init";
import { askToSign } from "./ask-to-sign";
import { askToSignInput } from "./inputs";

let county: TestCounty;
let agreed: Agreed;
const guest = callerFactory(appRouter)(() => ({
  signedIn: null,
  now: new Date(),
  requestId: "TEST",
  address: "203.0.113.14",
})).links;
beforeAll(async () => {
  county = await testCounty();
  agreed = await agreedDispute(county);
  await drafted(county, agreed, [payClause(agreed, 540_000)]);
  await sendToSign(county.as("mediator"), { disputeId: agreed.disputeId });
});

it("a key that a guest chose counts for their link alone: it is none of the system's, in whose name their answer is written", async () => {
  const { disputeId, parties } = agreed;
  const asked = askToSignInput.parse({ disputeId, signer: { kind: "party", partyId: parties[0] } });
  const { token, requestId } = await askToSign(county.as("mediator"), asked);
  const { visit } = await guest.open({ token: token ?? "", phoneEnd: "2719" });
  const refusal = { visit, key: v7(), input: { reason: "金额和谈的不一样" } };
  expect(await guest.refuse(refusal)).toEqual({ requestId });
  expect(await guest.refuse(refusal)).toEqual({ requestId });
  const rows = await database().execute<{ key: string }>(
    sql`select key from idempotency_keys where action = 'agreement.refuse'`,
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.key).not.toBe(refusal.key);
});

it("a lead's own link signs nothing once they were found tied to a party, says nothing of the tie, and is over with their lead", async () => {
  const { disputeId } = agreed;
  for (const partyId of agreed.parties) await partySigns(county, agreed, partyId);
  const asked = askToSignInput.parse({ disputeId, signer: { kind: "mediator" } });
  const { token } = await askToSign(county.as("mediator"), asked);
  const [lead] = await database().execute<{ phone: string }>(
    sql`select phone from people where id = ${county.people.mediator}::uuid`,
  );
  const { visit } = await guest.open({ token: token ?? "", phoneEnd: lead?.phone.slice(-4) ?? "" });
  await discloseOwnTie(county.as("mediator"), { disputeId, partyId: agreed.parties[0] ?? "", kind: "kin", note: "" });
  const strokes = writtenName(chanceFor("tied lead"), "刘玉芬");
  const signed = guest.sign({ visit, key: v7(), input: { strokes, isVoluntary: true, isUnderstood: true } });
  expect(await refusedWith(signed)).toBe("notNow");
  expect(await database().execute(sql`select from signatures where dispute_id = ${disputeId}::uuid`)).toHaveLength(2);
  expect((await guest.read({ visit })).signing?.me.kind).toBe("mediator");
  await setLead(county.as("committee"), {
    disputeId,
    leadSeen: county.people.mediator ?? "",
    leadPersonId: county.people.mediator2 ?? "",
    leadUnit: "",
    reason: "牵头人要回避",
  });
  expect(await refusedWith(guest.read({ visit }))).toBe("linkDead");
});
