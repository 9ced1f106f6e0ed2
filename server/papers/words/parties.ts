/** A party as far as a paper names it in a sentence. */
export interface Named {
  id: string;
  side: number;
  name: string;
}

const stems = "甲乙丙丁戊己庚辛壬癸";
/** From so many on a side is meant as a whole where all of it is. */
const numerousFrom = 10;

/** 甲方, 乙方 …; after the ten stems by number. */
export const sideWords = (side: number): string => `${stems[side - 1] ?? `第${side}`}方`;

/** 甲方 where it stands alone on its side, 甲方刘玉芬 where several do. */
export function partyWords(party: Named, all: readonly Named[]): string {
  const isAlone = all.filter(({ side }) => side === party.side).length === 1;
  return isAlone ? sideWords(party.side) : `${sideWords(party.side)}${party.name}`;
}

/** 甲方、乙方张三; a numerous side of which everybody is meant, as a whole. Empty where nobody is. */
export const listed = (ids: readonly string[], all: readonly Named[]): string =>
  [...new Set(all.map(({ side }) => side))]
    .flatMap((side) => {
      const members = all.filter((party) => party.side === side);
      const meant = members.filter(({ id }) => ids.includes(id));
      return meant.length === members.length && members.length >= numerousFrom
        ? [`${sideWords(side)}全体${members.length}人`]
        : meant.map((party) => partyWords(party, all));
    })
    .join("、");

/** Their names, or "／" for nobody. */
export const namesOf = (people: readonly { name: string }[]): string | null =>
  people.map(({ name }) => name).join("、") || null;
