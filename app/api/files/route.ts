import { isOwnUpload } from "@/app/api/trpc/[trpc]/same-origin";
import { spend } from "@/server/access/limits";
import { addFile } from "@/server/files/add-file";
import { ofAll, ofPerson } from "./in-turn";
import { withPerson } from "./refusal";
import { readUpload } from "./upload-form";

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
