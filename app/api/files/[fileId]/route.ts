import * as z from "zod";
import { readFile } from "@/server/files/read-file";
import { notFound } from "@/server/kernel/problem";
import { disposition, spanOf } from "../file-headers";
import { withPerson } from "../refusal";

/**
 * Serves one file to people who may read its lane. Pictures may be shown in place; everything else is downloaded. No
 * file can be executed, framed, guessed at or cached.
 */
export async function GET(request: Request, { params }: { params: Promise<{ fileId: string }> }): Promise<Response> {
  const { fileId } = await params;
  return withPerson(request, async (ctx) => {
    if (!z.uuid().safeParse(fileId).success) throw notFound();
    const size = new URL(request.url).searchParams.get("size") === "small" ? "small" : "whole";
    const { name, mime, bytes, isPrivate } = await readFile(ctx, fileId, size);
    const headers = new Headers({
      "Content-Type": mime,
      "Content-Disposition": disposition(name, mime.startsWith("image/")),
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cross-Origin-Resource-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    });
    // A file whose opening is logged is served whole: range requests would log one opening many times.
    const isPlayed = !isPrivate && /^(audio|video)\//.test(mime);
    if (isPlayed) headers.set("Accept-Ranges", "bytes");
    const span = isPlayed ? spanOf(request.headers.get("range"), bytes.length) : null;
    if (span === "none") {
      headers.set("Content-Range", `bytes */${bytes.length}`);
      return new Response(null, { status: 416, headers });
    }
    const { from, to } = span ?? { from: 0, to: bytes.length - 1 };
    if (span) headers.set("Content-Range", `bytes ${from}-${to}/${bytes.length}`);
    headers.set("Content-Length", String(to - from + 1));
    return new Response(new Uint8Array(bytes.subarray(from, to + 1)), { status: span ? 206 : 200, headers });
  });
}
