import { createWriteStream, existsSync } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { readSealed } from "../backup/read-backup.mjs";
import { namesIn, placesIn } from "./archive-places.mjs";

/**
 * Puts the papers of an archive back that the store has not got. Those that no row names yet do no harm: they are stored
 * by their hash, and removed by the nightly pruning.
 * @param {string} papers the folder of the file store
 * @param {Pick<import("./archive-settings.mjs").Archive, "folder" | "key">} archive
 * @returns {Promise<number>} how many came back
 */
export async function restorePapers(papers, { folder, key }) {
  const places = placesIn(folder);
  let put = 0;
  for (const county of await namesIn(places.papers))
    for (const each of await namesIn(path.join(places.papers, county))) {
      const name = each.slice(0, -".paper".length);
      const place = path.join(papers, county, name.slice(0, 2), name);
      if (!/^[0-9a-f]{64}\.paper$/.test(each) || existsSync(place)) continue;
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      const bytes = readSealed(path.join(places.papers, county, each), key, { kind: "paper", name });
      await pipeline(bytes, createWriteStream(`${place}.part`, { mode: 0o600, flush: true }));
      await rename(`${place}.part`, place);
      put += 1;
    }
  return put;
}
