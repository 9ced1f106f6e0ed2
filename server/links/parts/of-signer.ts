import type { LinkVisit, SigningVisit } from "../../access/link-entry";
import { notFound } from "../../kernel/problem";

/** The visit of whoever was asked to sign; a link to anything else has no such procedure. */
export function ofSigner(visit: LinkVisit): SigningVisit {
  if (!("requestId" in visit)) throw notFound();
  return visit;
}
