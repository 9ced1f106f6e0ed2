import type { Track } from "@/db/vocabulary";
import { endProceeding } from "../../disputes/end-proceeding";
import { endProceedingInput } from "../../disputes/inputs";
import { findViolation } from "../../violations/find-violation";
import { findViolationInput } from "../../violations/inputs";
import { soonAfter } from "./clock";
import { type Course, file } from "./courses";
import type { PoliceMatter } from "./matters-by-track";
import { find } from "./police-steps";
import { close, draft, effect, keep, sign, visit } from "./scenario-ending";
import { book, goOn, hold, noticeAndConsent } from "./scenario-steps";

/** Police mediation: one session, an agreement without seal, performed; some come to no agreement, or to no violation. */
export async function publicSecurity(course: Course, reportedAt: Date): Promise<void> {
  const { scenario, random, team, chance } = course;
  if (chance >= 6 && chance < 8) return noViolation(course);
  await find(scenario, scenario.matter as PoliceMatter, reportedAt);
  await noticeAndConsent(scenario);
  const session = await book(scenario, scenario.demo.rooms[team.room] ?? "", [], 1);
  const isAgreed = chance < 60 || chance >= 75;
  await hold(scenario, session, isAgreed ? "agreed" : "failed", isAgreed ? "双方当场和解。" : "双方没有谈成。");
  if (!isAgreed) return toPenalty(course);
  await draft(scenario, "written", 5);
  await sign(scenario, null);
  await effect(scenario);
  await keep(scenario, random.below(3));
  await close(scenario, true);
}

async function noViolation(course: Course): Promise<void> {
  const { scenario } = course;
  const { harmless } = (scenario.matter as PoliceMatter).violation;
  const { demo, lead, disputeId } = scenario;
  await goOn(scenario, soonAfter(scenario.at, 180));
  const no = "no";
  await findViolation(
    demo.as(lead, scenario.at),
    findViolationInput.parse({
      disputeId,
      ...{ isViolation: no, isMinor: no, kinds: [], circumstance: null, people: [] },
      ...{ hired: no, gang: no, repeated: no, newViolation: no, fled: no, otherUnfit: no },
      basis: harmless,
    }),
  );
  await endProceeding(
    demo.as(lead, scenario.at),
    endProceedingInput.parse({
      disputeId,
      outcome: "notViolation",
      reason: `${harmless}，没有违反治安管理的行为，已告知可以自行协商或者起诉`,
      routesTold: ["court"],
    }),
  );
  await file(course, 3, course.now);
}

async function toPenalty(course: Course): Promise<void> {
  const { scenario } = course;
  const { demo, lead, disputeId } = scenario;
  await goOn(scenario, soonAfter(scenario.at, 40));
  await endProceeding(
    demo.as(lead, scenario.at),
    endProceedingInput.parse({
      disputeId,
      outcome: "publicSecurityToPenalty",
      failure: "notAgreed",
      reason: "没有达成协议，依法处理，并告知民事部分可以起诉",
      routesTold: ["court"],
    }),
  );
  await file(course, 3, course.now);
}

/** Calmed where it was found, or brought together after a judgment: closed within days, filed by most. */
export async function onTheSpot(course: Course, track: Track): Promise<void> {
  const { scenario } = course;
  if (track === "coordination") {
    await visit(scenario, 1, "satisfied", "法官一起上门看过，双方照判决在办。");
    return close(scenario, true, { note: "判决在办，双方没有再吵" });
  }
  await goOn(scenario, soonAfter(scenario.at, 50));
  await close(scenario, true);
}
