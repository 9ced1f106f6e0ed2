import { wordsOf } from "./words-of-source.mjs";

/**
 * @typedef {object} Refused
 * @property {RegExp} word one whole word, lower case
 * @property {string} instead what to write
 * @property {RegExp} [within] only in these files
 * @property {RegExp} [except] not in these files
 * @property {"names" | "prose"} [only] identifiers or running text alone
 */

// The demo county's and the journeys' disputes are about walls, doors and houses that people live in.
const stories = /^(server\/demo|e2e|server\/testing)\//;
// They belong to the session desk, use it, mount its router or play a session on it.
const deskFiles =
  /^server\/(desk|testing|files|trpc)\/|^server\/demo\/scenarios\/(desk|run)-|(running|verify-files|uncovered-content|own-sessions|opinions\/queries|papers\/ask-papers|dossier\/ask-dossier)(\.test)?\.ts$|^server\/api\/root\.ts$/;

/**
 * Words that only this project's authors understood, each with the usual word to take. Identifiers are split into their
 * words, and a whole word is compared.
 * @type {readonly Refused[]}
 */
export const refused = [
  { word: /^house$/, instead: "system, staff or installation", except: stories },
  { word: /^hearts?$/, instead: "write path" },
  { word: /^walls$/, instead: "database guards" },
  { word: /^(morrow|nought)$/, instead: "next day, zero" },
  { word: /^comers?$/, instead: "attendee" },
  { word: /^knock(s|ing)?$/, instead: "link entry" },
  { word: /^(shelf|shelves|shelved)$/, instead: "store or filter", except: /draft-store-secret\.ts$/ },
  { word: /^leash(ed)?$/, instead: "supervisor pipe" },
  { word: /^tales?$/, instead: "scenario" },
  { word: /^overhear$/, instead: "capture responses" },
  { word: /^dear(er|est)?$/, instead: "costly" },
  { word: /^turnstiles?$/, instead: "rate limit" },
  { word: /^stranded$/, instead: "who was expected at a cancelled session" },
  { word: /^(patience|patiently)$/, instead: "timeout, wait or grace", only: "names" },
  { word: /^doors?$/, instead: "entry, access or endpoint", only: "names", within: /^server\/(access|trpc|links)\// },
  {
    word: /^(around|told)$/,
    instead: "event audience, or what was told",
    only: "names",
    within: /^server\/(notifications|kernel)\/(?!.*\.test)/,
  },
  {
    word: /^desks?$/,
    instead: "overview, lead team or view (a desk is the session desk)",
    only: "names",
    within: /^server\//,
    except: deskFiles,
  },
  {
    word: /^desks?$/,
    instead: "lead team (a desk is the session desk)",
    only: "prose",
    within: /^server\/(panel|invitations|notifications|links|town-halls)\//,
  },
  {
    word: /^notices?$/,
    instead: "notification (a notice tells a party its rights)",
    only: "names",
    within: /^(server|app)\/_?notifications\/|^server\/jobs\//,
  },
  { word: /^notifications?$/, instead: "notice", only: "names", within: /^(server\/consents|app\/_consents)\// },
  { word: /^(he|him|his|himself)$/, instead: "they, them, their, themselves", only: "prose" },
];

/**
 * The refused words of one file.
 * @param {string} file relative path
 * @param {string} text
 * @returns {string[]} one line for each
 */
export function faultsOf(file, text) {
  const rules = refused.filter(({ within, except }) => !(within && !within.test(file)) && !except?.test(file));
  if (rules.length === 0) return [];
  return wordsOf(file, text).flatMap(({ word, line, kind }) => {
    const rule = rules.find(({ only, word: pattern }) => (!only || only === kind) && pattern.test(word));
    return rule ? [`${file}:${line}: "${word}": write ${rule.instead}`] : [];
  });
}
