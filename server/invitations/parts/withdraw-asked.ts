import { and, eq, inArray } from "drizzle-orm";
import { invitations } from "@/db/schema/invitations";
import type { Act } from "../../disputes/perform";
import { withSystemPrivileges } from "../../kernel/with-system-privileges";

/** Withdraws the invitations still open for a session that will not take place; gives their ids. */
export async function withdrawAsked(act: Act, sessionId: string): Promise<string[]> {
  const { tx, countyId } = act;
  const gone = await withSystemPrivileges(tx, () =>
    tx
      .update(invitations)
      .set({ status: "withdrawn" })
      .where(
        and(
          eq(invitations.countyId, countyId),
          eq(invitations.sessionId, sessionId),
          inArray(invitations.status, ["sent", "seen"]),
        ),
      )
      .returning({ id: invitations.id }),
  );
  return gone.map(({ id }) => id);
}
