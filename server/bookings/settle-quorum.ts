import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { sessions } from "@/db/schema/sessions";
import type { ProceedingStatus } from "@/db/vocabulary";
import type { Act } from "../disputes/perform";
import type { EventPayload } from "../kernel/events";
import type { NewJob } from "../kernel/jobs";
import { withSystemPrivileges } from "../kernel/with-system-privileges";
import { confirmHeldSession } from "./make-certain";

/** One need of a session: a named person, or so many seats of a force. */
export interface QuorumNeed {
  id: string;
  forceCode: string | null;
  personId: string | null;
  seats: number;
  isRequired: boolean;
  /** How many of them have accepted, and how many have not answered. */
  come: number;
  waiting: number;
}
export interface Quorum {
  needs: QuorumNeed[];
  /** Everyone required has accepted. */
  isMet: boolean;
  /** The quorum is still possible if everyone who has not answered accepts. */
  canBeMet: boolean;
}

/** What a session requires, with how many have accepted and how many have not answered; numbers only. */
export async function quorumOf(tx: Tx, countyId: string, sessionId: string): Promise<Quorum> {
  const [row] = await tx.execute<{ quorum: Quorum }>(
    sql`select app.session_quorum(${countyId}::uuid, ${sessionId}::uuid) as quorum`,
  );
  return row?.quorum ?? { needs: [], isMet: true, canBeMet: true };
}

/** Frees the held hour of invitees who will not come. */
const freeRefusers = (tx: Tx, countyId: string, sessionId: string) =>
  tx.execute(sql`
    delete from slots s where s.county_id = ${countyId}::uuid and s.session_id = ${sessionId}::uuid and s.resource = 'person'
      and exists (select from invitations i where i.county_id = s.county_id and i.session_id = s.session_id and i.person_id = s.resource_id)
      and not exists (select from invitations i where i.county_id = s.county_id and i.session_id = s.session_id
        and i.person_id = s.resource_id and i.status in ('sent', 'seen', 'accepted'))
      and not exists (select from session_people sp where sp.county_id = s.county_id and sp.session_id = s.session_id
        and sp.person_id = s.resource_id)`);

export interface Settled {
  to?: ProceedingStatus;
  payload: EventPayload;
  jobs: NewJob[];
}

/**
 * After any change of who comes: confirms a held session once everyone required has accepted, and marks one whose
 * quorum is no longer possible as at risk (or no longer). The payload has `confirmed: true` with time and room, or
 * `atRisk`, only when that changed. A hold that requires nobody stays one until somebody confirms it.
 */
export function settleQuorum(act: Act, sessionId: string | null): Promise<Settled> {
  const { tx, countyId, dispute, now } = act;
  if (!sessionId) return Promise.resolve({ payload: {}, jobs: [] });
  return withSystemPrivileges(tx, async () => {
    const one = and(eq(sessions.countyId, countyId), eq(sessions.disputeId, dispute.id), eq(sessions.id, sessionId));
    const [session] = await tx.select().from(sessions).where(one).for("update");
    if (session?.status !== "booked") return { payload: {}, jobs: [] };
    await freeRefusers(tx, countyId, sessionId);
    const quorum = await quorumOf(tx, countyId, sessionId);
    const isAtRisk = !quorum.canBeMet;
    const confirms = session.heldUntil !== null && quorum.isMet && quorum.needs.some((need) => need.isRequired);
    const turned = isAtRisk !== (session.atRiskSince !== null);
    const risk = { atRiskSince: isAtRisk ? (session.atRiskSince ?? now) : null };
    const to = confirms ? await confirmHeldSession(act, session, risk) : undefined;
    if (turned && !confirms) {
      await tx
        .update(sessions)
        .set({ ...risk, version: session.version + 1 })
        .where(one);
    }
    return {
      ...(to ? { to } : {}),
      payload: {
        ...(confirms
          ? { confirmed: true, startsAt: session.startsAt.toISOString(), endsAt: session.endsAt.toISOString() }
          : {}),
        ...(turned ? { atRisk: isAtRisk } : {}),
        ...(confirms || turned ? { sessionId } : {}),
      },
      jobs: [],
    };
  });
}
