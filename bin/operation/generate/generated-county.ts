import type { Role } from "@/db/vocabulary";
import { defaultForces } from "@/server/demo/forces";
import { idsInOrder } from "@/server/demo/ids-in-order";
import { givenNames, surnames } from "@/server/demo/scenarios/matters";
import type { RepeatableRandom } from "@/server/demo/scenarios/repeatable-random";

/** An invented person of a generated county. */
export interface GeneratedPerson {
  id: string;
  name: string;
  username: string;
  role: Role;
  post: string;
  phone: string;
  station: StationPlaces | null;
  /** The force of a helper. */
  force: string | null;
}

interface StationPlaces {
  id: string;
  code: string;
  name: string;
  committeeId: string;
  committee: string;
  dossierWord: string;
  /** The first is the station's own, with its rooms. */
  points: {
    id: string;
    kind: "station" | "committeeRoom" | "villageUnit" | "lookout";
    name: string;
    address: string;
  }[];
  rooms: { id: string; name: string; seats: number }[];
  streets: readonly string[];
}

export interface GeneratedStation extends StationPlaces {
  mediators: GeneratedPerson[];
  officers: GeneratedPerson[];
  head: GeneratedPerson;
  committeeHead: GeneratedPerson;
  grid: GeneratedPerson;
}

/** Places and people of one generated county, before any row is written. */
export interface GeneratedCounty {
  id: string;
  name: string;
  /** Its place among the generated counties of the database, from 1. */
  ordinal: number;
  stations: GeneratedStation[];
  experts: GeneratedPerson[];
  people: GeneratedPerson[];
}

const townWords =
  "柳湾 东关 文昌 青石 白杨 石桥 龙泉 清河 双塔 杏林 红岩 云岭 古渡 南湖 北苑 西坡 新城 老营 平川 高坪".split(" ");
const moreTowns =
  "松林 梅溪 枣园 沙河 金坪 银杏 莲塘 竹山 桃花 榆树 长岭 玉泉 马店 牛庄 临河 观音 向阳 永乐 太平 安定".split(" ");
const towns = [...townWords, ...moreTowns];
const countyWords =
  "柳安 东宁 文泽 青阳 白水 石城 龙川 清远 双江 杏花 红山 云和 古田 南丰 北川 西乡 新田 老河 平远 高台".split(" ");
const streetWords = "花园 新村 巷 老街 大街 里 家园 路 小区 坊".split(" ");

/** How much of a county's work a station has, by its rank: a few have most of it. */
export const shareOfStation = (rank: number): number => 1 / (rank + 1) ** 0.9;
const busyStations = 4;

/** Two letters that no other station of the county has. */
const codeOf = (index: number) => String.fromCharCode(65 + Math.floor(index / 26), 65 + (index % 26));

interface Naming {
  newId: () => string;
  random: RepeatableRandom;
  ordinal: number;
  people: GeneratedPerson[];
  names: Set<string>;
}

/** A name that nobody in the county's offices has yet: a story's people are told apart by theirs. */
function newName({ random, names }: Naming): string {
  for (;;) {
    const name = random.pick(surnames) + random.pick(givenNames);
    if (names.has(name)) continue;
    names.add(name);
    return name;
  }
}

function addPerson(naming: Naming, person: Pick<GeneratedPerson, "username" | "role" | "post" | "station" | "force">) {
  const { newId, ordinal, people } = naming;
  const made: GeneratedPerson = {
    ...person,
    id: newId(),
    name: newName(naming),
    username: `g${ordinal}.${person.username}`,
    phone: `139${String(ordinal % 1000).padStart(3, "0")}${String(10_000 + people.length)}`,
  };
  people.push(made);
  return made;
}

function stationOf(naming: Naming, index: number): GeneratedStation {
  const { newId } = naming;
  const town = towns[index % towns.length] ?? "";
  const name = `${town}${index < towns.length ? "" : "新区"}派出所`;
  const prefix = `s${index + 1}`;
  const streets = streetWords.map((word, i) => `${towns[(index * 7 + i * 3) % towns.length]}${word}`);
  const station: StationPlaces = {
    id: newId(),
    code: codeOf(index),
    name,
    committeeId: newId(),
    committee: `${name.replace("派出所", "镇")}人民调解委员会`,
    dossierWord: town,
    points: (["station", "committeeRoom", "villageUnit", "lookout"] as const).map((kind, i) => ({
      id: newId(),
      kind,
      name: kind === "station" ? `${name}调解室` : `${streets[i]}${kind === "lookout" ? "瞭望哨" : "联络点"}`,
      address: `${streets[i]}${i + 1} 号`,
    })),
    rooms: ["驻所调解室一", "驻所调解室二", "驻所调解室三"].map((room, i) => ({
      id: newId(),
      name: room,
      seats: 12 - 2 * i,
    })),
    streets,
  };
  const add = (username: string, role: Role, post: string) =>
    addPerson(naming, { username: `${prefix}.${username}`, role, post, station, force: null });
  const mediators = index < busyStations ? [1, 2, 3, 4] : [1, 2];
  return Object.assign(station, {
    mediators: mediators.map((n) => add(`mediator${n}`, "mediator", "驻所调解员")),
    officers: [1, 2].map((n) => add(`officer${n}`, "officer", "社区民警")),
    head: add("head", "stationHead", "所长"),
    committeeHead: add("committee", "committeeHead", "调委会主任"),
    grid: add("grid", "gridMember", "网格员"),
  });
}

const expertsPerForce = 5;

/** Invents a county: thirty stations with their people, and forty helpers of the eight forces. */
export function generatedCounty(options: {
  ordinal: number;
  now: Date;
  random: RepeatableRandom;
  stations?: number;
}): GeneratedCounty {
  const { ordinal, now, random, stations: wanted = 30 } = options;
  const newId = idsInOrder(new Date(now.getTime() + ordinal));
  const naming: Naming = { newId, random, ordinal, people: [], names: new Set() };
  const id = newId();
  const stations = Array.from({ length: wanted }, (_, index) => stationOf(naming, index));
  const experts = defaultForces
    .filter(([code]) => code !== "other")
    .flatMap(([code, nameZh]) =>
      Array.from({ length: expertsPerForce }, (_, i) =>
        addPerson(naming, { username: `${code}${i + 1}`, role: "expert", post: nameZh, station: null, force: code }),
      ),
    );
  addPerson(naming, { username: "county", role: "county", post: "县局基层基础科", station: null, force: null });
  addPerson(naming, { username: "admin", role: "admin", post: "系统管理员", station: null, force: null });
  const word = countyWords[(ordinal - 1) % countyWords.length];
  const round = Math.floor((ordinal - 1) / countyWords.length);
  return { id, name: `${word}${round ? round + 1 : ""}县`, ordinal, stations, experts, people: naming.people };
}
