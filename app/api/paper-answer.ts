import { disposition } from "./files/file-headers";

interface Given {
  name: string;
  mime: string;
  bytes: Buffer;
}

/** A paper as it is given out: PDF opens in the browser, anything else is downloaded. */
export const paperAnswer = ({ name, mime, bytes }: Given): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": mime,
      "Content-Length": String(bytes.length),
      "Content-Disposition": disposition(name, mime === "application/pdf"),
      // Without "sandbox", in which browsers show no PDF; nothing but the paper itself is allowed.
      "Content-Security-Policy":
        "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'",
      "Cross-Origin-Resource-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
