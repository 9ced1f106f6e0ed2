import { describe, expect, it } from "vitest";
import { partyNamesIn } from "./party-names-in.mjs";

const found = (text: string) => partyNamesIn("server/x/y.ts", text).length;

describe("a party's own columns", () => {
  it.each([
    "tx.select({ name: parties.name })",
    "eq(parties.phone, digits)",
    "partyLinks.note",
    "policeCalls.callerName",
    "sql`select p.id from parties p`",
    "sql`select 1 from x\n  left join parties pa on true`",
    "sql`select l.name from party_links l`",
    "sql`select c.caller_name from police_calls c`",
    "tx\n  .select()\n  .from(parties)",
    'import { hashOf, decrypted } from "@/db/encryption/encrypt";',
  ])("are found in %s", (text) => expect(found(text)).toBe(1));

  it.each([
    "tx.select({ side: parties.side }).from(parties)",
    "sql`select p.name from app.readable_parties p`",
    'sql`select c.caller_name as "callerName" from app.readable_calls c`',
    "// from parties",
    "/** join parties by hand */",
    "tx.insert(parties).values(row)",
  ])("are not seen in %s", (text) => expect(found(text)).toBe(0));
});
