import { spend } from "@/server/access/limits";
import { beginUpload } from "@/server/files/begin-upload";
import { fileBytes } from "@/server/files/parts/file-limits";
import { invalid } from "@/server/kernel/problem";
import { uploadFields } from "../upload-fields";
import { bytesIn, extensions, metadataIn, tusAnswer, version, withTus } from "./tus";

/** Which of the protocol is spoken, to whoever asks. */
export function OPTIONS(): Response {
  const most = String(fileBytes);
  return tusAnswer(204, { "tus-version": version, "tus-extension": extensions, "tus-max-size": most });
}

/** Begins a file that comes in pieces: Upload-Length, and in Upload-Metadata what the form of one file says. */
export async function POST(request: Request): Promise<Response> {
  return withTus(request, async (ctx) => {
    await spend("fileUpload", ctx.actor.personId);
    const bytes = bytesIn(request, "upload-length");
    if (bytes === null) throw invalid("invalid");
    const fields = metadataIn(request);
    const said = uploadFields((name) => fields.get(name) || undefined);
    const { uploadId, until } = await beginUpload(ctx, { ...said, bytes });
    const expires = new Date(until).toUTCString();
    return tusAnswer(201, { location: `/api/files/uploads/${uploadId}`, "upload-expires": expires });
  });
}
