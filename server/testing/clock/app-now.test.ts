import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { database } from "@/db/client";
import type { PersonActor } from "../../kernel/actor";
import { asActor } from "../../kernel/transaction";
import { testCounty } from "../county";

const answers = (moment: string) => sql`
  select app.now() = ${moment || "now"}::timestamptz as "isSet", app.now() = now() as "isReal", app.on_duty() as "onDuty"`;
type Answers = { isSet: boolean; isReal: boolean; onDuty: boolean };

/** What the lawyer's transaction answers at this moment; where there is none, the owner's, to whom nobody gave a time. */
async function asked(actor: PersonActor, moment: string) {
  const [row] = moment
    ? await asActor({ actor, now: new Date(moment) }, (tx) => tx.execute<Answers>(answers(moment)))
    : await database().transaction((tx) => tx.execute<Answers>(answers(moment)));
  return row;
}

it("the database's functions tell the time by app.now, which a transaction may set, and by the server where it did not", async () => {
  const county = await testCounty(["LW"]);
  await database().execute(sql`insert into duty_shifts (county_id, id, person_id, set_by, during)
    values (${county.countyId}::uuid, gen_random_uuid(), ${county.people.lawyer ?? ""}::uuid, ${county.people.officer ?? ""}::uuid,
      '[2030-01-07 09:00+08,2030-01-07 12:00+08)')`);
  const lawyer = county.actor("lawyer");
  expect(await asked(lawyer, "2030-01-07T10:00:00+08:00")).toEqual({ isSet: true, isReal: false, onDuty: true });
  expect(await asked(lawyer, "2030-01-07T12:00:00.000Z")).toEqual({ isSet: true, isReal: false, onDuty: false });
  expect(await asked(lawyer, "")).toMatchObject({ isReal: true, onDuty: false });
});
