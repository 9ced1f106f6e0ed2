import { stat } from "node:fs/promises";
import { dropAt, namesIn, unfinishedFolder, uploadAt } from "./unfinished-uploads";

/** Longer than a beginning takes. */
const grace = 24 * 60 * 60_000;

/**
 * Removes the uploads of these counties that were given up, also those of which nothing was said before a crash. Gives how
 * many were removed.
 */
export async function sweepUploads(countyIds: readonly string[], now: Date): Promise<number> {
  let removed = 0;
  for (const countyId of countyIds)
    for (const personId of await namesIn(unfinishedFolder(countyId)))
      for (const uploadId of await namesIn(unfinishedFolder(countyId, personId))) {
        const place = { countyId, personId, uploadId };
        const said = await uploadAt(place);
        const isOver = said
          ? new Date(said.until) <= now
          : await isOld(unfinishedFolder(countyId, personId, uploadId), now);
        if (!isOver) continue;
        await dropAt(place);
        removed += 1;
      }
  return removed;
}

const isOld = (folder: string, now: Date): Promise<boolean> =>
  stat(folder).then(
    ({ mtimeMs }) => mtimeMs < now.getTime() - grace,
    () => false,
  );
