import { and, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { parties } from "@/db/schema/parties";
import type { NonAcceptanceReason } from "@/db/vocabulary";
import { gateAnswers, triageDisputeInput } from "../../disputes/inputs";
import { triageDispute } from "../../disputes/triage-dispute";
import { answerInstruction } from "../../instructions/answer-instruction";
import { giveInstruction } from "../../instructions/give-instruction";
import { mergeDisputes } from "../../merging/merge-disputes";
import { onDay, soonAfter, workMoment } from "./clock";
import { agreed, type Course } from "./courses";
import type { DemoCounty } from "./demo-county";
import type { RepeatableRandom } from "./repeatable-random";
import { goOn, noBar, type Opening, open, register, type Scenario } from "./scenario-steps";
import type { Team } from "./teams";

/** Not taken on, with the reason told. */
export async function notAccepted(demo: DemoCounty, opening: Opening, random: RepeatableRandom): Promise<void> {
  const reason = random.pick<NonAcceptanceReason>(["acceptedElsewhere", "outsideArea", "partyUnwilling"]);
  const disputeId = await register(demo, opening);
  const at = soonAfter(opening.at, 50);
  await opening.reach?.(at);
  const answers = { ...noBar, acceptedElsewhere: reason === "acceptedElsewhere" ? "yes" : "no" };
  await triageDispute(
    demo.as(opening.intake, at),
    triageDisputeInput.parse({
      ...{ disputeId, track: null, notAcceptedReason: reason },
      answers: gateAnswers.parse(answers),
    }),
  );
}

/** A second caller reports the same matter the same day, and the two registrations are put together. */
export async function reportedTwice(scenario: Scenario, opening: Opening, team: Team): Promise<void> {
  const { demo, partyIds } = scenario;
  const twin = await register(demo, {
    ...opening,
    ...{ intake: team.officer, source: "policeCall", callIds: [], clueId: null, at: soonAfter(scenario.at, 60) },
  });
  const rows = await database()
    .select({ id: parties.id })
    .from(parties)
    .where(and(eq(parties.countyId, demo.countyId), eq(parties.disputeId, twin)))
    .orderBy(parties.position);
  await goOn(scenario, soonAfter(scenario.at, 110));
  await mergeDisputes(demo.as(scenario.lead, scenario.at), {
    disputeId: twin,
    intoDisputeId: scenario.disputeId,
    parties: rows.map(({ id }, i) => ({ partyId: id, intoPartyId: partyIds[i] ?? null, side: i + 1 })),
    reason: "同一件事两个人报，并到先登记的这件",
  });
}

/** Some weeks after it was over it begins again: taken in anew as a relapse, and agreed once more. */
export async function beginAnew(course: Course, opening: Opening): Promise<void> {
  const { scenario, now } = course;
  const at = onDay(scenario.at, 40, "10:20");
  // What came in during the last weeks is told after this, and its numbers follow on.
  if (at > onDay(now, -34, "00:00")) return;
  const again = await open(scenario.demo, {
    ...opening,
    ...{ source: "walkIn", callIds: [], clueId: null, relapseOf: scenario.disputeId, lead: scenario.lead },
    ...{ intake: scenario.lead, station: scenario.station, at },
  });
  await agreed({ ...course, scenario: again });
}

/** It rested for a day longer than it may: the committee's head asks by when it goes on, and the lead answers. */
export async function urged(scenario: Scenario, team: Team, age: number): Promise<void> {
  const { demo, disputeId, lead } = scenario;
  if (age < 3) return;
  await goOn(scenario, workMoment(onDay(scenario.at, 2, "09:10")));
  const answerBy = workMoment(onDay(scenario.at, 1, "11:00")).toISOString();
  const wish = "这件停了两天，请说明卡在哪里、哪天接着办。";
  const { instructionId } = await giveInstruction(demo.as(team.committee, scenario.at), {
    ...{ disputeId, kind: "urge", wish, answerBy },
  });
  await goOn(scenario, soonAfter(scenario.at, 95));
  const answer = "一方在外地打工，已约好他回来那天当面谈，其余的人都问过了。";
  await answerInstruction(demo.as(lead, scenario.at), { disputeId, instructionId, answer });
}
