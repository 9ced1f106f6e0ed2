import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { draftAgreement } from "../../agreements/draft-agreement";
import { draftAgreementInput } from "../../agreements/inputs";
import { sendToSign } from "../../agreements/send-to-sign";
import { type Agreed, actClause, agreedDispute, drafted, payClause, sealedAgreement } from "../agreements";
import { alertedGroup } from "../calls";
import { consented, invited } from "../convening";
import { type TestCounty, testCounty } from "../county";
import { acceptedDispute } from "../disputes";
import { type PoliceCase, policeCase, readyToMediate } from "../police";
import { booked } from "../sessions";

export interface Accepted {
  disputeId: string;
  proceedingId: string;
}
export interface WithAgreement extends Agreed {
  agreementId: string;
  obligationIds: string[];
}

/** Disputes at the relevant steps, made by the real verbs; each guard is then violated on one of them by raw SQL. */
export interface Scene {
  county: TestCounty;
  /** Accepted, nobody asked yet. */
  unasked: Accepted;
  /** Consented, the judge invited, a session booked in three days. */
  convened: Accepted & { invitationId: string; sessionId: string; partyIds: string[] };
  drafting: WithAgreement;
  signing: WithAgreement;
  inForce: WithAgreement;
  /** A police case led by the demo officer, with an agreement of one clause still being drafted. */
  police: PoliceCase & { agreementId: string };
  groupId: string;
  callId: string;
}

async function policeDraft(county: TestCounty): Promise<Scene["police"]> {
  const police = await policeCase(county);
  await readyToMediate(county, police.disputeId);
  await database().execute(sql`update proceedings set status = 'mediating' where id = ${police.proceedingId}::uuid`);
  const { agreementId } = await draftAgreement(
    county.as("officer"),
    draftAgreementInput.parse({
      ...{ disputeId: police.disputeId, agreementVersion: null, form: "written", facts: "推搡。" },
      clauses: [payClause(police, 30_000)],
    }),
  );
  return { ...police, agreementId };
}

async function agreement(county: TestCounty, step: "drafting" | "signing" | "inForce"): Promise<WithAgreement> {
  const agreed = await agreedDispute(county);
  const clauses = [payClause(agreed, 540_000), actClause([agreed.parties[1] ?? ""])];
  if (step === "inForce") return { ...agreed, ...(await sealedAgreement(county, agreed, clauses)) };
  await drafted(county, agreed, clauses);
  if (step === "signing") await sendToSign(county.as("mediator"), { disputeId: agreed.disputeId });
  const rows = await database().execute<{ id: string; agreement_id: string }>(
    sql`select id, agreement_id from obligations where dispute_id = ${agreed.disputeId}::uuid order by ordinal`,
  );
  return { ...agreed, agreementId: rows[0]?.agreement_id ?? "", obligationIds: rows.map((row) => row.id) };
}

export async function buildScene(): Promise<Scene> {
  const county = await testCounty();
  const unasked = await acceptedDispute(county);
  const dispute = await acceptedDispute(county);
  await consented(county, dispute);
  const { invitationId } = await invited(county, dispute, "judge");
  const { sessionId } = await booked(county, dispute);
  const parties = await database().execute<{ id: string }>(
    sql`select id from parties where dispute_id = ${dispute.disputeId}::uuid order by position`,
  );
  const groupId = await alertedGroup(county);
  const [call] = await database().execute<{ id: string }>(
    sql`select id from police_calls where group_id = ${groupId}::uuid limit 1`,
  );
  return {
    county,
    unasked,
    convened: { ...dispute, invitationId, sessionId, partyIds: parties.map((party) => party.id) },
    drafting: await agreement(county, "drafting"),
    signing: await agreement(county, "signing"),
    inForce: await agreement(county, "inForce"),
    police: await policeDraft(county),
    groupId,
    callId: call?.id ?? "",
  };
}

/** SQL statements of which the last must be refused by the guard they are listed under. */
export type Guards = Record<string, (scene: Scene) => string[]>;

/** A row written again with these columns changed. */
export const copy = (table: string, where: string, changes: Record<string, unknown>) =>
  `insert into ${table} select (jsonb_populate_record(r, '${JSON.stringify(changes)}')).* from ${table} r where ${where} limit 1`;
export const change = (table: string, id: string, set: string) => `update ${table} set ${set} where id = '${id}'`;
export const fresh = () => crypto.randomUUID();

/** A new row of these columns; the others take their defaults. */
export const put = (table: string, columns: Record<string, unknown>) =>
  `insert into ${table} (${Object.keys(columns).join(", ")}) select ${Object.keys(columns).join(", ")}
   from jsonb_populate_record(null::${table}, '${JSON.stringify(columns).replaceAll("'", "''")}')`;
