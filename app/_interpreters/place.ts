import type { AgreementStatus, Track } from "@/db/vocabulary";
import type { Action } from "@/server/access/policy";
import type { Speakable } from "@/server/binding/choices";
import type { Interpreter, InterpretingNeed, RefusedInterpreter } from "@/server/disputes/reads/interpreter-rows";

/** Where somebody interprets or reads aloud: at one session, or of the agreement. */
export interface InterpretingPlace {
  disputeId: string;
  proceedingId: string | undefined;
  track: Track;
  place:
    | { at: "session"; sessionId: string; startsAt: string; isBooked: boolean; hasBegun: boolean }
    | { at: "agreement"; status: AgreementStatus; areAllSigned: boolean };
  list: readonly Interpreter[];
  /** Who was asked to the session and will not come. */
  refused: readonly RefusedInterpreter[];
  needs: readonly InterpretingNeed[];
  /** For whom they may be named. */
  parties: readonly Speakable[];
  /** What the reader may do; a list, because the server passes it to the browser. */
  allowed: readonly Action[];
}

/** Needs for which nobody is named here; somebody who speaks the language also reads the paper to them. */
export const unmetNeeds = ({ list, needs }: Pick<InterpretingPlace, "list" | "needs">): InterpretingNeed[] =>
  needs.filter((need) => !list.some((one) => one.partyId === need.partyId && one.kind === need.kind));
