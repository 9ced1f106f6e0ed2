import { type RepeatableRandom, repeatableRandom } from "../demo/scenarios/repeatable-random";

const usual = 20261126;

/** A whole number of 32 bits from CHANCE_SEED; the usual one where none is given. Refuses whatever is no such number. */
export function chanceSeed(given = process.env.CHANCE_SEED): number {
  if (!given) return usual;
  const seed = Number(given);
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffff_ffff)
    throw new Error("CHANCE_SEED is no whole number of 32 bits");
  return seed;
}

process.stdout.write(`CHANCE_SEED=${chanceSeed()} repeats what the tests draw by chance\n`);

/** A seed for one suite by its name, so that what one draws does not depend on which others ran before it. */
export function seedFor(suite: string, seed = chanceSeed()): number {
  let mixed = seed;
  for (const letter of suite) mixed = Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 0x0100_0193) >>> 0;
  return mixed % 0x7fff_ffff;
}

/** What the ids of one test file are made of, drawn from the seed: sixteen bytes for each. */
export function idBytesFor(file: string, seed = chanceSeed()): () => Uint8Array {
  const chance = chanceFor(`ids of ${file}`, seed);
  return () => Uint8Array.from({ length: 16 }, () => chance.below(256));
}

/** The one source of chance of tests (refused elsewhere by the check `chance`): the same seed makes the same choices. */
export const chanceFor = (suite: string, seed = chanceSeed()): RepeatableRandom =>
  repeatableRandom(seedFor(suite, seed));
