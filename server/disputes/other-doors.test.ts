import { type SQL, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { database } from "@/db/client";
import { postgresError } from "../kernel/transaction";
import { type TestCounty, testCounty } from "../testing/county";
import { unreached } from "../testing/endings";
import { policeCase } from "../testing/police";
import { bookable, booked, inDays } from "../testing/sessions";

let county: TestCounty;
let dispute: { disputeId: string; proceedingId: string };
let police: { disputeId: string; proceedingId: string };
let sessionId: string;
beforeAll(async () => {
  county = await testCounty();
  dispute = await bookable(county);
  police = await policeCase(county);
  ({ sessionId } = await booked(county, dispute, { startsAt: inDays(5) }));
});

/** By which name the database refuses these statements, also at commit; nothing of them stays. */
async function refusal(...statements: SQL[]): Promise<string> {
  const undone = new Error("nothing refused it");
  try {
    await database().transaction(async (tx) => {
      for (const statement of statements) await tx.execute(statement);
      await tx.execute(sql`set constraints all immediate`);
      throw undone;
    });
  } catch (error) {
    if (error === undone) return "";
    return postgresError(error)?.constraint_name ?? "";
  }
  return "";
}
const here = () => sql`session_id = ${sessionId}::uuid`;
/** The same proceeding ended by hand, with its row of endings and everything given back. */
const ended = (outcome: string, of = dispute, attempts: object[] = []) =>
  refusal(
    sql`update sessions set status = 'cancelled' where proceeding_id = ${of.proceedingId}::uuid`,
    sql`delete from slots where ${here()}`,
    sql`insert into endings (county_id, proceeding_id, dispute_id, outcome, routes_told, attempts, ended_by, ended_at)
      select county_id, id, dispute_id, ${outcome}::outcome, '{court}', ${JSON.stringify(attempts)}::text::jsonb, lead_person_id, now() from proceedings where id = ${of.proceedingId}::uuid`,
    sql`update proceedings set status = 'closed', ended_at = now(), outcome = ${outcome}::outcome where id = ${of.proceedingId}::uuid`,
  );

it("nobody is present at a session that is still to come, by update or by insert", async () => {
  const present = sql`update session_people set attendance = 'present' where ${here()}`;
  expect(await refusal(present)).toBe("session_people_come_when_held");
  const inserted = sql`insert into session_people (county_id, id, dispute_id, session_id, party_id, attendance)
    select county_id, gen_random_uuid(), dispute_id, ${sessionId}::uuid, id, 'present' from parties where dispute_id = ${dispute.disputeId}::uuid`;
  expect(await refusal(sql`delete from session_people where ${here()} and party_id is not null`, inserted)).toBe(
    "session_people_come_when_held",
  );
  // On its day they may arrive before it begins.
  const now = sql`date_trunc('milliseconds', now())`;
  const today = sql`with taken as (update slots set during = tstzrange(${now}, ${now} + interval '1 hour') where ${here()})
    update sessions set starts_at = ${now}, ends_at = ${now} + interval '1 hour' where id = ${sessionId}::uuid`;
  expect(await refusal(today, present)).toBe("");
});

it("people's mediation ends by nothing that would count as settled without an agreement", async () => {
  for (const outcome of ["assisted", "calmed"]) expect(await ended(outcome), outcome).toBe("endings_outcome_of_track");
  expect(await ended("transferred")).toBe("endings_transferred_to_somebody");
  expect(await ended("unreachable")).toBe("endings_unreachable_after_attempts");
  expect(await ended("settledWithdrawn")).toBe("endings_settled_said");
  expect(await ended("unreachable", dispute, (await unreached(dispute.disputeId)).attempts)).toBe("");
});

it("a police case whose obligor died ends so where that is on record; one whose obligor is gone goes on to a penalty", async () => {
  expect(await ended("obligorDead", police)).toBe("proceedings_exit_recorded");
  expect(await ended("obligorGone", police)).toBe("endings_outcome_of_track");
  expect(await ended("assisted", police)).toBe("endings_outcome_of_track");
});
