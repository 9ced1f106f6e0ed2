import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { announceAll, notificationsIn } from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { agreementOfDispute } from "../agreements/reads/agreement";
import { sendToSign } from "../agreements/send-to-sign";
import { disputeById } from "../disputes/reads/dispute";
import { agreedDispute, drafted, payClause } from "../testing/agreements";
import { eventsOf } from "../testing/asked";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { policeCase } from "../testing/police";
import { refusedWith } from "../testing/refused";
import { bookable, booked, inDays } from "../testing/sessions";
import { setAssistantInput } from "./inputs";
import { setAssistant } from "./set-assistant";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const name = (disputeId: string, who: string | null, seen: string | null = null, by = "mediator", despite = "") =>
  setAssistant(
    county.as(by),
    setAssistantInput.parse({
      disputeId,
      assistantId: who && county.people[who],
      assistantSeen: seen && county.people[seen],
      despite,
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

it("who cannot come to a session that is booked is refused by name, or named with a reason that stays", async () => {
  const dispute = await bookable(county);
  await booked(county, dispute, { startsAt: inDays(6, "10:00") });
  await database().execute(sql`insert into absences (county_id, id, person_id, during, kind, recorded_at)
    values (${county.countyId}, gen_random_uuid(), ${county.people.committee ?? ""}::uuid,
      tstzrange(${inDays(6, "09:00")}::timestamptz, ${inDays(6, "18:00")}::timestamptz), 'leave', now())`);
  await expect(name(dispute.disputeId, "committee")).rejects.toMatchObject({
    code: "personAway",
    params: { name: "方慧", from: inDays(6, "10:00") },
  });
  const despite = "她休假前来做完记录";
  await name(dispute.disputeId, "committee", null, "mediator", despite);
  expect(await eventsOf(dispute.disputeId, "assistant.set")).toMatchObject([
    { after: county.people.committee, despite, overruled: [county.people.committee] },
  ]);
});

it("of a police case is an officer of the station", async () => {
  const { disputeId } = await policeCase(county);
  expect(await refusedWith(name(disputeId, "mediator", null, "officer"))).toBe("leadMustBeOfficer");
  await name(disputeId, "officer2", null, "officer");
  const page = await disputeById(county.as("officer"), { disputeId });
  expect(page.proceeding?.assistant).toBe("祝远航");
});
