import { isOwnUpload } from "@/app/api/trpc/[trpc]/same-origin";
import { queueOf, queuesOf } from "@/server/access/in-turn";
import { spend } from "@/server/access/limits";
import { addFile } from "@/server/files/add-file";
import { Problem } from "@/server/kernel/problem";
import { withPerson } from "./refusal";
import { readUpload } from "./upload-form";

const busy = () => new Problem("tooMany", "tooManyRequests", { minutes: 1 });
/**
 * A few files of one person at once; the bodies of the others are not read before. Twenty-four pictures sent together kept
 * everybody else's photo waiting for more than a minute and a half, and all of them were in memory.
 */
const ofPerson = queuesOf({ atOnce: 2, most: 60, busy });
/** A file in work takes several times its size: as it came, taken apart, judged and drawn anew. */
const ofAll = queueOf({ atOnce: 4, most: 400, busy });

/** Takes one file as multipart/form-data: key, disputeId, sessionId, lane, side, file. Answers `{ fileId }`. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnUpload(request)) return new Response(null, { status: 403 });
  return withPerson(request, async (ctx) => {
    await spend("fileUpload", ctx.actor.personId);
    return ofPerson(ctx.actor.personId, async () => {
      const { key, input, bytes } = await readUpload(request);
      return Response.json(await ofAll(() => addFile({ ...ctx, key }, input, bytes)));
    });
  });
}
