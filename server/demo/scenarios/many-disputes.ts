import { onDay } from "./clock";
import { peoples } from "./courses";
import type { DemoCounty } from "./demo-county";
import { givenNames, matters, streets, surnames } from "./matters";
import { judged, ofChildren, onScene, type PoliceMatter, violations } from "./matters-by-track";
import { amendUnknown, find } from "./police-steps";
import { type RepeatableRandom, repeatableRandom } from "./repeatable-random";
import { calledBefore, seenBefore } from "./reported";
import { close, draft, effect, keep, sign, visit } from "./scenario-ending";
import { book, hold, noticeAndConsent, type Opening, open, register, type Scenario } from "./scenario-steps";
import { childOf, firmFor, hasFirms, type Side } from "./sides";
import { invite } from "./talks";
import { type Team, teams } from "./teams";
import { inTurns, type Reach, type Story } from "./turns";

/** Where a young dispute stands today, from freshly taken in to waiting for the seal. */
async function running(scenario: Scenario, random: RepeatableRandom, team: Team): Promise<void> {
  const reach = random.below(5);
  if (reach === 0) return;
  await noticeAndConsent(scenario);
  if (reach === 1) return;
  const helpers = await invite(scenario, random);
  if (reach === 2) return;
  const session = await book(scenario, scenario.demo.rooms[team.room] ?? "", helpers, 1);
  if (session.startsAt.getTime() + 2 * 3_600_000 > scenario.demo.now.getTime()) return;
  await hold(scenario, session, reach === 3 ? "adjourned" : "agreed", `${scenario.matter.facts}双方各自陈述。`);
  if (reach === 3) return;
  await draft(scenario, "written", 20);
}

/** What a matter is and who quarrels in it, as its track has it. */
function castOf(
  track: Opening["track"],
  random: RepeatableRandom,
  person: () => string,
): Pick<Opening, "matter" | "names" | "sides"> {
  const names = [person(), person()] as const;
  if (track === "publicSecurity") return { matter: random.pick(violations), names };
  if (track === "onScene") return { matter: random.pick(onScene), names };
  if (track === "coordination") return { matter: random.pick(judged), names };
  if (random.in100(5)) {
    const matter = random.pick(ofChildren);
    return {
      matter,
      names,
      sides: [childOf(names[0], `${names[0].slice(0, 1)}${random.pick(givenNames)}`), { name: names[1] }],
    };
  }
  const matter = random.pick(matters);
  const one: Side = { name: names[0] };
  if (hasFirms(matter) && random.in100(60)) return { matter, names, sides: [one, firmFor(matter, random, names[1])] };
  if (matter.type === "damages" && random.in100(40))
    return { matter, names, sides: [one, { name: "推车的人（不知姓名）", kind: "unidentified" }] };
  return { matter, names };
}

function opening(demo: DemoCounty, random: RepeatableRandom, at: Date): Opening {
  const station = random.in100(56) ? "LW" : random.in100(58) ? "DG" : "WC";
  const code = demo.stations[station] ? station : "LW";
  const team = teams[code];
  const [street, point] = random.pick(streets[code] ?? []);
  if (!team) throw new Error("no team");
  const track = random.in100(84) ? "peoples" : random.pick(["onScene", "publicSecurity", "coordination"] as const);
  const mediator = random.pick(team.mediators);
  const byPolice = track === "onScene" || track === "publicSecurity";
  return {
    ...castOf(track, random, () => random.pick(surnames) + random.pick(givenNames)),
    station: code,
    intake: byPolice ? team.officer : mediator,
    lead: byPolice ? team.officer : mediator,
    track,
    place: `${street} ${1 + random.below(12)} 号楼 ${1 + random.below(4)} 单元 ${1 + random.below(6)}0${1 + random.below(3)}`,
    pointId: point ? demo.points[point] : undefined,
    at,
    source: byPolice
      ? "policeCall"
      : random.pick([
          "walkIn",
          "walkIn",
          "walkIn",
          "phone",
          "policeCall",
          "policeCall",
          "grid",
          "ownInitiative",
          "courtReferral",
        ] as const),
    risk: random.in100(12) ? "amber" : random.in100(3) ? "red" : "green",
  };
}

/** Police mediation: one session, an agreement without seal, performed. */
async function publicSecurity(scenario: Scenario, random: RepeatableRandom, team: Team, now: Date): Promise<void> {
  await find(scenario, scenario.matter as PoliceMatter);
  await noticeAndConsent(scenario);
  const session = await book(scenario, scenario.demo.rooms[team.room] ?? "", [], 1);
  if (session.startsAt > now) return;
  await hold(scenario, session, "agreed", "双方当场和解。");
  await draft(scenario, "written", 5);
  await sign(scenario, null);
  await effect(scenario);
  if (onDay(scenario.at, 3, "18:00") > now) return;
  await keep(scenario, random.below(3));
  await close(scenario, random.in100(80));
}

/** One matter from what was reported of it to where it stands today. */
async function story(demo: DemoCounty, start: Opening, random: RepeatableRandom, reach: Reach): Promise<void> {
  const now = new Date(demo.now.getTime() - 3_600_000);
  const age = Math.round((now.getTime() - start.at.getTime()) / 86_400_000);
  const team = teams[start.station];
  if (!team) return;
  const told = { by: team.officer, random, reach };
  if (start.source === "policeCall") start.callIds = await calledBefore(demo, start, told);
  if (start.source === "grid" && start.station === "LW")
    start.clueId = await seenBefore(demo, start, { ...told, by: "grid" });
  const opened = { ...start, reach };
  if (age < 4 && random.in100(25)) return void (await register(demo, opened));
  const scenario = await open(demo, opened);
  await amendUnknown(scenario, start);
  if (start.track === "peoples")
    await (age < 10 ? running(scenario, random, team) : peoples({ scenario, random, team, now }));
  else if (start.track === "publicSecurity") await publicSecurity(scenario, random, team, now);
  else if (age > 8) {
    const isFiled = random.in100(90);
    if (start.track === "coordination") await visit(scenario, 1, "satisfied", "法官一起上门看过，双方照判决在办。");
    await close(scenario, isFiled);
  }
}

/**
 * Believable disputes over two years, told through the real verbs in the order of their days, together with `also`; for one
 * moment the same on every machine.
 */
export async function manyDisputes(
  demo: DemoCounty,
  { cases, ages, also = [] }: { cases: number; ages: "long ago" | "of late"; also?: readonly Story[] },
  onProgress: (done: number, all: number) => void,
): Promise<void> {
  const young = Math.round(cases * 0.16);
  const count = ages === "of late" ? young : cases - young;
  const random = repeatableRandom(ages === "of late" ? 20_260_117 : 20_260_118);
  const now = new Date(demo.now.getTime() - 3_600_000);
  let done = ages === "of late" ? cases - young : 0;
  await inTurns([
    ...also,
    ...Array.from({ length: count }, () => {
      const age = ages === "of late" ? 1 + random.below(9) : 34 + random.below(686);
      const at = onDay(
        now,
        -age,
        `${String(9 + random.below(8)).padStart(2, "0")}:${String(random.below(60)).padStart(2, "0")}`,
      );
      const start = opening(demo, random, at);
      // Its own source of chance: what one story draws must not depend on when the others draw.
      const own = repeatableRandom(1 + random.below(1_000_000_000));
      return async (reach: Reach) => {
        await reach(at);
        await story(demo, start, own, reach);
        done += 1;
        if (done % 20 === 0) onProgress(done, cases);
      };
    }),
  ]);
}
