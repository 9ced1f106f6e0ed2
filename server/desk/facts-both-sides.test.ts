import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { database } from "@/db/client";
import { postgresError } from "../kernel/transaction";
import { type TestCounty, testCounty } from "../testing/county";
import { card, deskState, sessionUnderWay, type TestDesk } from "../testing/desk";
import { intake } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { bookable } from "../testing/sessions";
import { changeCard } from "./change-card";
import { changeCardInput, signFactsInput, stateFactsInput, tickAttendanceInput } from "./inputs";
import { signFacts } from "./sign-facts";
import { stateFacts } from "./state-facts";
import { tickAttendance } from "./tick-attendance";
import { writeCard } from "./write-card";

let county: TestCounty;
let desk: TestDesk;
let statementId: string;
const as = () => county.as("mediator", { now: desk.now });
const at = () => ({ disputeId: desk.disputeId, sessionId: desk.sessionId });
const partiesOf = async () => (await deskState(county, desk)).sides.flatMap(({ parties }) => parties);

beforeAll(async () => {
  county = await testCounty(["LW"]);
  const agent = { kind: "agent" as const, name: "钱立诚", maySign: true, phone: "13611112222", note: "" };
  const parties = intake().parties.map((party) => ({ ...party, links: [agent] }));
  desk = await sessionUnderWay(county, await bookable(county, { parties: parties as never }));
  for (const { id, partyId } of (await deskState(county, desk)).people)
    if (partyId) await tickAttendance(as(), tickAttendanceInput.parse({ ...at(), rowId: id, attendance: "present" }));
  const { cardId } = await writeCard(as(), card(desk, { kind: "fact", text: "拆除段长 1.2 米" }));
  await changeCard(as(), changeCardInput.parse({ ...at(), cardId, cardVersion: 1, state: "agreed" }));
  ({ statementId } = await stateFacts(as(), stateFactsInput.parse({ ...at(), cardIds: [cardId] })));
});

it("an agent of both sides signs the undisputed facts for neither, by verb or raw SQL; each party signs itself (民法典 168)", async () => {
  for (const { id: partyId, links } of await partiesOf()) {
    const byLinkId = links[0]?.id ?? "";
    const signed = { ...at(), statementId, partyId, means: "sign" as const };
    expect(await refusedWith(signFacts(as(), signFactsInput.parse({ ...signed, byLinkId })))).toBe("agentOpposed");
    const raw = await database()
      .execute(sql`
        insert into fact_signatures (county_id, statement_id, dispute_id, party_id, means, signed_by_link_id, recorded_by, signed_at)
        values (${county.countyId}::uuid, ${statementId}::uuid, ${desk.disputeId}::uuid, ${partyId}::uuid, 'sign', ${byLinkId}::uuid,
          ${county.people.mediator ?? ""}::uuid, ${desk.now.toISOString()}::timestamptz)`)
      .catch((error: unknown) => postgresError(error)?.constraint_name);
    expect(raw).toBe("fact_signatures_by_entitled");
    await signFacts(as(), signFactsInput.parse({ ...signed, byLinkId: null }));
  }
  expect((await deskState(county, desk)).statements[0]?.signatures).toHaveLength(2);
});
