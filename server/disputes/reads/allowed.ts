import type { Relation } from "@/db/vocabulary";
import type { DisputeRow, ProceedingRow } from "../../access/gate";
import { type Action, allows, policy } from "../../access/policy";
import { bindsOrSteers } from "../../access/steering-acts";
import type { PersonActor } from "../../kernel/actor";
import { isGoverned, isOpen, possibleWhenMerged, transitionOf } from "../lifecycle";
import { unmet } from "../requirements";
import type { Facts } from "./facts";

/** Acts on a dispute, and reads of its parts, that are no transition, and when each is possible. */
const ungoverned: Partial<
  Record<Action, (dispute: DisputeRow, proceeding: ProceedingRow | null, actor: PersonActor) => boolean>
> = {
  "access.request": (_dispute, proceeding, actor) => proceeding !== null && proceeding.leadPersonId !== actor.personId,
  "restriction.set": (_dispute, proceeding) => proceeding !== null,
  "restriction.release": () => true,
  "election.read": (_dispute, proceeding) => proceeding !== null,
  "dispute.merge": (dispute, proceeding) => !dispute.notAcceptedAt && (!proceeding || isOpen(proceeding.status)),
  "dispute.unmerge": () => true,
  "dispute.link": () => true,
  "dispute.unlink": () => true,
  "merge.read": () => true,
  "leadRequest.tell": (_dispute, proceeding) => proceeding !== null,
  "leadRequest.read": (_dispute, proceeding) => proceeding !== null,
  "instruction.read": (_dispute, proceeding) => proceeding !== null,
  "assignment.read": (_dispute, proceeding) => proceeding?.track === "coordination",
  "transfer.recordResult": (_dispute, proceeding) => proceeding?.outcome === "transferred",
  "dispute.triage": (dispute, proceeding) => !dispute.notAcceptedAt && !(proceeding && isOpen(proceeding.status)),
  "gate.read": () => true,
  "gate.answer": () => true,
  "gate.takeOver": () => true,
  "gate.recordStep": () => true,
  "dispute.attachCall": () => true,
  "dispute.assessRisk": () => true,
  "dispute.setSummary": () => true,
  "dispute.correct": () => true,
  "slip.read": () => true,
  "slip.make": () => true,
  "slip.revoke": () => true,
  "party.reveal": () => true,
  "harm.report": (_dispute, proceeding) => proceeding !== null,
  "harm.read": () => true,
  "convening.read": (_dispute, proceeding) => proceeding !== null,
  "delivery.list": (_dispute, proceeding) => proceeding !== null,
  "session.readVideo": (_dispute, proceeding) => proceeding !== null,
  "window.readings": () => true,
  "violation.read": (_dispute, proceeding) => proceeding?.track === "publicSecurity",
  "invitation.makeLink": (_dispute, proceeding) => proceeding !== null && isOpen(proceeding.status),
  "invitation.revokeLink": (_dispute, proceeding) => proceeding !== null && isOpen(proceeding.status),
  "file.add": (_dispute, proceeding) => !proceeding?.archivedAt,
  "performance.prove": (_dispute, proceeding) => proceeding !== null && !proceeding.archivedAt,
  "note.write": (_dispute, proceeding) => proceeding !== null,
  "paper.ask": (dispute, proceeding) => proceeding !== null || dispute.notAcceptedAt !== null,
  "proceeding.reopen": (dispute, proceeding) =>
    dispute.notAcceptedAt !== null || (proceeding !== null && !isOpen(proceeding.status)),
};

/** Whether this act can be among those that the page of a dispute offers. */
export const isOffered = (action: Action): boolean => isGoverned(action) || action in ungoverned;

/** Answered by a head elsewhere, who has no right to the dispute yet: no button of its page. */
const elsewhere: ReadonlySet<Action> = new Set(["transfer.accept", "transfer.decline"]);

/** About the matter itself: nothing for a station whose own proceeding ended because another took the matter over. */
const ofMatter: ReadonlySet<Action> = new Set([
  "dispute.triage",
  "dispute.attachCall",
  "dispute.assessRisk",
  "dispute.setSummary",
  "dispute.correct",
  "gate.answer",
  "gate.takeOver",
  "gate.recordStep",
  "access.request",
  "proceeding.reopen",
]);

/** The acts this actor could do now on this dispute: policy, lifecycle row and requirements. Drives the buttons. */
export function allowedActions(
  actor: PersonActor,
  relations: readonly Relation[],
  dispute: DisputeRow,
  proceeding: ProceedingRow | null,
  facts: Facts | null,
): Action[] {
  const isGone = proceeding?.outcome === "transferred" && proceeding.stationId !== dispute.stationId;
  return (Object.keys(policy) as Action[]).filter((action) => {
    if (isGone && ofMatter.has(action)) return false;
    if (elsewhere.has(action) || !allows(actor.role, action, relations)) return false;
    if (facts?.isActorRecused && bindsOrSteers(action)) return false;
    if (dispute.mergedAt && !possibleWhenMerged(action)) return false;
    // Another head seals what a head mediated (docs/adr/0029).
    if (action === "agreement.seal" && !facts?.isActorSealer) return false;
    if (!isGoverned(action)) return ungoverned[action]?.(dispute, proceeding, actor) ?? false;
    if (!proceeding || !facts) return false;
    const row = transitionOf(proceeding.track, action);
    return (row?.from.includes(proceeding.status) ?? false) && unmet(row?.needs ?? [], facts) === null;
  });
}
