import type { DemoCounty } from "./demo-county";
import { addressIn, givenNames, type Matter, matters, type Street, streets, surnames } from "./matters";
import { judged, ofChildren, onScene, violations } from "./matters-by-track";
import type { RepeatableRandom } from "./repeatable-random";
import type { Opening } from "./scenario-steps";
import { childOf, firmFor, firstFirm, hasFirms, isOfFirmAlone, namesOfChildren, type Side, someFirm } from "./sides";
import { teams } from "./teams";

/** No two debts are the same. */
function varied(matter: Matter, random: RepeatableRandom): Matter {
  const { yuan } = matter.promise;
  if (!yuan) return matter;
  const step = yuan >= 5000 ? 500 : yuan >= 1000 ? 100 : 20;
  return {
    ...matter,
    promise: { ...matter.promise, yuan: step * Math.round((yuan * (50 + random.below(120))) / 100 / step) },
  };
}

const fitting = <M extends Matter>(list: readonly M[], { is }: Street): readonly M[] => {
  const found = list.filter(({ where }) => where?.includes(is));
  return found.length > 0 ? found : list;
};

/** What a matter is and who quarrels in it, as its track and its place have it. */
function castOf(
  track: Opening["track"],
  at: Street,
  random: RepeatableRandom,
): Pick<Opening, "matter" | "names" | "sides"> {
  const person = () => random.pick(surnames) + random.pick(givenNames);
  const names = [person(), person()] as const;
  if (track === "publicSecurity") return { matter: random.pick(fitting(violations, at)), names };
  if (track === "onScene") return { matter: random.pick(fitting(onScene, at)), names };
  if (track === "coordination") {
    const matter = random.pick(fitting(judged, at));
    // The firm asks for what it was awarded.
    if (!isOfFirmAlone(matter)) return { matter, names };
    return { matter, names, sides: [firmFor(firstFirm(matter), at.name, names[0]), { name: names[1] }] };
  }
  if (random.in100(5)) {
    const matter = random.pick(fitting(ofChildren, at));
    const child = `${names[0].slice(0, 1)}${random.pick(namesOfChildren)}`;
    return { matter, names, sides: [childOf(child, names[0]), { name: names[1] }] };
  }
  const matter = varied(random.pick(fitting(matters, at)), random);
  const one: Side = { name: names[0] };
  if (hasFirms(matter) && random.in100(60))
    return { matter, names, sides: [one, firmFor(someFirm(matter, random), at.name, names[1])] };
  if (isOfFirmAlone(matter)) return { matter, names, sides: [one, firmFor(firstFirm(matter), at.name, names[1])] };
  if (matter.type === "family") return { matter, names: [names[0], relativeOf(...names)] };
  if (matter.title === "碰撞摔伤赔偿纠纷" && random.in100(40))
    return { matter, names, sides: [one, { name: "推车的人（不知姓名）", kind: "unidentified" }] };
  return { matter, names };
}

/** The same family name, and another name than the one they quarrel with. */
const relativeOf = (one: string, other: string): string =>
  one.slice(0, 1) + (one.slice(1) === other.slice(1) ? "继平" : other.slice(1));

/** A minor violation that the sides want the committee to settle, and the officer agrees (程序规定 186). */
const lifted = (at: Street, random: RepeatableRandom): Pick<Opening, "matter" | "overrideReason"> => ({
  matter: random.pick(fitting(violations, at)),
  overrideReason: "情节轻微，双方认识，都要求由调委会调解，办案民警同意",
});

/** What is calmed on the spot is the most, and what goes elsewhere at once the least. */
const otherTracks = [
  "onScene",
  "onScene",
  "onScene",
  "publicSecurity",
  "publicSecurity",
  "coordination",
  "transfer",
] as const;

/** How a matter comes in at a station: what it is, who quarrels, where, and by which way it was heard of. */
export function opening(demo: DemoCounty, code: string, random: RepeatableRandom, at: Date): Opening {
  const team = teams[code];
  const street = random.pick(streets[code] ?? []);
  if (!team) throw new Error("no team");
  const track = random.in100(78) ? "peoples" : random.pick(otherTracks);
  const mediator = random.pick(team.mediators);
  const byPolice = track === "onScene" || track === "publicSecurity";
  const cast = castOf(track, street, random);
  return {
    ...cast,
    ...(track === "peoples" && !cast.sides && random.in100(7) ? lifted(street, random) : {}),
    station: code,
    intake: byPolice ? team.officer : mediator,
    lead: byPolice ? team.officer : mediator,
    track,
    place: addressIn(street, random),
    pointId: street.point ? demo.points[street.point] : undefined,
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
