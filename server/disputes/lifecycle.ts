import { type ProceedingStatus, proceedingStatuses, type Track } from "@/db/vocabulary";
import type { Action } from "../access/policy";
import { bindsOrSteers } from "../access/steering-acts";
import { conflict } from "../kernel/problem";
import { askingActs, assignmentActs, peopleActs } from "./parts/people-lifecycle";
import { policeActs } from "./parts/police-lifecycle";
import { beforeEnd, gathering, transferable } from "./parts/stages";
import type { TrackLifecycle, Transition } from "./parts/transition";

const ended: readonly ProceedingStatus[] = ["closed", "archived"];
/** Derived, so that a new status is not taken for an ended one. */
const running = proceedingStatuses.filter((status) => !ended.includes(status));

const everyTrack = {
  ...peopleActs(running),
  "lead.set": { from: running },
  "transfer.offer": { from: transferable, law: "若干规定 21；程序规定 61" },
  "transfer.withdraw": { from: running },
  "transfer.accept": { from: transferable, may: ["closed"], needs: ["noSessionUnderWay"] },
  "transfer.recordAnswer": { from: transferable, may: ["closed"], needs: ["noSessionUnderWay"] },
  // While a paper is out for signing nobody comes: it is taken back first. Afterwards they come by supplement.
  "party.add": { from: [...gathering, "agreed", "performing"], needs: ["nothingOutForSigning"] },
  "party.recordExit": { from: running },
  "party.withdrawExit": { from: running },
  "party.addHeir": {
    from: [...gathering, "agreed", "performing", "performed"],
    needs: ["nothingOutForSigning"],
    law: "民法典 1124、1161",
  },
  "party.answerHeir": { from: running, law: "民法典 1124" },
  "party.split": { from: [...gathering, "agreed", "performing"], needs: ["nothingOutForSigning"] },
  "party.amend": { from: running },
  "party.addLink": { from: running },
  "party.endLink": { from: running, law: "民法典 173、175" },
  "proceeding.archive": { from: ["closed"], to: "archived", law: "本站规定" },
} as const satisfies TrackLifecycle;

const toScheduled = { accepted: ["scheduled"], convening: ["scheduled"] } as const;

const convened = {
  ...askingActs(running),
  // `toScheduled`: the act may settle the last open answer of a held session, which confirms it.
  "invitation.withdraw": { from: running, may: toScheduled },
  "invitation.accept": { from: running, may: toScheduled },
  "invitation.decline": { from: running, may: toScheduled },
  "invitation.recordAnswer": { from: running, may: toScheduled },
  "invitation.expire": { from: running, may: toScheduled },
  "invitation.leaveSession": { from: running },
  "session.confirm": { from: running, may: toScheduled },
  "session.swapPerson": { from: running, may: toScheduled },
  "session.expireHold": { from: running, may: { scheduled: ["convening"] } },
  "session.changeNeeds": { from: running },
  "session.setVideo": { from: running },
  "session.tell": { from: running },
  "session.start": { from: ["scheduled", "mediating", "agreed"], needs: ["gateOpen"] },
  "session.checkIn": { from: running },
  "session.move": { from: running },
  "session.cancel": { from: running, may: { scheduled: ["convening"] } },
  "session.record": { from: ["scheduled", "mediating", "agreed"], may: ["mediating", "agreed"] },
  "session.correctRecord": { from: running },
  // While performing, a renegotiated version is written and signed beside the agreement in force, which goes on until then.
  "agreement.draft": {
    from: ["mediating", "agreed", "performing"],
    to: { mediating: "agreed", agreed: "agreed" },
    needs: ["renegotiated", "gateOpen"],
  },
  "agreement.sendToSign": {
    from: ["agreed", "performing"],
    to: { agreed: "signing" },
    needs: ["renegotiated", "gateOpen", "clausesWritten", "minorMarked", "partiesBindable", "liabilitySaid"],
  },
  "agreement.withdraw": {
    from: ["agreed", "signing", "performing", "performed"],
    to: { agreed: "agreed", signing: "agreed" },
    needs: ["renegotiated"],
  },
  "agreement.sign": { from: ["signing", "performing"], needs: ["renegotiated", "gateOpen"] },
  "agreement.askToSign": { from: ["signing", "performing"], needs: ["renegotiated", "gateOpen"] },
  "agreement.stopAsking": { from: ["signing", "performing"] },
  "agreement.refuse": { from: ["signing", "performing"], needs: ["renegotiated"] },
  "agreement.renegotiate": { from: ["performing"], needs: ["nothingDrafted"], law: "民法典 543" },
  // Money may come back, and an entry may have been wrong, after the last clause was settled.
  "performance.record": { from: ["performing", "performed"], may: ["performing", "performed"] },
  "performance.correct": { from: ["performing", "performed"], may: ["performing", "performed"] },
  "performance.waive": { from: ["performing"], may: ["performed"], law: "民法典 575" },
  // Somebody may say so after the last clause was settled; the matter is not closed before it has ended.
  "performance.contest": { from: ["performing", "performed"] },
  "performance.endContest": { from: ["performing", "performed"] },
  "performance.breach": { from: ["performing"] },
  "performance.urge": { from: ["performing"] },
  "visit.record": { from: ["performing", "performed"] },
} as const satisfies TrackLifecycle;

/** What the same acts rest on where a committee mediates, and where the police do: neither law governs the other. */
const byCommittee = {
  "proceeding.archive": { ...everyTrack["proceeding.archive"], law: "人民调解法 27" },
  "session.record": { ...convened["session.record"], law: "人民调解法 27" },
  "agreement.draft": { ...convened["agreement.draft"], law: "人民调解法 28" },
  "agreement.sign": { ...convened["agreement.sign"], law: "人民调解法 29" },
  "performance.record": { ...convened["performance.record"], law: "人民调解法 31" },
  "performance.breach": { ...convened["performance.breach"], law: "人民调解法 31、32" },
  "performance.urge": { ...convened["performance.urge"], law: "人民调解法 31" },
  "revisit.record": { from: ended, law: "人民调解法 31" },
} as const satisfies TrackLifecycle;
const byPolice = {
  "proceeding.archive": { ...everyTrack["proceeding.archive"], law: "程序规定 258" },
  "session.record": { ...convened["session.record"], law: "本站规定" },
  "agreement.draft": { ...convened["agreement.draft"], law: "程序规定 184" },
  "agreement.sign": { ...convened["agreement.sign"], law: "程序规定 184" },
  "performance.record": { ...convened["performance.record"], law: "程序规定 185" },
  "performance.breach": { ...convened["performance.breach"], law: "程序规定 185" },
  "performance.urge": { ...convened["performance.urge"], law: "本站规定" },
} as const satisfies TrackLifecycle;

/**
 * Every proceeding's way, by track. Nothing else compares statuses to decide what may happen.
 * An act that some track lists and this one does not is refused on this track.
 */
export const lifecycle = {
  peoples: {
    ...everyTrack,
    ...convened,
    ...byCommittee,
    "notice.give": {
      from: [...gathering, "agreed", "performing"],
      needs: ["minorMarked"],
      law: "人民调解法 23–24；若干规定 30",
    },
    "consent.record": { from: beforeEnd, law: "人民调解法 3、20" },
    "refusal.record": { from: beforeEnd, to: "closed", needs: ["noSessionUnderWay"], law: "人民调解法 17、26" },
    "invitation.send": {
      from: gathering,
      to: { accepted: "convening" },
      needs: ["gateOpen", "everyPartyConsented"],
      law: "人民调解法 20",
    },
    "session.book": {
      from: [...gathering, "agreed"],
      to: { accepted: "scheduled", convening: "scheduled" },
      needs: ["gateOpen", "everyPartyConsented"],
      law: "人民调解法 3",
    },
    "session.hold": {
      from: [...gathering, "agreed"],
      to: { accepted: "convening" },
      needs: ["gateOpen", "everyPartyConsented"],
      law: "人民调解法 3、20",
    },
    "session.beginNow": {
      from: [...gathering, "agreed"],
      to: { accepted: "scheduled", convening: "scheduled" },
      needs: ["gateOpen", "everyPartyConsented"],
      law: "人民调解法 3",
    },
    "session.recordHeld": {
      from: [...gathering, "agreed"],
      may: ["mediating", "agreed"],
      needs: ["everyPartyConsented"],
      law: "人民调解法 3、27",
    },
    "convening.send": {
      from: [...gathering, "agreed"],
      may: { accepted: ["convening", "scheduled"], convening: ["scheduled"] },
      needs: ["gateOpen", "everyPartyConsented"],
      law: "人民调解法 3、20",
    },
    "agreement.seal": {
      from: ["signing", "performing"],
      may: ["performing", "performed"],
      needs: ["renegotiated", "gateOpen", "everyPartySigned", "mediatorSigned"],
      law: "人民调解法 29",
    },
    "agreement.takeEffect": {
      from: ["agreed", "performing"],
      may: ["performing", "performed"],
      needs: [
        "renegotiated",
        "gateOpen",
        "oralAgreement",
        "clausesWritten",
        "minorMarked",
        "partiesBindable",
        "liabilitySaid",
      ],
      law: "人民调解法 28、30",
    },
    "clock.extend": { from: beforeEnd, needs: ["clockRuns"], law: "人民调解工作若干规定 33" },
    "confirmation.apply": {
      from: ["performing", "performed", "closed"],
      needs: ["confirmationOpen"],
      law: "人民调解法 33",
    },
    "confirmation.record": {
      from: ["performing", "performed", "closed"],
      needs: ["confirmationApplied"],
      law: "人民调解法 33",
    },
    "proceeding.end": {
      from: [...beforeEnd, "performing"],
      to: "closed",
      needs: ["noSessionUnderWay"],
      law: "人民调解法 26、32",
    },
    "proceeding.close": {
      from: ["performed"],
      to: "closed",
      needs: ["noSessionUnderWay", "noOpenObligation", "ledgerUncontested", "visited"],
      law: "本站规定",
    },
  },
  publicSecurity: {
    ...everyTrack,
    ...convened,
    ...byPolice,
    ...policeActs,
    "clock.pause": { from: beforeEnd, needs: ["clockRuns"], law: "公通字〔2007〕81号 9" },
    "clock.resume": { from: beforeEnd, needs: ["clockPaused"], law: "公通字〔2007〕81号 9" },
  },
  onScene: {
    ...everyTrack,
    "proceeding.close": { from: ["accepted"], to: "closed", needs: ["gateOpen"], law: "人民警察法 21" },
    "proceeding.end": { from: ["accepted"], to: "closed" },
  },
  coordination: {
    ...everyTrack,
    ...askingActs(running),
    "invitation.withdraw": { from: running },
    "invitation.accept": { from: running },
    "invitation.decline": { from: running },
    "invitation.recordAnswer": { from: running },
    "invitation.expire": { from: running },
    "visit.record": { from: gathering },
    ...assignmentActs(running),
    "proceeding.close": { from: ["accepted", "convening"], to: "closed", needs: ["assignmentsSettled", "helped"] },
    "proceeding.end": { from: ["accepted", "convening"], to: "closed" },
  },
  transfer: {
    ...everyTrack,
    "proceeding.close": { from: ["accepted"], to: "closed" },
    "proceeding.end": { from: ["accepted"], to: "closed" },
  },
} as const satisfies Record<Track, TrackLifecycle>;

const governed = new Set<string>(Object.values(lifecycle).flatMap((rows) => Object.keys(rows)));

/** Whether this act is a transition on some track. */
export const isGoverned = (action: Action): boolean => governed.has(action);

/** The row for this act on this track; undefined where the track does not list it. */
export const transitionOf = (track: Track, action: Action): Transition | undefined => {
  const row = (lifecycle[track] as Partial<Record<Action, Transition>>)[action];
  return row && bindsOrSteers(action) ? { ...row, needs: ["actorUntied", ...(row.needs ?? [])] } : row;
};

/** The row for this act on this track from this status; refuses what the table does not list. */
export function requireTransition(track: Track, action: Action, status: ProceedingStatus): Transition {
  const row = transitionOf(track, action);
  if (!row) throw conflict("notOnThisTrack");
  if (!row.from.includes(status)) throw conflict("notInThisStep");
  return row;
}

/**
 * What can still be done under a registration that was merged into another: reading what was said there, closing it to others
 * and opening it for them, and undoing the merge. Everything else is done under the one that goes on.
 */
export const possibleWhenMerged = (action: Action): boolean =>
  ["dispute.unmerge", "dispute.unlink", "party.reveal", "slip.revoke"].includes(action) ||
  /^window\.|^restriction\.(set|release)$|\.read$|\.readings$/.test(action);

/** Where a new proceeding starts. */
export const firstStatus: ProceedingStatus = "accepted";

/** Whether the proceeding is still running (neither closed nor archived). */
export const isOpen = (status: ProceedingStatus): boolean => !ended.includes(status);

const isList = (may: Transition["may"]): may is readonly ProceedingStatus[] => Array.isArray(may);

/** The statuses this act can lead to from here; `always` when the table alone decides. */
export function destinations(
  row: Transition,
  from: ProceedingStatus,
): { always: ProceedingStatus } | { may: readonly ProceedingStatus[] } {
  const fixed = typeof row.to === "string" ? row.to : row.to?.[from];
  if (fixed) return { always: fixed };
  return { may: (isList(row.may) ? row.may : row.may?.[from]) ?? [] };
}
