import type { TrackLifecycle } from "../lifecycle";
import { beforeEnd, gathering, transferable } from "./stages";

/** What is particular to police mediation (程序规定 178–186); the rest is as on every mediated track. */
export const policeActs = {
  "violation.find": { from: beforeEnd, law: "程序规定 178–180；治安管理处罚法 9" },
  "notice.give": { from: beforeEnd, needs: ["minorMarked"] },
  "consent.record": { from: beforeEnd, law: "程序规定 179、180" },
  // Nothing ends over the heads of both sides who have applied together: the station's head decides first (程序规定 186).
  "refusal.record": {
    from: beforeEnd,
    to: "closed",
    needs: ["settlementDecided", "noSessionUnderWay"],
    law: "程序规定 179、185",
  },
  "transfer.accept": {
    from: transferable,
    may: ["closed"],
    needs: ["settlementDecided", "noSessionUnderWay"],
    law: "程序规定 61",
  },
  "transfer.recordAnswer": {
    from: transferable,
    may: ["closed"],
    needs: ["settlementDecided", "noSessionUnderWay"],
    law: "程序规定 61",
  },
  "case.describe": { from: ["accepted", "convening", "scheduled", "mediating", "agreed"], law: "程序规定 184" },
  "guardian.summon": { from: beforeEnd, law: "程序规定 181" },
  "session.book": {
    from: [...gathering, "agreed"],
    to: { accepted: "scheduled", convening: "scheduled" },
    needs: ["violationMediable", "everyPartyConsented", "sessionsLeft"],
    law: "程序规定 178–180、183",
  },
  "session.hold": {
    from: [...gathering, "agreed"],
    to: { accepted: "convening" },
    needs: ["violationMediable", "everyPartyConsented", "sessionsLeft"],
    law: "程序规定 178–180、183",
  },
  "session.beginNow": {
    from: [...gathering, "agreed"],
    to: { accepted: "scheduled", convening: "scheduled" },
    needs: ["violationMediable", "everyPartyConsented", "sessionsLeft"],
    law: "程序规定 178–180、183",
  },
  "session.recordHeld": {
    from: [...gathering, "agreed"],
    may: ["mediating", "agreed"],
    needs: ["violationMediable", "everyPartyConsented", "sessionsLeft"],
    law: "程序规定 178–180、183",
  },
  "convening.send": {
    from: [...gathering, "agreed"],
    may: { accepted: ["convening", "scheduled"], convening: ["scheduled"] },
    needs: ["violationMediable", "everyPartyConsented", "sessionsLeft"],
    law: "程序规定 178–180、182–183",
  },
  "session.record": { from: ["scheduled", "mediating", "agreed"], may: ["mediating", "agreed"] },
  "agreement.draft": {
    from: ["mediating", "agreed", "performing"],
    to: { mediating: "agreed", agreed: "agreed" },
    needs: ["renegotiated", "violationMediable", "everyPartyConsented"],
    law: "程序规定 178–179、184",
  },
  "agreement.sendToSign": {
    from: ["agreed", "performing"],
    to: { agreed: "signing" },
    needs: [
      "renegotiated",
      "violationMediable",
      "everyPartyConsented",
      "minorMarked",
      "guardiansTold",
      "clausesWritten",
      "partiesBindable",
      "liabilitySaid",
    ],
    law: "程序规定 181、184",
  },
  "agreement.sign": { from: ["signing", "performing"], needs: ["renegotiated"], law: "程序规定 181、184" },
  "agreement.takeEffect": {
    from: ["signing", "performing"],
    may: ["performing", "performed"],
    needs: [
      "renegotiated",
      "settlementDecided",
      "violationMediable",
      "everyPartyConsented",
      "everyPartySigned",
      "mediatorSigned",
    ],
    law: "程序规定 184",
  },
  "onSpot.settle": {
    from: gathering,
    to: "performed",
    needs: [
      "settlementDecided",
      "violationMediable",
      "everyPartyConsented",
      "minorMarked",
      "guardiansTold",
      "partiesBindable",
    ],
    law: "程序规定 52、178",
  },
  "settlement.apply": {
    from: beforeEnd,
    needs: ["minorViolation", "settlementDecided"],
    law: "程序规定 186；治安管理处罚法 9",
  },
  "settlement.decide": { from: beforeEnd, may: ["closed"], law: "程序规定 186；治安管理处罚法 9" },
  "performance.record": { from: ["performing", "performed"], may: ["performing", "performed"], law: "程序规定 185" },
  "performance.urge": { from: ["performing"] },
  "proceeding.end": {
    from: [...beforeEnd, "performing"],
    to: "closed",
    needs: ["settlementDecided", "noSessionUnderWay"],
    law: "程序规定 178、179、185",
  },
  "proceeding.close": {
    from: ["performed"],
    to: "closed",
    needs: ["noSessionUnderWay", "noOpenObligation"],
    law: "程序规定 185",
  },
} as const satisfies TrackLifecycle;
