import type { Context } from "../kernel/context";
import { notFound } from "../kernel/problem";
import { dropAt, placeOf, uploadAt } from "./parts/unfinished-uploads";

/** Lets go what has come of one's own upload; a file that was added stays. */
export async function dropUpload(ctx: Context, uploadId: string): Promise<void> {
  const place = placeOf(ctx, uploadId);
  if (!(await uploadAt(place))) throw notFound();
  await dropAt(place);
}
