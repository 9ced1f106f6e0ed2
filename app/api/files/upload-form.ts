import type { AddFileInput } from "@/server/files/inputs";
import { fileBytes } from "@/server/files/parts/file-limits";
import { invalid } from "@/server/kernel/problem";
import { boundedBody } from "../bounded-body";
import { uploadFields } from "./upload-fields";

/** Room for the fields beside the file. */
const fieldBytes = 64 * 1024;
/** How much of a body that is too large is still read and discarded, so that the browser reads the answer. */
const drainLimit = 3 * fileBytes;

export interface UploadForm {
  key: string;
  input: AddFileInput;
  bytes: Buffer;
}

/**
 * Reads an upload and counts while it arrives: nothing above the limit is kept in memory.
 */
export async function readUpload(request: Request): Promise<UploadForm> {
  if (!request.body) throw invalid("fileMissing");
  const body = await boundedBody(request, fileBytes + fieldBytes, drainLimit);
  if (!body) throw invalid("fileTooLarge");
  const form = await new Response(body, { headers: { "content-type": request.headers.get("content-type") ?? "" } })
    .formData()
    .catch(() => null);
  if (!form) throw invalid("invalid");
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) throw invalid("fileMissing");
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const said = uploadFields((name) => (name === "name" ? file.name : text(name)));
  return { ...said, bytes: Buffer.from(await file.arrayBuffer()) };
}
