import { continueUpload, type UploadState, uploadState } from "@/server/files/continue-upload";
import { dropUpload } from "@/server/files/drop-upload";
import { invalid } from "@/server/kernel/problem";
import { readArrived } from "../../../read-arrived";
import { ofAll, ofPerson } from "../../in-turn";
import { bytesIn, tusAnswer, withTus } from "../tus";

type Params = { params: Promise<{ uploadId: string }> };

const stateHeaders = ({ offset, until }: UploadState) => ({
  "upload-offset": String(offset),
  "upload-expires": new Date(until).toUTCString(),
});

/** How far one's own upload has come. */
export async function HEAD(request: Request, { params }: Params): Promise<Response> {
  return withTus(request, async (ctx) => {
    const state = await uploadState(ctx, (await params).uploadId);
    return tusAnswer(200, { ...stateHeaders(state), "upload-length": String(state.bytes) });
  });
}

/** Takes the piece at Upload-Offset; what arrives of one that breaks off is kept. With the last one the file is judged and added. */
export async function PATCH(request: Request, { params }: Params): Promise<Response> {
  return withTus(request, async (ctx) => {
    const at = bytesIn(request, "upload-offset");
    if (at === null) throw invalid("invalid");
    if (request.headers.get("content-type") !== "application/offset+octet-stream") return tusAnswer(415);
    const { uploadId } = await params;
    return ofPerson(ctx.actor.personId, async () => {
      const state = await continueUpload(ctx, uploadId, at, (most) => readArrived(request, most), ofAll);
      return tusAnswer(204, stateHeaders(state));
    });
  });
}

/** Gives one's own upload up. */
export async function DELETE(request: Request, { params }: Params): Promise<Response> {
  return withTus(request, async (ctx) => {
    await dropUpload(ctx, (await params).uploadId);
    return tusAnswer(204);
  });
}
