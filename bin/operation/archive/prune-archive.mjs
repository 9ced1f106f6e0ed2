import { rm, stat } from "node:fs/promises";
import path from "node:path";
import { basesOf, isSegment, namesIn, placeInLog, placesIn } from "./archive-places.mjs";

/**
 * Removes what no moment needs that can still be restored: base copies beyond the newest `bases`, segments older than the
 * first one that the oldest kept copy needs, and papers that were gone from the store before that copy was made.
 * @param {import("./archive-settings.mjs").Archive} archive
 * @param {string} papers the folder of the file store
 * @returns {Promise<{ bases: number, segments: number, papers: number }>} how many went
 */
export async function pruneArchive({ folder, bases: kept }, papers) {
  const all = await basesOf(folder);
  const [oldest] = all.slice(-kept);
  if (!oldest) return { bases: 0, segments: 0, papers: 0 };
  const gone = all.slice(0, -kept);
  for (const { file } of gone) await rm(file);
  const places = placesIn(folder);
  const needless = (await namesIn(places.segments)).filter((name) => {
    const segment = name.slice(0, 24);
    return isSegment(segment) && placeInLog(segment) < placeInLog(oldest.startSegment);
  });
  for (const name of needless) await rm(path.join(places.segments, name));
  return { bases: gone.length, segments: needless.length, papers: await prunePapers(places.papers, papers, oldest) };
}

/** Longer than a copy takes from the dating of the papers to its end. */
const longestCopy = 48 * 60 * 60_000;

/** @param {string} archived @param {string} papers @param {import("./archive-places.mjs").BaseFile} oldest */
async function prunePapers(archived, papers, oldest) {
  let removed = 0;
  for (const county of await namesIn(archived))
    for (const name of await namesIn(path.join(archived, county))) {
      const sha256 = name.slice(0, -".paper".length);
      const isStored = await stat(path.join(papers, county, sha256.slice(0, 2), sha256)).catch(() => null);
      const file = path.join(archived, county, name);
      if (isStored || (await stat(file)).mtimeMs >= oldest.at.getTime() - longestCopy) continue;
      await rm(file);
      removed += 1;
    }
  return removed;
}
