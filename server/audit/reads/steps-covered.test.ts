import { sql } from "drizzle-orm";
import postgres, { type Sql } from "postgres";
import { afterAll, expect, it } from "vitest";
import { database } from "@/db/client";
import { registerDispute } from "../../disputes/register-dispute";
import { instantOf } from "../../kernel/shanghai";
import { setDaysInput } from "../../settings/inputs";
import { yearsOfDays } from "../../settings/reads/years";
import { setDays } from "../../settings/set-days";
import { testCounty } from "../../testing/county";
import { askedHarmless, intake } from "../../testing/disputes";
import { verifyDatabase } from "./verify-database";

const owner = postgres(process.env.DATABASE_URL ?? "", { max: 1, onnotice: () => undefined });
afterAll(() => owner.end());

it("what a registration and new days off write of the steps of the gate is on the chain: verify raises no false alarm", async () => {
  const county = await testCounty();
  const at = (username: string, hour: string) => county.as(username, { now: instantOf("2026-11-26", hour) });
  const asked = { ...askedHarmless, familyViolence: "yes" as const, inCourt: "unclear" as const };
  const { disputeId } = await registerDispute(at("officer", "11:00"), intake({ asked }));
  const { years } = await yearsOfDays(at("county", "11:01"));
  const year = years.find((one) => one.year === 2026);
  const entered = {
    year: 2026,
    notice: "县办〔2026〕9号",
    worked: year?.worked ?? [],
    entrySeen: year?.entry?.id ?? null,
  };
  await setDays(at("county", "11:02"), setDaysInput.parse({ ...entered, free: [...(year?.free ?? []), "2026-11-27"] }));
  const [written] = await database().execute<{ steps: number; moved: number }>(sql`
    select (select count(*)::int from gate_steps where dispute_id = ${disputeId}::uuid) as steps,
      (select count(*)::int from events where dispute_id = ${disputeId}::uuid and action = 'proceeding.moveDueDay') as moved`);
  expect(written).toEqual({ steps: 5, moved: 1 });
  const report = await owner.begin((tx) => verifyDatabase(tx as unknown as Sql, { triggers: [], signed: null }));
  expect(report.content.faults).toEqual([]);
  expect(report.chains.faults).toEqual([]);
});
