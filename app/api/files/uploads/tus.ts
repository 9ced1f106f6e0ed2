import { isOwnPiece } from "@/app/api/trpc/[trpc]/same-origin";
import type { Context } from "@/server/kernel/context";
import { withPerson } from "../refusal";

/** The one version of the protocol that is spoken (https://tus.io/protocols/resumable-upload), and what of it. */
export const version = "1.0.0";
export const extensions = "creation,expiration,termination";

/** An answer of the protocol: without a body, in its version. */
export const tusAnswer = (status: number, headers: Record<string, string> = {}): Response =>
  new Response(null, { status, headers: { "tus-resumable": version, ...headers } });

/** Answers a call of a page of this installation in this version for whoever is signed in; others learn nothing of it. */
export async function withTus(request: Request, answer: (ctx: Context) => Promise<Response>): Promise<Response> {
  if (!isOwnPiece(request)) return new Response(null, { status: 403 });
  if (request.headers.get("tus-resumable") !== version) return tusAnswer(412, { "tus-version": version });
  const answered = await withPerson(request, answer, "file.add");
  answered.headers.set("tus-resumable", version);
  return answered;
}

/** A number of bytes in a header; null where it is none. */
export function bytesIn(request: Request, header: string): number | null {
  const said = request.headers.get(header) ?? "";
  return /^\d{1,12}$/.test(said) ? Number(said) : null;
}

/** The fields of Upload-Metadata: names, each with its value in base64, divided by commas. Two of one name are none. */
export function metadataIn(request: Request): Map<string, string> {
  const fields = new Map<string, string>();
  for (const pair of (request.headers.get("upload-metadata") ?? "").split(",")) {
    const [name = "", value = ""] = pair.trim().split(" ");
    const text = Buffer.from(value, "base64").toString("utf8");
    if (name && text) fields.set(name, fields.has(name) ? "" : text);
  }
  return fields;
}
