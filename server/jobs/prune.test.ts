import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { database } from "@/db/client";
import { openSignIn, signedInBy } from "../access/sign-in";
import { testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { prune } from "./prune";

it("deletes keys after seven days and ended sign-ins after one, and nothing newer", async () => {
  const county = await testCounty();
  await acceptedDispute(county);
  const live = await openSignIn(county.countyId, county.people.mediator ?? "", new Date());
  await openSignIn(county.countyId, county.people.judge ?? "", new Date(Date.now() - 3 * 86_400_000));
  const [before] = await database().execute<{ keys: number }>(sql`select count(*)::int as keys from idempotency_keys`);
  await prune(new Date());
  const [kept] = await database().execute<{ keys: number; sign_ins: number }>(
    sql`select (select count(*) from idempotency_keys)::int as keys, (select count(*) from sign_ins)::int as sign_ins`,
  );
  expect(kept).toEqual({ keys: before?.keys, sign_ins: 1 });
  expect(await signedInBy(live, new Date())).not.toBeNull();
  await database().execute(sql`update idempotency_keys set created_at = created_at - interval '8 days'`);
  await prune(new Date());
  const [after] = await database().execute<{ keys: number }>(sql`select count(*)::int as keys from idempotency_keys`);
  expect(after?.keys).toBe(0);
});
