import type { SeededCounty } from "../county";
import type { SeedOptions } from "../main";
import { crowd } from "./crowd";
import { decorationStalled } from "./decoration-stalled";
import { promises } from "./promises";
import { repeatedCalls } from "./repeated-calls";
import { sessionsThisWeek } from "./sessions-this-week";
import { demoStage } from "./stage";
import { wallAtRiverside } from "./wall-at-riverside";

/** Plays the named scenarios first, then the crowd. */
export async function playScenarios(
  county: SeededCounty,
  options: Required<Pick<SeedOptions, "cases" | "onProgress">>,
): Promise<void> {
  const stage = demoStage(county);
  await wallAtRiverside(stage);
  await repeatedCalls(stage);
  await sessionsThisWeek(stage);
  await promises(stage);
  await decorationStalled(stage);
  options.onProgress("named scenarios");
  await crowd(stage, options.cases, (done, all) => options.onProgress(`${done}`, `${all} disputes`));
}
