import type { SeededCounty } from "../county";
import { answersOnTheWay } from "./answers-on-the-way";
import { daysAway } from "./days-away";
import { decorationStalled } from "./decoration-stalled";
import { demoCounty } from "./demo-county";
import { deskInProgress } from "./desk-in-progress";
import { eveningTalk } from "./evening-talk";
import { legalDuty } from "./legal-duty";
import { manyDisputes } from "./many-disputes";
import { deckToSeal, earlierPromises, parkingToSign } from "./obligations";
import { panelRules } from "./panel-rules";
import { repeatedCalls } from "./repeated-calls";
import { sessionAtRisk } from "./session-at-risk";
import { boundaryInDonggang, liftAtJinxiu, shopInOldStreet } from "./sessions-this-week";
import { weeksOfHelpers } from "./times-of-people";
import { wallAtRiverside } from "./wall-at-riverside";

export interface PlayOptions {
  /** The moment at which the demo is told; all its dates are relative to it. */
  now: Date;
  /** How many believable disputes beside the named scenarios. */
  cases: number;
  onProgress: (...parts: (string | number)[]) => void;
}

/** Plays what is long over, the named scenarios of the last weeks, and what came in of late. */
export async function runScenarios(county: SeededCounty, options: PlayOptions): Promise<void> {
  const demo = demoCounty(county, options.now);
  const { cases, onProgress } = options;
  const told = (done: number, all: number) => onProgress(`${done}`, `${all} disputes`);
  await panelRules(demo);
  // What is long over comes before what is told of the last weeks, and the named scenarios follow each other by the day on
  // which they begin, so that numbers run on with their days.
  await manyDisputes(demo, { cases, ages: "long ago", also: earlierPromises(demo) }, told);
  await decorationStalled(demo);
  await boundaryInDonggang(demo);
  await wallAtRiverside(demo);
  await repeatedCalls(demo);
  await shopInOldStreet(demo);
  await deckToSeal(demo);
  await liftAtJinxiu(demo);
  await deskInProgress(demo);
  await parkingToSign(demo);
  await sessionAtRisk(demo);
  await legalDuty(demo);
  await answersOnTheWay(demo);
  await weeksOfHelpers(demo);
  await daysAway(demo);
  onProgress("named scenarios");
  await manyDisputes(demo, { cases, ages: "of late" }, told);
  // Last, in what the sessions have left free.
  await eveningTalk(demo);
}
