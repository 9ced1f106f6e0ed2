import type { Context } from "../kernel/context";
import { newId } from "../kernel/ids";
import { invalid } from "../kernel/problem";
import type { AddFileInput } from "./inputs";
import { requireMayAdd, requireSize } from "./parts/add-to-lane";
import { typeOfName } from "./parts/file-kinds";
import { unfinishedUploads } from "./parts/file-limits";
import { beginAt, dropAt, namesIn, unfinishedFolder } from "./parts/unfinished-uploads";

/** What somebody says of a file before its first byte. */
export interface UploadSaid {
  key: string;
  input: AddFileInput;
  bytes: number;
}

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
  await beginAt({ countyId, personId, uploadId }, { ...said, until });
  const all = (await namesIn(unfinishedFolder(countyId, personId))).sort();
  for (const old of all.slice(0, -unfinishedUploads.most)) await dropAt({ countyId, personId, uploadId: old });
  return { uploadId, until };
}
