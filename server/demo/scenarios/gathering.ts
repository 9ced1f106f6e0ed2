import { asc, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { parties } from "@/db/schema/parties";
import { conveneSession } from "../../convening/convene-session";
import { conveneInput } from "../../convening/inputs";
import { gateAnswers, registerDisputeInput, triageDisputeInput } from "../../disputes/inputs";
import { registerDispute } from "../../disputes/register-dispute";
import { triageDispute } from "../../disputes/triage-dispute";
import { Problem } from "../../kernel/problem";
import { onDay } from "./clock";
import type { DemoCounty } from "./demo-county";
import type { Matter } from "./matters";
import { alone, noBar, noDanger, noticeAndConsent, type Scenario } from "./scenario-steps";

const hour = 3_600_000;
const minute = 60_000;

interface Brought {
  matter: Matter;
  title: string;
  place: string;
  /** The first asks, the second answers; each is a side. */
  parties: readonly [name: string, phone: string][];
}

/** Taken in by the demo mediator, accepted for people's mediation, rights told, everyone agreed. */
export async function agreedToTalk(
  demo: DemoCounty,
  at: Date,
  { matter, title, place, parties: given }: Brought,
): Promise<Scenario> {
  const { disputeId } = await registerDispute(
    demo.as("mediator", at),
    registerDisputeInput.parse({
      asked: noDanger,
      source: "walkIn",
      type: matter.type,
      title,
      place,
      facts: matter.facts,
      neutralSummary: matter.summary,
      parties: given.map(([name, phone], index) => ({
        side: index + 1,
        standing: index === 0 ? "applicant" : "respondent",
        name,
        phone,
      })),
    }),
  );
  const answers = gateAnswers.parse({ ...noBar, propertyDamage: "yes" });
  const triaged = new Date(at.getTime() + 20 * minute);
  const input = triageDisputeInput.parse({ disputeId, answers, track: "peoples" });
  const { proceedingId } = await triageDispute(demo.as("mediator", triaged), input);
  const rows = await database()
    .select({ id: parties.id })
    .from(parties)
    .where(eq(parties.disputeId, disputeId))
    .orderBy(asc(parties.position));
  const scenario: Scenario = {
    demo,
    disputeId,
    proceedingId: proceedingId ?? "",
    partyIds: rows.map((row) => row.id),
    lead: "mediator",
    station: "LW",
    matter,
    at: triaged,
    speakers: [],
    reach: alone,
  };
  await noticeAndConsent(scenario);
  return scenario;
}

interface Wanted {
  /** Key of the stage's rooms. */
  room: string;
  needs: readonly { forceCode: string; seats: number; isRequired: boolean }[];
  asked: readonly (readonly [username: string, forceCode: string])[];
}

const isWeekend = (at: Date) => [0, 6].includes(new Date(at.getTime() + 8 * hour).getUTCDay());

/** Everybody is asked to the first hour that room and people have free from `days` after `at` on, weekends left out. */
export async function askedTogether(scenario: Scenario, at: Date, days: number, wanted: Wanted): Promise<Date> {
  const { demo, disputeId, partyIds } = scenario;
  const roomId = demo.rooms[wanted.room] ?? "";
  const workdays = Array.from({ length: 9 }, (_, index) => days + index).filter(
    (day) => !isWeekend(onDay(at, day, "12:00")),
  );
  for (const day of workdays) {
    for (const time of ["14:30", "09:30", "16:00"]) {
      const startsAt = onDay(at, day, time);
      const later = onDay(at, workdays.find((other) => other > day) ?? day + 1, "15:00");
      const input = conveneInput.parse({
        disputeId,
        partyIds,
        startsAt: startsAt.toISOString(),
        minutes: 90,
        roomId,
        needs: wanted.needs,
        invitees: wanted.asked.map(([username, forceCode]) => ({ personId: demo.people[username], forceCode })),
        alternatives: [{ startsAt: later.toISOString(), roomId }],
      });
      try {
        await conveneSession(demo.as("mediator", at), input);
        return startsAt;
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
      }
    }
  }
  throw new Error("no hour was free for the convened session");
}
