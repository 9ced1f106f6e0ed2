import { sql } from "drizzle-orm";
import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countRows, upgradedRelease } from "@/bin/operation/testing/filled-release";
import { decrypted, type Place } from "@/db/encryption/encrypt";
import { asSuperuser } from "../as-login";
import { wholeDump } from "../dump";
import { verifiesWhole } from "./verifies-whole";

interface Contact {
  table: "parties" | "party_links" | "police_calls";
  column: "phone" | "address";
  countyId: string;
  id: string;
  value: string;
}

/** Phones and home addresses of parties, of those beside them and of callers, as they are stored. */
const contactsIn = (client: postgres.Sql) =>
  client.unsafe<Contact[]>(
    (["parties phone", "parties address", "party_links phone", "police_calls phone"] as const)
      .map((each) => each.split(" "))
      .map(
        ([
          table,
          column,
        ]) => `select '${table}' as table, '${column}' as column, county_id as "countyId", id, ${column} as value
          from ${table} where ${column} <> ''`,
      )
      .join(" union all "),
  );

/** Tables whose rows a migration since that release works out anew. */
const workedOutAnew = ["dispute_access"];

let upgraded: Awaited<ReturnType<typeof upgradedRelease>>;
let rowsBefore: Record<string, number>;
let contactsBefore: Contact[];
beforeAll(async () => {
  upgraded = await upgradedRelease("first", async (admin) => {
    rowsBefore = await countRows(admin);
    contactsBefore = await contactsIn(admin);
  });
});
afterAll(() => upgraded.remove());

describe("a database of the first release, upgraded", () => {
  it("has lost no row", async () => {
    expect(Object.values(rowsBefore).reduce((sum, rows) => sum + rows, 0)).toBeGreaterThan(5000);
    const after = await countRows(upgraded.client);
    const kept = (counts: Record<string, number | undefined>) =>
      Object.keys(rowsBefore)
        .filter((table) => !workedOutAnew.includes(table))
        .map((table) => [table, counts[table]]);
    expect(kept(after)).toEqual(kept(rowsBefore));
  });

  it("holds phones and addresses encrypted, each as it was for whoever has the key, and in no other place", async () => {
    expect(contactsBefore.length).toBeGreaterThan(50);
    const after = await contactsIn(upgraded.client);
    const inOrder = (all: readonly Contact[]) => all.map((each) => JSON.stringify(each)).sort();
    expect(after.filter(({ value }, i) => !value.startsWith("e1.") || value === contactsBefore[i]?.value)).toEqual([]);
    const plain = after.map((each) => ({ ...each, value: decrypted(each as Place, each.value) }));
    expect(inOrder(plain)).toEqual(inOrder(contactsBefore));
    const phones = new Set(contactsBefore.filter(({ column }) => column === "phone").map(({ value }) => value));
    const dump = await wholeDump();
    expect([...phones].filter((phone) => dump.includes(phone))).toEqual([]);
    // The files themselves: a row that was changed stays in its page until the table is written anew.
    const { db, close } = asSuperuser();
    await db.execute(sql`checkpoint`);
    const [files] = await db.execute<{ bytes: string }>(sql`
      select string_agg(encode(pg_read_binary_file(pg_relation_filepath(name::regclass)), 'escape'), '') as bytes
      from unnest(array['parties', 'party_links', 'police_calls']) name`);
    await close();
    expect(files?.bytes).toContain("e1.");
    expect([...phones].filter((phone) => files?.bytes.includes(phone))).toEqual([]);
  });

  it("keeps every chain of events whole, and every covered row is what its act wrote or what the upgrade found", () =>
    verifiesWhole(upgraded.client));
});
