import * as z from "zod";
import { notFound } from "@/server/kernel/problem";
import { readSealedPaper } from "@/server/sealed-papers/queries";
import { disposition } from "../../files/file-headers";
import { withPerson } from "../../files/refusal";

/** Serves a sealed agreement, signed as it is, to whoever works on its matter; it opens in the browser. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ agreementId: string }> },
): Promise<Response> {
  const { agreementId } = await params;
  return withPerson(
    request,
    async (ctx) => {
      if (!z.uuid().safeParse(agreementId).success) throw notFound();
      const { name, bytes } = await readSealedPaper(ctx, agreementId);
      return new Response(new Uint8Array(bytes), {
        headers: {
          "Content-Type": "application/pdf",
          "Content-Length": String(bytes.length),
          "Content-Disposition": disposition(name, true),
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
