import type { Context } from "../kernel/context";
import { newId } from "../kernel/ids";
import { invalid } from "../kernel/problem";
import { requireMayAdd, requireSize } from "./parts/add-to-lane";
import { typeOfName } from "./parts/file-kinds";
import { unfinishedUploads } from "./parts/file-limits";
import { type AboutUpload, beginAt, dropAt, namesIn, placeOf, unfinishedFolder } from "./parts/unfinished-uploads";

/** What somebody says of a file before its first byte. */
export type UploadSaid = Omit<AboutUpload, "until">;

/**
 * Begins to take a file in pieces, from whoever may add it now; `continueUpload` asks again with the last one. Somebody who
 * leaves many unfinished loses the oldest. Refuses a name that no file may have and what is too large before any of it comes.
 */
export async function beginUpload(ctx: Context, said: UploadSaid): Promise<{ uploadId: string; until: string }> {
  const { actor, now } = ctx;
  requireSize(said.bytes);
  if (!typeOfName(said.input.name)) throw invalid("fileKindRefused");
  await requireMayAdd(ctx, said.input);
  const { countyId, personId } = actor;
  const uploadId = newId(now);
  const until = new Date(now.getTime() + unfinishedUploads.hours * 3_600_000).toISOString();
  await beginAt(placeOf(ctx, uploadId), { ...said, until });
  const all = (await namesIn(unfinishedFolder(countyId, personId))).sort();
  for (const old of all.slice(0, -unfinishedUploads.most)) await dropAt(placeOf(ctx, old));
  return { uploadId, until };
}
