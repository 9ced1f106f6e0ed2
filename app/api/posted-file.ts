import { queueOf } from "@/server/access/in-turn";
import { spendFrom } from "@/server/access/limits";
import { boundedBody } from "./bounded-body";
import { busy } from "./busy";

/** Files of people without an account that are in memory at once; the bodies of others are not read before. */
const inTurn = queueOf({ atOnce: 6, most: 60, busy });

/**
 * What `look` makes of the file of a form, as long as it is no larger than `most`; null where the form has none, 413 for one that is
 * too large. Nothing of it is kept. It counts for the address it comes from before any of it is read.
 */
export async function withPostedFile<T>(
  request: Request,
  { most, address }: { most: number; address: string | null },
  look: (file: Buffer) => Promise<T>,
): Promise<T | null | 413> {
  await spendFrom("file", address);
  return inTurn(async () => {
    const body = await boundedBody(request, most, 3 * most);
    if (!body) return 413;
    const headers = { "content-type": request.headers.get("content-type") ?? "" };
    const form = await new Response(body, { headers }).formData().catch(() => null);
    const file = form?.get("file");
    return file instanceof File && file.size > 0 ? look(Buffer.from(await file.arrayBuffer())) : null;
  });
}
