import { and, desc, eq } from "drizzle-orm";
import { agreements } from "@/db/schema/agreements";
import { sealedPapers } from "@/db/schema/papers";
import { signingRequests } from "@/db/schema/signing";
import { readDispute } from "../access/gate";
import type { SigningVisit } from "../access/link-entry";
import { printedCode } from "../access/link-secret";
import { keptBytes } from "../files/parts/kept-bytes";
import type { Context } from "../kernel/context";
import { notFound } from "../kernel/problem";
import { asActor } from "../kernel/transaction";

/** A sealed agreement that can be opened. */
export interface SealedPaper {
  agreementId: string;
  number: string | null;
  /** As it is printed. */
  code: string;
  sealedAt: string;
  signedAt: string;
  bytes: number;
}

/** The sealed agreements of a matter, the newest first. */
export function sealedOfDispute(ctx: Context, { disputeId }: { disputeId: string }): Promise<SealedPaper[]> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    await readDispute(tx, actor, "paper.read", disputeId);
    const rows = await tx
      .select({ sealed: sealedPapers, number: agreements.number })
      .from(sealedPapers)
      .innerJoin(
        agreements,
        and(eq(agreements.countyId, sealedPapers.countyId), eq(agreements.id, sealedPapers.agreementId)),
      )
      .where(and(eq(sealedPapers.countyId, actor.countyId), eq(sealedPapers.disputeId, disputeId)))
      .orderBy(desc(sealedPapers.sealedAt))
      .limit(20);
    return rows.map(({ sealed, number }) => ({
      agreementId: sealed.agreementId,
      number,
      code: printedCode(sealed.code),
      sealedAt: sealed.sealedAt.toISOString(),
      signedAt: sealed.signedAt.toISOString(),
      bytes: sealed.bytes,
    }));
  });
}

/**
 * The sealed agreement with its bytes, the same for everybody who works on the matter. Not there before it was sealed and signed;
 * bytes that differ from what was signed are refused.
 */
export async function readSealedPaper(ctx: Context, agreementId: string): Promise<{ name: string; bytes: Buffer }> {
  const { actor } = ctx;
  const found = await asActor(ctx, async (tx) => {
    const [row] = await tx
      .select({ disputeId: sealedPapers.disputeId, sha256: sealedPapers.pdfSha256, number: agreements.number })
      .from(sealedPapers)
      .innerJoin(
        agreements,
        and(eq(agreements.countyId, sealedPapers.countyId), eq(agreements.id, sealedPapers.agreementId)),
      )
      .where(and(eq(sealedPapers.countyId, actor.countyId), eq(sealedPapers.agreementId, agreementId)));
    if (!row) throw notFound();
    await readDispute(tx, actor, "paper.read", row.disputeId);
    return row;
  });
  return {
    name: sealedName(found.number),
    bytes: await keptBytes(actor.countyId, found.sha256),
  };
}

/**
 * The same file by the link of a party that was asked to sign, or of whoever signed for it: everybody who is bound gets their
 * copy after the seal. Not there before, and not for a witness, whose name alone stands in it.
 */
export async function sealedByLink(visit: SigningVisit): Promise<{ name: string; base64: string }> {
  const { countyId } = visit.actor;
  const found = await asActor({ actor: visit.actor, now: visit.now }, async (tx) => {
    const [row] = await tx
      .select({ sha256: sealedPapers.pdfSha256, number: agreements.number })
      .from(signingRequests)
      .innerJoin(
        agreements,
        and(
          eq(agreements.countyId, signingRequests.countyId),
          eq(agreements.id, signingRequests.agreementId),
          eq(agreements.status, "effective"),
        ),
      )
      .innerJoin(
        sealedPapers,
        and(eq(sealedPapers.countyId, agreements.countyId), eq(sealedPapers.agreementId, agreements.id)),
      )
      .where(
        and(
          eq(signingRequests.countyId, countyId),
          eq(signingRequests.id, visit.requestId),
          eq(signingRequests.signerKind, "party"),
        ),
      );
    if (!row) throw notFound();
    return row;
  });
  const bytes = await keptBytes(countyId, found.sha256);
  return { name: sealedName(found.number), base64: bytes.toString("base64") };
}

/** What the file is called on the reader's machine. */
const sealedName = (number: string | null): string => `${number ?? ""}人民调解协议书.pdf`;
