import { describe, expect, it } from "vitest";
import { tracks } from "@/db/vocabulary";
import type { Action } from "@/server/access/policy";
import { firstStatus, lifecycle, transitionOf } from "@/server/disputes/lifecycle";
import { nextStepOf } from "@/server/disputes/parts/next-step";
import type { Facts } from "@/server/disputes/reads/facts";
import { type Rules, ruleDefaults } from "@/server/rules/defaults";
import { reachableStatuses } from "@/server/testing/reachable-statuses";
import { canDoStep } from "./step-place";

const rules = Object.fromEntries(Object.entries(ruleDefaults).map(([key, rule]) => [key, rule.value])) as Rules;
const now = new Date("2026-11-24T02:00:00Z");
/** Everybody noticed, everybody willing, nothing booked: what is asked next depends on the status alone. */
const facts: Facts = {
  parties: 2,
  noticed: 2,
  unconsented: 0,
  invitationsWaiting: 0,
  invitationsAccepted: 0,
  answerBy: null,
  sessionsBooked: 0,
  sessionsHeld: 0,
  heldUntil: null,
  sessionsEnded: 0,
  nextSessionAt: null,
  sessionToRecord: 0,
  agreementStatus: null,
  agreementForm: null,
  obligations: 0,
  openObligations: 0,
  nextDueOn: null,
  unsignedParties: null,
  mediatorSigned: false,
  sealed: false,
  visits: 0,
  sessionsMax: 2,
};

describe("the next step", () => {
  it("is one that the lifecycle lets somebody do, at every status of every track", () => {
    const impossible = tracks.flatMap((track) =>
      [...reachableStatuses(track, firstStatus)].flatMap((status) => {
        const acts = (Object.keys(lifecycle[track]) as Action[]).filter((act) =>
          transitionOf(track, act)?.from.includes(status),
        );
        const next = nextStepOf(track, status, facts, now, rules);
        return next && !canDoStep(next.step, acts) ? [`${track} ${status}: ${next.step}`] : [];
      }),
    );
    expect(impossible).toEqual([]);
  });
});
