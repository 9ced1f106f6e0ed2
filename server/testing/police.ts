import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { speakerOf } from "../binding/parts/speaker-of";
import { giveNotice } from "../consents/give-notice";
import { recordConsentInput } from "../consents/inputs";
import { recordConsent } from "../consents/record-consent";
import { triageDisputeInput } from "../disputes/inputs";
import { registerDispute } from "../disputes/register-dispute";
import { triageDispute } from "../disputes/triage-dispute";
import { describeCase } from "../violations/describe-case";
import { findViolation } from "../violations/find-violation";
import {
  type DescribeCaseInput,
  describeCaseInput,
  type FindViolationInput,
  findViolationInput,
} from "../violations/inputs";
import { guardiansOf } from "./convening";
import type { TestCounty } from "./county";
import { harmless, intake } from "./disputes";

export interface PoliceCase {
  disputeId: string;
  proceedingId: string;
  /** Party ids in order: the injured, then the suspect. */
  parties: string[];
}

/** Both sides, each signing with their own hand. */
export const bothSign = ({ parties }: PoliceCase) => parties.map((partyId) => ({ partyId, means: "sign" as const }));

/** Where its proceeding stands, what comes next and for whom. */
export const stateOf = async ({ proceedingId }: PoliceCase) =>
  (
    await database().execute<{ status: string; outcome: string | null; next_step: string; owner: string }>(sql`
      select p.status, p.outcome, p.next_step, q.role as owner from proceedings p
        join people q on q.county_id = p.county_id and q.id = p.next_owner_id where p.id = ${proceedingId}::uuid`)
  )[0];

/** Taken on the police track by the demo officer; nothing found, told or agreed yet. */
export async function policeCase(
  county: TestCounty,
  over: Parameters<typeof intake>[0] = {},
  now?: Date,
): Promise<PoliceCase> {
  const officer = () => county.as("officer", now ? { now } : {});
  const { disputeId } = await registerDispute(officer(), intake(over));
  const triage = { disputeId, answers: { ...harmless, isViolation: "yes" as const }, track: "publicSecurity" as const };
  const { proceedingId } = await triageDispute(officer(), triageDisputeInput.parse(triage));
  return { disputeId, proceedingId: proceedingId ?? "", parties: await partyIds(disputeId) };
}

const partyIds = async (disputeId: string) =>
  (
    await database().execute<{ id: string }>(
      sql`select id from parties where dispute_id = ${disputeId}::uuid order by position`,
    )
  ).map((row) => row.id);

/** A minor assault among neighbours that nothing bars from mediation; override what the test is about. */
export const finding = (
  { disputeId, parties }: Pick<PoliceCase, "disputeId" | "parties">,
  over: Partial<FindViolationInput> = {},
): FindViolationInput =>
  findViolationInput.parse({
    disputeId,
    isViolation: "yes",
    isMinor: "yes",
    kinds: ["assault"],
    circumstance: "acquaintances",
    hired: "no",
    gang: "no",
    repeated: "no",
    newViolation: "no",
    fled: "no",
    otherUnfit: "no",
    basis: "现场监控、双方陈述一致",
    people: [
      { partyId: parties[0], part: "injured" },
      { partyId: parties[1], part: "suspect" },
    ],
    ...over,
  });

/** What a mediation agreement says of the case; override what the test is about. */
export const account = ({ disputeId }: Pick<PoliceCase, "disputeId">, over: Partial<DescribeCaseInput> = {}) =>
  describeCaseInput.parse({
    disputeId,
    organ: "泊头市公安局",
    happenedAt: "2026-01-05T12:30:00Z",
    place: "柳湾镇老街 3 号楼下",
    cause: "楼上漏水",
    course: "双方争吵，乙方推了甲方一下。",
    circumstances: "一时冲动，没有使用器械。",
    result: "甲方手臂擦伤，没有其他损失。",
    performanceWay: "当面付现金，一次付清。",
    ...over,
  });

/** Found to be a minor violation, both sides told and willing, or their guardians: sessions and an agreement are open. */
export async function readyToMediate(county: TestCounty, disputeId: string, by = "officer", now?: Date): Promise<void> {
  const as = () => county.as(by, now ? { now } : {});
  const parties = await partyIds(disputeId);
  await findViolation(as(), finding({ disputeId, parties }));
  await describeCase(as(), account({ disputeId }));
  const speakers = await guardiansOf(county, { disputeId }, by);
  await giveNotice(as(), { disputeId, partyIds: [], means: "read", speakers });
  const answers = parties.map((partyId) => {
    const spokenByLinkId = speakerOf(speakers, partyId);
    return { partyId, subject: "mediation", answer: "agreed", spokenByLinkId };
  });
  await recordConsent(as(), recordConsentInput.parse({ disputeId, answers }));
}

/** The newest event of a case, of whichever line. */
export async function lastEvent({ disputeId }: Pick<PoliceCase, "disputeId">) {
  const [row] = await database().execute<{ action: string; payload: string }>(
    sql`select action, payload from events where dispute_id = ${disputeId}::uuid order by seq desc limit 1`,
  );
  return row && { action: row.action, payload: JSON.parse(row.payload) as Record<string, unknown> };
}
