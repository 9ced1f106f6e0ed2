import type { Context } from "../kernel/context";
import { notFound } from "../kernel/problem";
import { dropAt, uploadAt } from "./parts/unfinished-uploads";

/** Lets go what has come of one's own upload; a file that was added stays. */
export async function dropUpload({ actor: { countyId, personId } }: Context, uploadId: string): Promise<void> {
  const place = { countyId, personId, uploadId };
  if (!(await uploadAt(place))) throw notFound();
  await dropAt(place);
}
