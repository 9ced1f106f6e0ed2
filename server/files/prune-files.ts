import { namedBytes } from "../access/named-bytes";
import type { FileStore } from "./parts/file-store";
import { sweepUploads } from "./parts/sweep-uploads";

/** Longer than any upload takes from its bytes to its row. */
const grace = 24 * 60 * 60_000;
/** More than a day's broken uploads leave; the rest waits for the next night. */
const mostAtOnce = 5_000;

/**
 * Removes bytes older than a day that no row names: uploads whose row was refused or never came, and partial files
 * left by a crash. Only folders of counties this database knows are looked at, because other installations may share
 * the store. Gives how many were removed. Uploads that were given up go with them.
 */
export async function pruneFiles(store: FileStore, now: Date): Promise<number> {
  const before = new Date(now.getTime() - grace);
  let removed = 0;
  const named = await namedBytes(now);
  await sweepUploads(
    named.map(({ countyId }) => countyId),
    now,
  );
  for (const { countyId, hashes } of named) {
    for await (const names of store.names(countyId))
      for (const name of names) {
        if (hashes.has(name)) continue;
        if (removed === mostAtOnce) return removed;
        if (await store.removeOlder(countyId, name, before)) removed += 1;
      }
  }
  return removed;
}
