import * as z from "zod";
import { notFound } from "@/server/kernel/problem";
import { readPaper } from "@/server/papers/read-paper";
import { disposition } from "../../../files/file-headers";
import { withPerson } from "../../../files/refusal";

const format = z.enum(["pdf", "docx"]);

/** Serves an official paper to whoever asked for it: PDF opens in the browser, Word is downloaded. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ paperId: string; format: string }> },
): Promise<Response> {
  const asked = await params;
  return withPerson(
    request,
    async (ctx) => {
      const wanted = format.safeParse(asked.format);
      if (!wanted.success || !z.uuid().safeParse(asked.paperId).success) throw notFound();
      const { name, mime, bytes } = await readPaper(ctx, asked.paperId, wanted.data);
      return new Response(new Uint8Array(bytes), {
        headers: {
          "Content-Type": mime,
          "Content-Length": String(bytes.length),
          "Content-Disposition": disposition(name, wanted.data === "pdf"),
          // Without "sandbox", in which browsers show no PDF; nothing but the paper itself is allowed.
          "Content-Security-Policy":
            "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'",
          "Cross-Origin-Resource-Policy": "same-origin",
          "X-Content-Type-Options": "nosniff",
          "Cache-Control": "no-store",
        },
      });
    },
    "paper.read",
  );
}
