import type { Action } from "../../access/policy";

/**
 * Acts that bind somebody, or mediate: on every track refused to whoever is tied to a party, until every party has said it
 * does not mind. The database asks the same of the rows they write (app.refuse_tied).
 */
export const bindingActs: ReadonlySet<Action> = new Set<Action>([
  "agreement.sendToSign",
  "agreement.sign",
  "agreement.seal",
  "agreement.takeEffect",
  "consent.record",
  "refusal.record",
  "tie.waive",
  "clock.extend",
  "performance.record",
  "performance.correct",
  "performance.waive",
  "session.start",
  "session.beginNow",
  "session.recordHeld",
  "session.record",
  "proceeding.end",
  "proceeding.close",
  "violation.find",
  "onSpot.settle",
  "settlement.apply",
  "settlement.decide",
]);
