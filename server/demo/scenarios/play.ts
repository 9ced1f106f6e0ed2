import type { SeededCounty } from "../county";
import { answersOnTheWay } from "./answers-on-the-way";
import { crowd } from "./crowd";
import { daysAway } from "./days-away";
import { decorationStalled } from "./decoration-stalled";
import { deskInProgress } from "./desk-in-progress";
import { eveningTalk } from "./evening-talk";
import { legalDuty } from "./legal-duty";
import { panelRules } from "./panel-rules";
import { promises } from "./promises";
import { repeatedCalls } from "./repeated-calls";
import { sessionAtRisk } from "./session-at-risk";
import { sessionsThisWeek } from "./sessions-this-week";
import { demoStage } from "./stage";
import { weeksOfHelpers } from "./times-of-people";
import { wallAtRiverside } from "./wall-at-riverside";

export interface PlayOptions {
  /** How many believable disputes beside the named scenarios. */
  cases: number;
  onProgress: (...parts: (string | number)[]) => void;
}

/** Plays the named scenarios first, then the crowd. */
export async function playScenarios(county: SeededCounty, options: PlayOptions): Promise<void> {
  const stage = demoStage(county);
  await panelRules(stage);
  await wallAtRiverside(stage);
  await repeatedCalls(stage);
  await sessionsThisWeek(stage);
  await deskInProgress(stage);
  await promises(stage);
  await decorationStalled(stage);
  await legalDuty(stage);
  await answersOnTheWay(stage);
  await sessionAtRisk(stage);
  await weeksOfHelpers(stage);
  await daysAway(stage);
  options.onProgress("named scenarios");
  await crowd(stage, options.cases, (done, all) => options.onProgress(`${done}`, `${all} disputes`));
  // Last, in what the sessions have left free.
  await eveningTalk(stage);
}
