import { and, eq } from "drizzle-orm";
import { signingRequests } from "@/db/schema/signing";
import { revokeLinks } from "../access/new-link";
import { agreementOf } from "../agreements/parts/find-agreement";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import type { StopAskingInput } from "./inputs";

/** Revokes the link with which somebody would sign, or would see the copy, and ends its open visit. Refuses with noLink. */
export function stopAsking(ctx: ActContext, input: StopAskingInput): Promise<{ requestId: string }> {
  return perform(ctx, "agreement.stopAsking", input, async (act) => {
    const { tx, countyId, now } = act;
    const agreement = await agreementOf(act);
    const [request] = await tx
      .select({ id: signingRequests.id })
      .from(signingRequests)
      .where(
        and(
          eq(signingRequests.countyId, countyId),
          eq(signingRequests.agreementId, agreement.id),
          eq(signingRequests.id, input.requestId),
        ),
      );
    if (!request) throw notFound();
    if ((await revokeLinks(tx, countyId, { requestId: request.id }, now)) === 0) throw conflict("noLink");
    return { result: { requestId: request.id }, payload: { agreementId: agreement.id, request: request.id } };
  });
}
