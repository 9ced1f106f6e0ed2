import { and, eq } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { SetAgendaInput } from "./inputs";
import { sessionAct } from "./parts/desk-act";

/** Writes the session's agenda, in the version the user saw. */
export function setAgenda(ctx: ActContext, input: SetAgendaInput): Promise<{ sessionVersion: number }> {
  return sessionAct(
    ctx,
    "desk.write",
    input,
    async ({ tx, countyId, session }) => {
      if (session.version !== input.sessionVersion) throw conflict("changedMeanwhile");
      const sessionVersion = session.version + 1;
      await tx
        .update(sessions)
        .set({ agenda: input.agenda, version: sessionVersion })
        .where(and(eq(sessions.countyId, countyId), eq(sessions.id, session.id)));
      return { result: { sessionVersion } };
    },
    { lock: "update" },
  );
}
