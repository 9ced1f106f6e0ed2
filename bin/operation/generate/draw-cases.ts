import type { RepeatableRandom } from "@/server/demo/scenarios/repeatable-random";
import { yearOf } from "@/server/kernel/shanghai";
import { type CompiledStory, ofPolice } from "./compile-story";
import { type GeneratedCounty, type GeneratedPerson, type GeneratedStation, shareOfStation } from "./generated-county";
import { castOf } from "./story-scene";

const dayMs = 86_400_000;
const halfHour = 1_800_000;
const years = 5;
const openPercent = 2;

/** One dispute to be written: a story at another time, in a station, with people and rooms of its own. */
export interface DrawnCase {
  compiled: CompiledStory;
  station: GeneratedStation;
  /** How many days later than the story; negative. */
  shift: number;
  /** Who plays whom, and which rooms are used, by their name in the scene. */
  cast: ReadonlyMap<string, GeneratedPerson>;
  rooms: readonly string[];
  /** Text of each number, by its name. */
  numbers: Map<string, string>;
}

/** Hours taken already, by room or person: half hours since 1970. */
export class TakenHours {
  private readonly taken = new Map<string, Set<number>>();

  private static *halves(fromMs: number, untilMs: number) {
    for (let half = Math.floor(fromMs / halfHour); half * halfHour < untilMs; half += 1) yield half;
  }
  isFree(resource: string, fromMs: number, untilMs: number): boolean {
    const set = this.taken.get(resource);
    if (set) for (const half of TakenHours.halves(fromMs, untilMs)) if (set.has(half)) return false;
    return true;
  }
  take(resource: string, fromMs: number, untilMs: number): void {
    let set = this.taken.get(resource);
    if (!set) {
      set = new Set();
      this.taken.set(resource, set);
    }
    for (const half of TakenHours.halves(fromMs, untilMs)) set.add(half);
  }
}

/** Picks by weight: `weights` add up to anything. */
function picker(weights: readonly number[], random: RepeatableRandom): () => number {
  let sum = 0;
  const upTo = weights.map((weight) => {
    sum += weight;
    return sum;
  });
  return () => {
    const at = (random.below(1_000_000) / 1_000_000) * sum;
    return upTo.findIndex((limit) => at < limit);
  };
}

interface Drawing {
  county: GeneratedCounty;
  finished: readonly CompiledStory[];
  open: readonly CompiledStory[];
  random: RepeatableRandom;
  now: Date;
  hours: TakenHours;
}

/** Another cast: the station's own staff by turns, and for each helper somebody of the same force. */
function drawCast({ county, random }: Drawing, compiled: CompiledStory, station: GeneratedStation) {
  const turned = <T>(list: readonly T[]) => {
    const by = random.below(list.length);
    return [...list.slice(by), ...list.slice(0, by)];
  };
  const staffed = castOf({ ...station, mediators: turned(station.mediators), officers: turned(station.officers) }, []);
  for (const name of compiled.cast) {
    if (staffed.has(name)) continue;
    const force = name.replace(/\d+$/, "");
    const chosen = [...staffed.values()];
    const able = county.experts.filter((one) => one.force === force && !chosen.includes(one));
    staffed.set(name, random.pick(able));
  }
  return staffed;
}

/** Whole days, so that hours stay; a finished story has ended by now. */
function drawShift({ random, now }: Drawing, { story, beginsMs, endsMs }: CompiledStory): number {
  if (story.isOpen) return -(random.in100(40) ? 0 : random.below(28));
  const latest = Math.floor((now.getTime() - endsMs) / dayMs);
  const earliest = Math.floor((beginsMs - (now.getTime() - years * 365 * dayMs)) / dayMs);
  return latest - random.below(latest + earliest);
}

const tries = 60;

function drawCase(drawing: Drawing, pick: () => CompiledStory, pickStation: () => GeneratedStation): DrawnCase {
  const { random, hours } = drawing;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const compiled = pick();
    const station = pickStation();
    const shift = drawShift(drawing, compiled);
    const cast = drawCast(drawing, compiled, station);
    const by = random.below(station.rooms.length);
    const rooms = station.rooms.map((_, i) => station.rooms[(i + by) % station.rooms.length]?.id ?? "");
    const wanted = compiled.hours.map(({ name, fromMs, untilMs }) => ({
      resource: name.startsWith("room") ? (rooms[Number(name.slice(4))] ?? "") : (cast.get(name)?.id ?? ""),
      from: fromMs + shift * dayMs,
      until: untilMs + shift * dayMs,
    }));
    if (!wanted.every(({ resource, from, until }) => hours.isFree(resource, from, until))) continue;
    for (const { resource, from, until } of wanted) hours.take(resource, from, until);
    return { compiled, station, shift, cast, rooms, numbers: new Map() };
  }
  throw new Error("the county is full: no hour is free for one more dispute");
}

/** Draws the disputes of a county in the order in which they are registered, each with its numbers. */
export function drawCases(drawing: Drawing, count: number, counters: Counters): DrawnCase[] {
  const { county, random, finished, open } = drawing;
  const pickStation = picker(
    county.stations.map((_, rank) => shareOfStation(rank)),
    random,
  );
  const picked = (list: readonly CompiledStory[]) => {
    const pick = picker(
      list.map(({ story }) => story.weight),
      random,
    );
    return () => list[pick()] as CompiledStory;
  };
  const [pickFinished, pickOpen] = [picked(finished), picked(open)];
  const station = () => county.stations[pickStation()] as GeneratedStation;
  const drawn = Array.from({ length: count }, () =>
    drawCase(drawing, random.in100(openPercent) && open.length > 0 ? pickOpen : pickFinished, station),
  );
  numberThem(drawn, counters);
  return drawn.sort((a, b) => beginOf(a) - beginOf(b));
}
const beginOf = ({ compiled, shift }: DrawnCase) => compiled.beginsMs + shift * dayMs;

/** The last number of each series: "scope kind year" → number. */
export type Counters = Map<string, number>;

/** Gives numbers in the order in which the acts took them. */
function numberThem(drawn: readonly DrawnCase[], counters: Counters): void {
  const taking = drawn.flatMap((one) =>
    one.compiled.numbers.map((number) => ({ one, number, atMs: number.atMs + one.shift * dayMs })),
  );
  taking.sort((a, b) => a.atMs - b.atMs);
  for (const { one, number, atMs } of taking) {
    const year = yearOf(new Date(atMs));
    const isStation = number.kind === "dispute" || ofPolice.has(number.kind.split(".")[1] ?? "");
    const scope = isStation ? one.station.id : one.station.committeeId;
    const key = `${scope} ${number.kind} ${year}`;
    const n = (counters.get(key) ?? 0) + 1;
    counters.set(key, n);
    one.numbers.set(number.name, number.text(year, n, one.station));
  }
}
