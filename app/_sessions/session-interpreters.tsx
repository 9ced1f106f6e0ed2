import { InterpretersPart } from "@/app/_interpreters/interpreters-part";
import type { Action } from "@/server/access/policy";
import type { Overview, Session } from "./session";

interface SessionInterpretersProps {
  disputeId: string;
  session: Session;
  overview: Pick<Overview, "proceeding" | "parties" | "needs">;
  allowed: readonly Action[];
  /** When the page was rendered. */
  now: Date;
}

/** Who interprets or reads aloud at a session, also noted afterwards; of a cancelled one nobody. */
export function SessionInterpreters({ disputeId, session, overview, allowed, now }: SessionInterpretersProps) {
  const { proceeding, parties, needs } = overview;
  if (!proceeding || session.status === "cancelled") return null;
  const here = parties.filter(({ id }) => session.people.some((one) => one.partyId === id));
  return (
    <InterpretersPart
      disputeId={disputeId}
      proceedingId={proceeding.id}
      track={proceeding.track}
      place={{
        at: "session",
        sessionId: session.id,
        startsAt: session.startsAt,
        isBooked: session.status === "booked",
        hasBegun: session.startedAt !== null || new Date(session.startsAt) <= now,
      }}
      list={session.interpreters}
      refused={session.refusedInterpreters}
      needs={session.status === "booked" ? needs.filter((need) => here.some(({ id }) => id === need.partyId)) : []}
      parties={here.map(({ speakable }) => speakable)}
      allowed={allowed}
    />
  );
}
