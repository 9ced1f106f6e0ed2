import { amendParty } from "../../disputes/amend-party";
import { amendPartyInput } from "../../disputes/inputs";
import { describeCase } from "../../violations/describe-case";
import { findViolation } from "../../violations/find-violation";
import { describeCaseInput, findViolationInput } from "../../violations/inputs";
import { onDay, soonAfter } from "./clock";
import type { PoliceMatter } from "./matters-by-track";
import { goOn, type Opening, type Scenario } from "./scenario-steps";

/** Whoever was unknown is found within a day or two, and has a name from then on. */
export async function amendUnknown(scenario: Scenario, { names, sides }: Opening): Promise<void> {
  const unknown = sides?.findIndex(({ kind }) => kind === "unidentified") ?? -1;
  const [partyId, name] = [scenario.partyIds[unknown], names[unknown]];
  if (!partyId || !name) return;
  await goOn(scenario, onDay(scenario.at, 1, "11:20"));
  await amendParty(
    scenario.demo.as(scenario.lead, scenario.at),
    amendPartyInput.parse({
      ...{ disputeId: scenario.disputeId, partyId, partyVersion: 1, kind: "person", name },
      reason: "查监控找到，本人报了姓名",
    }),
  );
}

/** What the officer found and wrote down of the case: a minor violation among people who know each other, that nothing bars from mediation. */
export async function find(scenario: Scenario, { violation }: PoliceMatter, reportedAt: Date): Promise<void> {
  await goOn(scenario, soonAfter(scenario.at, 20));
  const [injured, suspect] = scenario.partyIds;
  const no = "no";
  await findViolation(
    scenario.demo.as(scenario.lead, scenario.at),
    findViolationInput.parse({
      disputeId: scenario.disputeId,
      isViolation: "yes",
      isMinor: "yes",
      kinds: [violation.kind],
      circumstance: "acquaintances",
      ...{ hired: no, gang: no, repeated: no, newViolation: no, fled: no, otherUnfit: no },
      basis: "现场录音录像、双方陈述一致",
      people: [
        { partyId: injured, part: "injured" },
        { partyId: suspect, part: "suspect" },
      ],
    }),
  );
  const { place, cause, course, circumstances, result } = violation;
  await describeCase(
    scenario.demo.as(scenario.lead, scenario.at),
    describeCaseInput.parse({
      disputeId: scenario.disputeId,
      organ: "柳湾县公安局",
      happenedAt: happenedAt(reportedAt, violation.hour).toISOString(),
      ...{ place, cause, course, circumstances, result },
      performanceWay: "当面履行，经办民警在场。",
    }),
  );
}

/** Before the call that brought it, which came up to an hour and a half before it was taken in. */
function happenedAt(reportedAt: Date, hour: PoliceMatter["violation"]["hour"]): Date {
  if (hour) return onDay(reportedAt, hour.startsWith("2") ? -1 : 0, hour);
  return new Date(reportedAt.getTime() - 100 * 60_000);
}
