import type postgres from "postgres";
import { openDatabase } from "@/db/client";
import { decrypted, type Place } from "@/db/encryption/encrypt";
import { type EncryptedColumn, encryptedColumns } from "@/db/encryption/encrypted-columns";
import { keysInUse, reencryptStale } from "@/db/encryption/keep-encrypted";
import { messageCutter } from "./cut-messages";

type Value = Record<"county_id" | "id" | "value", string>;

/** Every encrypted text of the database, opened with the keys there are. */
async function openedTexts(client: postgres.Sql): Promise<string[]> {
  const texts: string[] = [];
  for (const { table, column, of } of encryptedColumns as readonly EncryptedColumn[]) {
    const rows = await client.unsafe<Value[]>(
      `select county_id, ${of?.id ?? "id"} as id, ${column} as value from ${table} where ${column} <> '' order by 1, 2, id`,
    );
    for (const { county_id: countyId, id, value } of rows)
      texts.push(decrypted({ countyId, table: of?.table ?? table, column, id } as Place, value));
  }
  return texts;
}

/**
 * Changes to the newest key again and again, cut after one message more each time, until one change comes to its end. Gives the
 * keys that were in use after each, and how often something did not open as before.
 */
export async function cutRekeying(client: postgres.Sql): Promise<{ keys: string[]; unlike: number }> {
  const url = process.env.DATABASE_URL ?? "";
  const cutter = await messageCutter(url);
  const before = (await openedTexts(client)).join("\n");
  const keys: string[] = [];
  let unlike = 0;
  for (let isWhole = false; !isWhole; ) {
    const product = openDatabase(cutter.through(url), { max: 1 });
    // The driver repeats a first connection by itself.
    await product.client`select 1`;
    cutter.cutAfter(keys.length + 1, "QE");
    isWhole = await reencryptStale(product.client).then(
      () => true,
      () => false,
    );
    cutter.cutAfter(Number.POSITIVE_INFINITY, "");
    await product.close();
    if ((await openedTexts(client)).join("\n") !== before) unlike += 1;
    keys.push((await keysInUse(client)).join());
  }
  await cutter.close();
  return { keys, unlike };
}
