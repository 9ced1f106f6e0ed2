import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { announceAll, notificationsIn } from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { agreementOfDispute } from "../agreements/reads/agreement";
import { sendToSign } from "../agreements/send-to-sign";
import { disputeById } from "../disputes/reads/dispute";
import { agreedDispute, drafted, payClause } from "../testing/agreements";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { policeCase } from "../testing/police";
import { refusedWith } from "../testing/refused";
import { setAssistantInput } from "./inputs";
import { setAssistant } from "./set-assistant";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const name = (disputeId: string, who: string | null, seen: string | null = null, by = "mediator") =>
  setAssistant(
    county.as(by),
    setAssistantInput.parse({
      disputeId,
      assistantId: who && county.people[who],
      assistantSeen: seen && county.people[seen],
    }),
  );
const assistantOf = async (disputeId: string) =>
  (await disputeById(county.as("mediator"), { disputeId })).proceeding?.assistant ?? null;

it("the lead names who assists and records; they are told, stand in the paper as it was sent, and are released on leaving", async () => {
  const agreed = await agreedDispute(county);
  const { disputeId } = agreed;
  expect(await refusedWith(name(disputeId, "mediator2", null, "committee"))).toBe("forbidden");
  expect(await refusedWith(name(disputeId, "mediator"))).toBe("assistantIsLead");
  expect(await refusedWith(name(disputeId, "officer"))).toBe("leadMustBeMediator");
  expect(await refusedWith(name(disputeId, "mediator3"))).toBe("leadFromElsewhere");
  await name(disputeId, "mediator2");
  expect(await refusedWith(name(disputeId, "committee"))).toBe("changedMeanwhile");
  await announceAll();
  const told = (await notificationsIn(county.countyId)).map(({ kind, name: who }) => `${kind} ${who}`);
  expect(told).toContain("assistantNamed 令狐晓峰");
  await drafted(county, agreed, [payClause(agreed, 100)]);
  await sendToSign(county.as("mediator"), { disputeId });
  await name(disputeId, null, "mediator2");
  expect(await assistantOf(disputeId)).toBeNull();
  expect((await agreementOfDispute(county.as("mediator"), agreed)).assistantName).toBe("令狐晓峰");
  const other = await acceptedDispute(county);
  await name(other.disputeId, "mediator2");
  await database().execute(sql`update people set disabled_at = now() where id = ${county.people.mediator2}::uuid`);
  expect(await assistantOf(other.disputeId)).toBeNull();
});

it("of a police case is an officer of the station", async () => {
  const { disputeId } = await policeCase(county);
  expect(await refusedWith(name(disputeId, "mediator", null, "officer"))).toBe("leadMustBeOfficer");
  await name(disputeId, "officer2", null, "officer");
  const page = await disputeById(county.as("officer"), { disputeId });
  expect(page.proceeding?.assistant).toBe("祝远航");
});
