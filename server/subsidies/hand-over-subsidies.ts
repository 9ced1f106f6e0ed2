import { sql } from "drizzle-orm";
import { subsidySheets } from "@/db/schema/subsidies";
import { requireRole } from "../access/gate";
import { fileStore } from "../files/parts/file-store";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { checkHappened } from "../kernel/happened";
import { newId } from "../kernel/ids";
import { conflict, forbidden } from "../kernel/problem";
import { addMonths, dayOf } from "../kernel/shanghai";
import type { HandOverSubsidiesInput } from "./inputs";
import { bytesOf, sumOf } from "./parts/handed-sheets";
import { monthSeen } from "./reads/subsidies-of-month";

/**
 * The committee's head hands a month's subsidies over to whoever pays them: what the head saw is kept with its hash and never
 * changes, and what turns out otherwise stands as a correction on the sheet of the next month. Refuses with changedMeanwhile,
 * subsidyHandedOver, subsidyNotNext, dayInFuture and dayTooEarly before the month is over.
 */
export function handOverSubsidies(ctx: ActContext, input: HandOverSubsidiesInput): Promise<{ sheetId: string }> {
  const { actor, now } = ctx;
  const { countyId, personId, committeeId } = actor;
  return act(
    ctx,
    "subsidy.handOver",
    input,
    (who) => requireRole(who, "subsidy.handOver"),
    async (tx) => {
      if (!committeeId) throw forbidden();
      const { month, handedOn, recipient, seen } = input;
      const first = `${month}-01`;
      checkHappened(handedOn, { now, earliest: addMonths(first, 1) });
      // Two at one instant: the second waits, and finds it handed over.
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`subsidy ${countyId} ${committeeId}`}, 0))`);
      const { page, open } = await monthSeen(tx, { actor, committeeId, month, today: dayOf(now) });
      if (page.handedOver) throw conflict("subsidyHandedOver");
      if (page.toHandOver !== month) throw conflict("subsidyNotNext");
      if (page.seen !== seen) throw conflict("changedMeanwhile");
      const sourceSha256 = await fileStore().put(countyId, bytesOf(open));
      const sheetId = newId(now);
      const sums = { matters: open.matters.length, sumFen: sumOf(open) };
      await tx.insert(subsidySheets).values({
        ...{ countyId, id: sheetId, committeeId, month: first, handedOn, recipient, sourceSha256, ...sums },
        ...{ handedBy: personId, handedAt: now },
      });
      return {
        result: { sheetId },
        payload: { sheetId, month, handedOn, recipient, sha256: sourceSha256, ...sums },
      };
    },
  );
}
