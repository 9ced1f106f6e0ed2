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
import { rowFiller } from "../../testing/rows/fill-row";
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

it("what stood in a table before the chain covered it is covered once by an upgrade, and an event says so", async () => {
  const county = await testCounty();
  const { disputeId } = await registerDispute(county.as("officer"), intake());
  const { countyId } = county;
  const filler = await rowFiller();
  await filler.write([
    filler.row("number_starts", { county_id: countyId }),
    filler.row("registration_slips", {
      ...{ county_id: countyId, dispute_id: disputeId, code_hash: "a".repeat(64) },
      expires_at: instantOf("2099-01-01", "09:00").toISOString(),
    }),
  ]);
  const faults = async () => {
    const report = await owner.begin((tx) => verifyDatabase(tx as unknown as Sql, { triggers: [], signed: null }));
    expect(report.chains.faults).toEqual([]);
    return report.content.faults.map(({ row, fault }) => `${row.split(" ")[0]} ${fault}`).sort();
  };
  const covered = () => owner`select actor_kind, payload from events where action = 'content.cover'`;
  expect(await faults()).toEqual(["number_starts added", "registration_slips added"]);
  const upgrade = () => owner`select app.cover_existing(), app.note_covered()`;
  for (const _ of ["the upgrade", "the next one"]) await upgrade();
  expect(await faults()).toEqual([]);
  expect([...(await covered())]).toEqual([
    { actor_kind: "system", payload: '{"tables": ["number_starts", "registration_slips"]}' },
  ]);
  // Whoever alters them from then on, or puts in another, is found, also after one more upgrade.
  const put = filler.row("number_starts", { county_id: countyId, last_used: 7 });
  await filler.write([put, "update registration_slips set expires_at = expires_at + interval '1 year'"]);
  await upgrade();
  expect(await faults()).toEqual(["number_starts added", "registration_slips changed"]);
});
