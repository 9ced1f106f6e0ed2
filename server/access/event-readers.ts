import type { Role } from "@/db/vocabulary";
import type { DisputeEvent } from "@/db/vocabulary-events";
import { showsPart, type View } from "./views";

/**
 * Events whose mere number, or a word of whose payload, would tell what the rows they are about are not shown for. Who reads
 * each kind, beside whoever acted; all others are read by everybody who reads the proceeding. `app.event_readers` says the
 * same to the database, and a test compares the two.
 */
export const eventReaders = {
  /** Those who work on the matter or led it: who left and why, what was registered wrongly. */
  staff: [
    "party.recordExit",
    "party.withdrawExit",
    "party.addHeir",
    "party.answerHeir",
    "party.endLink",
    "dispute.correct",
  ],
  /**
   * They, and the head of the station: ties to a party, also as what bars a colleague who was named instead, and what a party or a
   * colleague asked about the lead.
   */
  heads: [
    "tie.record",
    "tie.remove",
    "tie.waive",
    "tie.disclose",
    "tie.recuse",
    "invitation.disclose",
    "invitation.delegate",
    "leadRequest.record",
    "leadRequest.decide",
    "leadRequest.tell",
    "instruction.give",
    "instruction.answer",
    "instruction.pass",
    "instruction.withdraw",
    "interpreter.need",
    "access.request",
    "access.decide",
  ],
  /** Everybody of the office, and no helper: danger, why the lead changed, phones revealed, readings in a window. */
  office: [
    "gate.answer",
    "gate.takeOver",
    "gate.recordStep",
    "gate.handOver",
    "harm.report",
    "risk.raise",
    "dispute.assessRisk",
    "assignment.give",
    "assignment.answer",
    "assignment.prove",
    "assignment.settle",
    "lead.set",
    "party.reveal",
    "restriction.set",
    "restriction.release",
    "window.ask",
    "window.askEmergency",
    "window.decide",
    "window.confirm",
    "window.end",
    "window.review",
    "window.read",
  ],
  /** Officers and the head of the station: what the police found, described and decided. */
  police: [
    "violation.find",
    "case.describe",
    "guardian.summon",
    "onSpot.settle",
    "settlement.apply",
    "settlement.decide",
  ],
} as const satisfies Record<string, readonly DisputeEvent[]>;

/** Events that this view of a dispute leaves out for this role. */
export function eventsHiddenFrom(role: Role | null, view: View): DisputeEvent[] {
  const isOfPolice = role === "officer" || role === "stationHead" || role === null;
  return [
    ...(showsPart(view, "records") ? [] : eventReaders.staff),
    ...(showsPart(view, "records") || view === "oversight" ? [] : eventReaders.heads),
    ...(view === "brief" ? eventReaders.office : []),
    ...(isOfPolice && view !== "brief" ? [] : eventReaders.police),
  ];
}
