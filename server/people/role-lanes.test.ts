import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { openSignIn, signedInBy } from "../access/sign-in";
import { actIn } from "../account/act-in";
import { registerDispute } from "../disputes/register-dispute";
import { triageDispute } from "../disputes/triage-dispute";
import { acceptInvitation } from "../invitations/accept-invitation";
import { acceptInvitationInput, sendInvitationInput } from "../invitations/inputs";
import { sendInvitation } from "../invitations/send-invitation";
import type { PersonActor } from "../kernel/actor";
import { actAs } from "../kernel/context";
import { asActor } from "../kernel/transaction";
import { writeNoteInput } from "../notes/inputs";
import { writeNote } from "../notes/write-note";
import { consented } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute, harmless, intake } from "../testing/disputes";
import { answerOf, inputsFor, questions } from "../testing/lanes/questions";
import { giveRole } from "./give-role";
import { giveRoleInput } from "./inputs";

const canary = "身份暗号";
const now = new Date();
let county: TestCounty;
/** Helped in as a lawyer, and led as a mediator, by one person. */
let helped: string;
let led: string;
const actors: Partial<Record<"mediator" | "expert", PersonActor>> = {};

const of = (role: "mediator" | "expert") => actors[role] as PersonActor;

const marked = (who: string) =>
  intake({
    title: `${canary}${who}题`,
    place: `${canary}${who}地`,
    facts: `${canary}${who}事`,
    neutralSummary: `${canary}${who}述`,
  });

beforeAll(async () => {
  county = await testCounty();
  const personId = county.people.mediator3 ?? "";
  const { roleId } = await giveRole(
    county.as("admin"),
    giveRoleInput.parse({
      personId,
      role: "expert",
      forceCodes: ["lawyer"],
      reason: "也在律所执业",
      pointId: county.points["江畔社区调解室"],
    }),
  );
  const help = await acceptedDispute(county, marked("甲"));
  helped = help.disputeId;
  await consented(county, help);
  await writeNote(
    county.as("mediator"),
    writeNoteInput.parse({ disputeId: helped, lane: "open", text: `${canary}甲记` }),
  );
  const asked = sendInvitationInput.parse({ disputeId: helped, personId, forceCode: "lawyer" });
  const { invitationId } = await sendInvitation(county.as("mediator"), asked);
  const own = await registerDispute(county.as("mediator3"), marked("乙"));
  led = own.disputeId;
  await triageDispute(county.as("mediator3"), {
    ...{ disputeId: led, answers: harmless, track: "peoples" as const },
    ...{ notAcceptedReason: null, overrideReason: "", leadPersonId: null, leadUnit: "" },
  });
  await writeNote(
    county.as("mediator3"),
    writeNoteInput.parse({ disputeId: led, lane: "mediator", text: `${canary}乙记` }),
  );
  for (const role of ["mediator", "expert"] as const) {
    const id = await openSignIn(county.countyId, personId, now);
    if (role === "expert") await actIn(actAs((await signedInBy(id, now))?.actor as PersonActor, now), { roleId });
    actors[role] = (await signedInBy(id, now))?.actor as PersonActor;
  }
  expect([actors.mediator?.role, actors.expert?.role]).toEqual(["mediator", "expert"]);
  await acceptInvitation(actAs(of("expert"), now), acceptInvitationInput.parse({ invitationId, declaresNoTie: true }));
});

/** Questions whose answer to them names the matter or holds one of its words. */
async function told(as: "mediator" | "expert", disputeId: string, who: string): Promise<string[]> {
  const [row] = await database().execute<{ number: string; partyId: string }>(sql`
    select d.number, (select x.id from parties x where x.dispute_id = d.id limit 1) as "partyId" from disputes d where d.id = ${disputeId}::uuid`);
  const ids = { disputeId, partyId: row?.partyId ?? "", instant: now.toISOString(), later: now.toISOString() };
  const found: string[] = [];
  for (const { path, schema } of questions) {
    const [input] = inputsFor(schema, ids, `${canary}${who}`);
    const answer = await answerOf(of(as), path, input, now);
    if ([disputeId, `${canary}${who}`, row?.number ?? "-"].some((word) => answer.includes(word))) found.push(path);
  }
  return found;
}

describe("somebody of two roles", () => {
  it("is told as a mediator nothing of what they help in as a lawyer", async () => {
    expect(await told("mediator", helped, "甲")).toEqual([]);
  });
  it("is told as a lawyer nothing of what they lead as a mediator", async () => {
    expect(await told("expert", led, "乙")).toEqual([]);
  });
  it("reads no row of it by SQL either", async () => {
    const rows = (as: "mediator" | "expert", disputeId: string) =>
      asActor(actAs(of(as), now), async (tx) => {
        const [counted] = await tx.execute<{ n: number }>(sql`
          select (select count(*) from disputes where id = ${disputeId}::uuid) + (select count(*) from parties where dispute_id = ${disputeId}::uuid)
            + (select count(*) from notes where dispute_id = ${disputeId}::uuid) + (select count(*) from events where dispute_id = ${disputeId}::uuid)
            + (select count(*) from dispute_access where dispute_id = ${disputeId}::uuid)
            + (select count(*) from app.find_disputes(array[${canary}], '{}', '{}', false, null, null, 20) f where f.id = ${disputeId}::uuid) as n`);
        return Number(counted?.n);
      });
    expect([await rows("mediator", helped), await rows("expert", led)]).toEqual([0, 0]);
    expect(await rows("mediator", led)).toBeGreaterThan(5);
    expect(await rows("expert", helped)).toBeGreaterThan(2);
  });
  it("is told of each in its own role", async () => {
    const asked = (as: "mediator" | "expert", path: string, input: object) => answerOf(of(as), path, input, now);
    expect(await asked("mediator", "disputes.list", {})).toContain(led);
    expect(await asked("mediator", "disputes.list", {})).not.toContain(helped);
    expect(await asked("expert", "invitations.own", {})).toContain(`${canary}甲`);
  });
});
