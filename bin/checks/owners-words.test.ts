import { expect, it } from "vitest";
import { ownersWords } from "./owners-words.mjs";

it.each([
  'import { database } from "@/db/client";',
  'import { type Database, database, type Tx } from "@/db/client";',
  'import {\n  database,\n  systemDatabase,\n} from "../../db/client";',
  "const url = process.env.DATABASE_URL;",
])("finds who asks for the owner's connection: %s", (text) => {
  expect(ownersWords("server/access/x.ts", text)).toHaveLength(1);
});

it.each([
  'import type { Tx } from "@/db/client";',
  'import { peopleDatabase, systemDatabase } from "@/db/client";',
  'import { database } from "./somewhere-else";',
  "const url = process.env.DATABASE_QUEUE_URL;",
])("leaves others alone: %s", (text) => {
  expect(ownersWords("server/access/x.ts", text)).toEqual([]);
});
