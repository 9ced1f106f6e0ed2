import type { Track } from "@/db/vocabulary";
import { lastNamed } from "./answers-on-the-way";
import { onDay, soonAfter, workMoment } from "./clock";
import { type Course, peoples, referred } from "./courses";
import type { DemoCounty } from "./demo-county";
import { asFarAsNow } from "./not-yet";
import { opening } from "./openings";
import { onTheSpot, publicSecurity } from "./police-courses";
import { amendUnknown } from "./police-steps";
import { type RepeatableRandom, repeatableRandom } from "./repeatable-random";
import { calledBefore, seenBefore } from "./reported";
import { draft } from "./scenario-ending";
import { book, hold, noticeAndConsent, type Opening, open, register } from "./scenario-steps";
import { beginAnew, notAccepted, reportedTwice, urged } from "./seldom";
import { invite } from "./talks";
import { teams } from "./teams";
import { inTurns, type Reach, type Story } from "./turns";

/** Where a young dispute stands today, from freshly taken in to waiting for the seal; a head asks about one that rests. */
async function running(course: Course, age: number): Promise<void> {
  const { scenario, random, team } = course;
  // What came in days ago has gone on since.
  const reach = age < 3 ? random.below(3) : 2 + random.below(3);
  if (reach === 0) return;
  await noticeAndConsent(scenario);
  if (reach === 1) return;
  const helpers = await invite(scenario, random);
  if (reach === 2) return urged(scenario, team, age);
  const session = await book(scenario, scenario.demo.rooms[team.room] ?? "", helpers, 1);
  await hold(scenario, session, reach === 3 ? "adjourned" : "agreed", `${scenario.matter.facts}双方各自陈述。`);
  if (reach === 4) await draft(scenario, "written", 20);
  await urged(scenario, team, age);
}

/** One matter from what was reported of it to where it stands today. */
async function story(
  demo: DemoCounty,
  start: Opening,
  { random, chance, reach }: { random: RepeatableRandom; chance: number; reach: Reach },
): Promise<void> {
  const now = new Date(demo.now.getTime() - 3_600_000);
  const age = Math.round((now.getTime() - start.at.getTime()) / 86_400_000);
  const team = teams[start.station];
  if (!team) return;
  const told = { by: team.officer, random, reach };
  if (start.source === "policeCall") start.callIds = await calledBefore(demo, start, told);
  if (start.source === "grid" && start.station === "LW")
    start.clueId = await seenBefore(demo, start, { ...told, by: "grid" });
  const opened = { ...start, reach };
  if (age < 2 && random.in100(25)) return void (await register(demo, opened));
  if (start.track === "peoples" && age > 3 && (chance * 7 + 3) % 100 < 5) return notAccepted(demo, opened, random);
  const scenario = await open(demo, opened);
  await amendUnknown(scenario, start);
  const course = { scenario, random, team, now, chance };
  if (start.track === "publicSecurity") return publicSecurity(course, start.at);
  if (start.track === "transfer") return referred(course);
  if (start.track !== "peoples") return onTheSpot(course, start.track);
  if (age < 10) return running(course, age);
  if (chance % 33 === 5) await reportedTwice(scenario, opened, team);
  await peoples(course);
  if (chance % 17 === 9) await beginAnew(course, opened);
}

/** Days before the last weeks: more of them the nearer they are to today, as the stations came to use it over two years. */
const longAgo = (random: RepeatableRandom) => Math.floor(686 * (1 - Math.sqrt(1 - random.below(1000) / 1000)));

/** From 0 to 99, evenly within each track, so that what is seldom occurs in any hundred. */
function evenly(from: number): (track: Track) => number {
  const told = new Map<Track, number>();
  return (track) => {
    const n = told.get(track) ?? 0;
    told.set(track, n + 1);
    return (n * 61 + from) % 100;
  };
}

const two = (n: number) => String(n).padStart(2, "0");
const atAnHour = (now: Date, age: number, random: RepeatableRandom) =>
  onDay(now, -age, `${two(9 + random.below(8))}:${two(random.below(60))}`);

/**
 * Of the last weeks: those of 柳湾 begin after the last of the named scenarios, so that its numbers run on with their days;
 * those of the other stations, which have none, at any time since what is long over.
 */
const ofLate = (demo: DemoCounty, code: string, random: RepeatableRandom) =>
  code === "LW"
    ? soonAfter(lastNamed(demo), 20 + random.below(240))
    : atAnHour(new Date(demo.now.getTime() - 3_600_000), 1 + random.below(32), random);

const ago = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000);
/** `wanted`, where it lies before a day; else as it was. */
const earlier = (wanted: Date, before: Date, was: Date) => (wanted < before ? wanted : was);

/**
 * Believable disputes over two years, told through the real verbs in the order of their days, together with `also`; for one
 * moment the same on every machine.
 */
export async function manyDisputes(
  demo: DemoCounty,
  { cases, ages, also = [] }: { cases: number; ages: "long ago" | "of late"; also?: readonly Story[] },
  onProgress: (done: number, all: number) => void,
): Promise<void> {
  const young = Math.round(cases * 0.14);
  const isLate = ages === "of late";
  const count = isLate ? young : cases - young;
  const random = repeatableRandom(isLate ? 20_260_117 : 20_260_118);
  const now = new Date(demo.now.getTime() - 3_600_000);
  const chanceOf = evenly(isLate ? 47 : 7);
  let done = isLate ? cases - young : 0;
  await inTurns([
    ...also,
    ...Array.from({ length: count }, () => {
      const code = stationOf(demo, random, isLate ? 20 : 56);
      const at = isLate ? ofLate(demo, code, random) : atAnHour(now, 34 + longAgo(random), random);
      const start = opening(demo, code, random, at);
      // Whoever is not called out works on working days.
      if (start.source !== "policeCall") start.at = earlier(workMoment(at), ago(now, isLate ? 1 : 34), at);
      const chance = chanceOf(start.track);
      // Its own source of chance: what one story draws must not depend on when the others draw.
      const own = repeatableRandom(1 + random.below(1_000_000_000));
      return async (reach: Reach) => {
        await reach(start.at);
        await asFarAsNow(story(demo, start, { random: own, chance, reach }));
        done += 1;
        if (done % 20 === 0) onProgress(done, cases);
      };
    }),
  ]);
}

/** Most come to 柳湾; a county with fewer stations has them all there. */
function stationOf(demo: DemoCounty, random: RepeatableRandom, inLiuwan: number): string {
  const code = random.in100(inLiuwan) ? "LW" : random.in100(58) ? "DG" : "WC";
  return demo.stations[code] ? code : "LW";
}
