import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { draftAgreement } from "../agreements/draft-agreement";
import { draftAgreementInput, type ObligationInput, signAgreementInput } from "../agreements/inputs";
import { sealAgreement } from "../agreements/seal-agreement";
import { sendToSign } from "../agreements/send-to-sign";
import { signAgreement } from "../agreements/sign-agreement";
import type { RegisterDisputeInput } from "../disputes/inputs";
import { asActor } from "../kernel/transaction";
import { bookSession } from "../sessions/book-session";
import { bookSessionInput } from "../sessions/inputs";
import { recordSession } from "../sessions/record-session";
import { consented, guardiansOf, partiesOf } from "./convening";
import type { TestCounty } from "./county";
import { acceptedDispute } from "./disputes";

export interface Agreed {
  disputeId: string;
  proceedingId: string;
  /** Party ids in order. */
  parties: string[];
}

let held = 0;

/** A day and hour of the past year that no other fixture uses. */
function ownHour(): Date {
  held += 1;
  const start = new Date(Date.now() - 300 * 86_400_000).toISOString().slice(0, 10);
  return new Date(new Date(`${start}T01:00:00Z`).getTime() + (Math.floor(held / 10) * 24 + (held % 10)) * 3_600_000);
}

/** Registered, accepted, consented, one session held, and agreed in words; nothing drafted yet. */
export async function agreedDispute(county: TestCounty, over: Partial<RegisterDisputeInput> = {}): Promise<Agreed> {
  const accepted = await acceptedDispute(county, over);
  await consented(county, accepted);
  const parties = (await partiesOf(county, accepted)).map((party) => party.id);
  await heldSession(county, { ...accepted, parties });
  return { ...accepted, parties };
}

/** Books and records a session of all parties, and of these helpers, that ended in agreement. */
export async function heldSession(
  county: TestCounty,
  { disputeId, parties }: Agreed,
  personIds: string[] = [],
): Promise<void> {
  const startsAt = ownHour();
  const roomId = county.rooms["柳湾派出所调解室 驻所调解室一"] ?? "";
  const booking = bookSessionInput.parse({
    disputeId,
    kind: "joint",
    startsAt: startsAt.toISOString(),
    minutes: 60,
    roomId,
    personIds,
    partyIds: parties,
  });
  const { sessionId } = await bookSession(
    county.as("mediator", { now: new Date(startsAt.getTime() - 3_600_000) }),
    booking,
  );
  const people = await asActor(county.as("mediator"), (tx) =>
    tx.execute<{ id: string }>(sql`select id from session_people where session_id = ${sessionId}::uuid`),
  );
  await recordSession(county.as("mediator", { now: new Date(startsAt.getTime() + 3_000_000) }), {
    disputeId,
    sessionId,
    sessionVersion: 1,
    presentIds: people.map((row) => row.id),
    speakers: await guardiansOf(county, { disputeId }),
    result: "agreed",
    text: "各方当面谈成，愿意签协议。",
  });
}

const inAMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

/** 乙 pays 甲 so many fen, by a month from now unless said otherwise. */
export const payClause = (
  { parties }: Pick<Agreed, "parties">,
  amountFen: number,
  over: Partial<ObligationInput> = {},
): ObligationInput => ({
  kind: "pay",
  text: "乙方赔偿甲方墙面修补费",
  amountFen,
  dueOn: inAMonth(),
  proof: "receipt",
  verifierId: null,
  obligorPartyIds: [parties[1] ?? ""],
  obligeePartyIds: [parties[0] ?? ""],
  ...over,
});

/** Something to be done by these parties together, with a photo as proof. */
export const actClause = (obligorPartyIds: string[], over: Partial<ObligationInput> = {}): ObligationInput => ({
  kind: "act",
  text: "按鉴定意见加固墙体",
  amountFen: null,
  dueOn: inAMonth(),
  proof: "photo",
  verifierId: null,
  obligorPartyIds,
  obligeePartyIds: [],
  ...over,
});

/** The version of the draft that is there; null where there is none. */
async function draftSeen({ disputeId }: Pick<Agreed, "disputeId">): Promise<number | null> {
  const [draft] = await database().execute<{ version: number }>(
    sql`select version from agreements where dispute_id = ${disputeId}::uuid and status <> 'withdrawn'`,
  );
  return draft?.version ?? null;
}

/** Drafts these clauses in place of the draft that is there, or of the one in a version that was seen. */
export async function drafted(
  county: TestCounty,
  { disputeId }: Agreed,
  clauses: ObligationInput[],
  form: "written" | "oral" = "written",
  seen?: number | null,
) {
  const agreementVersion = seen === undefined ? await draftSeen({ disputeId }) : seen;
  const facts = "因装修拆墙发生纠纷，自愿达成协议。";
  const input = { agreementVersion, disputeId, form, facts, clauses };
  return draftAgreement(county.as("mediator"), draftAgreementInput.parse(input));
}

/** Somebody nobody knows is found to be part of the dispute, as a row that no verb wrote. */
export const strangerAppears = ({ disputeId }: Pick<Agreed, "disputeId">) =>
  database().execute(sql`insert into parties (county_id, id, dispute_id, side, position, kind, standing, name)
    select county_id, gen_random_uuid(), dispute_id, 3, max(position) + 1, 'unidentified', 'thirdParty', '穿蓝衣服的人'
    from parties where dispute_id = ${disputeId}::uuid group by county_id, dispute_id returning id`);

/** Everyone says yes to an oral agreement, themselves. */
export const everyYes = ({ disputeId, parties }: Pick<Agreed, "disputeId" | "parties">) => ({
  disputeId,
  saidYes: parties.map((partyId) => ({ partyId, linkId: null })),
});

/** One signature of a party, in person. */
export const partySigns = (county: TestCounty, { disputeId }: Agreed, partyId: string) =>
  signAgreement(
    county.as("mediator"),
    signAgreementInput.parse({ disputeId, signer: { kind: "party", partyId }, means: "sign" }),
  );

export const mediatorSigns = (county: TestCounty, { disputeId }: Agreed) =>
  signAgreement(
    county.as("mediator"),
    signAgreementInput.parse({ disputeId, signer: { kind: "mediator" }, means: "sign" }),
  );

/** Drafted, sent, and signed by every party and the lead; only the seal is missing. */
export async function signedAgreement(county: TestCounty, agreed: Agreed, clauses: ObligationInput[]) {
  await drafted(county, agreed, clauses);
  const sent = await sendToSign(county.as("mediator"), { disputeId: agreed.disputeId });
  for (const partyId of agreed.parties) await partySigns(county, agreed, partyId);
  await mediatorSigns(county, agreed);
  return sent;
}

/** An agreement in force, with its obligations in order. */
export async function sealedAgreement(county: TestCounty, agreed: Agreed, clauses: ObligationInput[]) {
  const { agreementId, number } = await signedAgreement(county, agreed, clauses);
  await sealAgreement(county.as("committee"), { disputeId: agreed.disputeId });
  const obligations = await asActor(county.as("mediator"), (tx) =>
    tx.execute<{ id: string; ordinal: number }>(
      sql`select id, ordinal from obligations where agreement_id = ${agreementId}::uuid order by ordinal`,
    ),
  );
  return { agreementId, number, obligationIds: obligations.map((row) => row.id) };
}
