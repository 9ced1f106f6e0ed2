import { and, eq, sql } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { signingRequests } from "@/db/schema/signing";
import { newSecrets, shownOnce, writeLink } from "../access/new-link";
import { checkSigner, type SignerColumns } from "../agreements/parts/check-signer";
import { agreementOf } from "../agreements/parts/find-agreement";
import { type Act, perform } from "../disputes/perform";
import { interpreterOf } from "../interpreters/parts/interpreter-of";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict, notFound } from "../kernel/problem";
import type { AskToSignInput } from "./inputs";
import { type AskedColumns, revokeRequests } from "./parts/revoke-requests";

const hour = 3_600_000;

/** Shown to the maker once and stored nowhere, as the link to an invitation. */
export interface AskedToSign {
  requestId: string;
  expiresAt: string;
  /** For the fragment of the address: /i#token. Null on a replay of the same act. */
  token: string | null;
  code: string | null;
}

/**
 * Makes a link with which one signer reads the paper and signs it on a phone of their own, for the hours the county's rule
 * gives and no longer than the paper is out for signing; a new one revokes the one before. Whoever could not sign at the
 * table is not asked (`checkSigner`). Refuses with notSigning, alreadySigned and, where there is neither a phone nor an ID
 * number whose last digits could be asked, digitsNeeded.
 */
export async function askToSign(ctx: ActContext, input: AskToSignInput): Promise<AskedToSign> {
  const secrets = newSecrets();
  const made = await perform(ctx, "agreement.askToSign", input, async (act) => {
    const { tx, countyId, dispute, now, rules, actor } = act;
    const agreement = await agreementOf(act);
    if (agreement.status !== "signing") throw conflict("notSigning");
    const signer = await askedOf(act, agreement.id, input);
    await revokeRequests(act, agreement.id, signer);
    const requestId = newId(now);
    const { signedByLinkId: byLinkId = null, ...who } = signer;
    await tx.insert(signingRequests).values({
      ...who,
      countyId,
      id: requestId,
      disputeId: dispute.id,
      agreementId: agreement.id,
      byLinkId,
      askedBy: actor.personId,
      askedAt: now,
    });
    const until = new Date(now.getTime() + rules["link.hours"] * hour);
    const link = { countyId, disputeId: dispute.id, opens: { requestId }, by: actor.personId, now, until };
    await writeLink(tx, secrets, link);
    const expiresAt = until.toISOString();
    return {
      result: { requestId, expiresAt, tokenHash: secrets.tokenHash },
      payload: { agreementId: agreement.id, request: requestId, signer: signer.signerKind, until: expiresAt },
    };
  });
  return { requestId: made.requestId, expiresAt: made.expiresAt, ...shownOnce(made, secrets) };
}

/** Who is asked, as the columns of the request. */
async function askedOf(act: Act<PersonActor>, agreementId: string, { signer }: AskToSignInput): Promise<AskedColumns> {
  if (signer.kind === "interpreter") {
    const row = await interpreterOf(act, signer.interpreterId);
    if (row.agreementId !== agreementId) throw notFound();
    if (row.signedAt) throw conflict("alreadySigned");
    if (row.personId) await requirePhone(act, row.personId);
    else if (row.phone === "") throw conflict("digitsNeeded", { name: row.name });
    return { signerKind: "witness", interpreterId: row.id };
  }
  const asked = await checkSigner(act, { signer, means: "sign" });
  await requireUnsigned(act, agreementId, asked);
  await requireDigits(act, asked);
  return asked;
}

async function requireUnsigned({ tx, countyId }: Act, agreementId: string, signer: SignerColumns): Promise<void> {
  const [signed] = await tx.execute(sql`
    select 1 from signatures where county_id = ${countyId}::uuid and agreement_id = ${agreementId}::uuid
      and (party_id = ${signer.partyId ?? null}::uuid or person_id = ${signer.personId ?? null}::uuid)`);
  if (signed) throw conflict("alreadySigned");
}

/** They are asked for the last digits of a number that is known of them, so that there has to be one. */
async function requireDigits(act: Act<PersonActor>, signer: SignerColumns): Promise<void> {
  const { tx, countyId } = act;
  if (signer.signerKind !== "party") return requirePhone(act, signer.personId);
  const { partyId, signedByLinkId } = signer;
  const [found] = await tx.execute<{ name: string; isKnown: boolean }>(
    signedByLinkId === null
      ? sql`select name, phone <> '' or id_number <> '' as "isKnown" from app.readable_parties where county_id = ${countyId}::uuid and id = ${partyId}::uuid`
      : sql`select name, phone <> '' as "isKnown" from app.readable_party_links where county_id = ${countyId}::uuid and id = ${signedByLinkId}::uuid`,
  );
  if (!found?.isKnown) throw conflict("digitsNeeded", { name: found?.name ?? "" });
}

async function requirePhone({ tx, countyId }: Act<PersonActor>, personId: string): Promise<void> {
  const [person] = await tx
    .select({ phone: people.phone, name: people.name })
    .from(people)
    .where(and(eq(people.countyId, countyId), eq(people.id, personId)));
  if (!/\d{4}$/.test(person?.phone ?? "")) throw conflict("digitsNeeded", { name: person?.name ?? "" });
}
