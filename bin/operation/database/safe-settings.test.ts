import postgres from "postgres";
import { expect, it } from "vitest";
import { demandSafeSettings } from "./safe-settings.mjs";

it("refuses a server that may lose what it has confirmed, and names the settings", async () => {
  const url = process.env.DATABASE_URL ?? "";
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  const [row] = await sql<{ value: string }[]>`select current_setting('fsync') as value`;
  const [commit] = await sql<{ value: string }[]>`select current_setting('synchronous_commit') as value`;
  await sql.end();
  // The server of these tests is one that is thrown away after the run.
  expect([row?.value, commit?.value]).toContain("off");
  await expect(demandSafeSettings(url)).rejects.toThrow(/Not started: .*synchronous_commit.* off/);
});
