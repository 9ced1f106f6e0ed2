import { sql } from "drizzle-orm";
import type * as z from "zod";
import type { Tx } from "@/db/client";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import { problemOfConstraint } from "../kernel/constraint-problem";
import type { ActContext } from "../kernel/context";
import { conflict, notFound, Problem } from "../kernel/problem";
import { postgresError } from "../kernel/transaction";
import { withSystemPrivileges } from "../kernel/with-system-privileges";
import type { MovableWork } from "./choices";
import type { handOverWorkInput } from "./inputs";
import { type Hands, itemsOf, moveItem, type WorkItem } from "./parts/move-work";

/** What did not go over and why, as a problem's code; `at` is the hour it is about (ISO), "" where it is about none. */
export interface Kept {
  kind: MovableWork;
  id: string;
  code: string;
  at: string;
}

/** One item in a savepoint of its own, so that a refusal leaves what else has moved; rules that are asked at commit are asked here. */
async function tryItem(tx: Tx, hands: Hands, item: WorkItem): Promise<Problem | null> {
  try {
    await tx.transaction(async (savepoint) => {
      if (!(await moveItem(savepoint, hands, item))) throw conflict("changedMeanwhile");
      await savepoint.execute(sql`set constraints all immediate`);
    });
    await tx.execute(sql`set constraints all deferred`);
    return null;
  } catch (error) {
    const refused = postgresError(error);
    const name = refused?.constraint_name;
    const problem = error instanceof Problem ? error : name && refused ? problemOfConstraint(name, refused) : null;
    if (!problem) throw error;
    return problem;
  }
}

/**
 * What one person is in charge of beside the proceedings they lead goes to another, one thing after the other in one act: what
 * is refused stays and is named with its reason, and does not keep the rest. Only by a head of the place both work at (a
 * lawyer's shifts by a committee's head). Refuses changedMeanwhile where nothing was left. Reasons are officerNeeded,
 * lawyerNeeded, dutyTwice, chairFromElsewhere, personTaken, and personAway or personTooFar without a reason in `despite`.
 */
export function handOverWork(
  ctx: ActContext,
  input: z.output<typeof handOverWorkInput>,
): Promise<{ moved: number; kept: Kept[] }> {
  const { actor, now } = ctx;
  const { countyId } = actor;
  const { personId, toId, kinds, reason, despite } = input;
  return act(
    ctx,
    "work.handOver",
    input,
    (who) => requireRole(who, "work.handOver"),
    async (tx) => {
      const [may] = await tx.execute<{ both: boolean }>(
        sql`select app.heads_work_of(${personId}::uuid) and app.heads_work_of(${toId}::uuid) as both`,
      );
      if (!may?.both) throw notFound();
      const hands = { countyId, from: personId, to: toId, by: actor.personId, now, despite };
      const items = await itemsOf(tx, hands, kinds);
      if (items.length === 0) throw conflict("changedMeanwhile");
      const moved: WorkItem[] = [];
      const kept: Kept[] = [];
      await withSystemPrivileges(tx, async () => {
        for (const item of items) {
          const problem = await tryItem(tx, hands, item);
          const { kind, id } = item;
          if (problem) kept.push({ kind, id, code: problem.code, at: String(problem.params.from ?? "") });
          else moved.push(item);
        }
      });
      const movedKinds = [...new Set(moved.map(({ kind }) => kind))];
      const disputes = [...new Set(moved.flatMap(({ disputeId }) => disputeId ?? []))];
      return {
        result: { moved: moved.length, kept },
        payload: {
          ...{ person: personId, to: toId, kinds: movedKinds, reason, count: moved.length, kept: kept.length },
          ...(despite ? { despite } : {}),
        },
        after: disputes.map((disputeId) => ({
          action: "gate.handOver" as const,
          disputeId,
          payload: { person: personId, to: toId },
        })),
        jobs: movedKinds.includes("dutyShift")
          ? [{ task: "passConsultations", payload: { countyId }, jobKey: `consultations:${countyId}` }]
          : [],
      };
    },
  );
}
