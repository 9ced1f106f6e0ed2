import type { CardKind } from "@/db/vocabulary";
import { initialsOf } from "./initials";

/** A person or party who may be chosen as the speaker of a card. */
export interface Speaker {
  /** "party:…" or "person:…" */
  key: string;
  name: string;
  /** Side of a party, counted from 1; null for staff and helpers. */
  side: number | null;
  /** 甲 / A: typed after @ it means the first party of that side. */
  letter: string;
}

export interface KindWord {
  kind: CardKind;
  /** 诉求 / Claim */
  word: string;
}

/** The @ or # being typed: its position and what has been typed after it. */
export interface Token {
  sign: "@" | "#";
  from: number;
  to: number;
  fragment: string;
}

const signs = /[@＠#＃]/;
const longest = 40;

/** The token at the caret, or null. A sign inside a word (a mail address) starts none; a space ends a token. */
export function tokenAt(text: string, caret: number): Token | null {
  for (let at = caret - 1; at >= 0 && caret - at <= longest; at -= 1) {
    const character = text[at] ?? "";
    if (/\s/.test(character)) return null;
    if (!signs.test(character)) continue;
    if (/[a-z0-9]/i.test(text[at - 1] ?? "")) return null;
    return {
      sign: character === "@" || character === "＠" ? "@" : "#",
      from: at,
      to: caret,
      fragment: text.slice(at + 1, caret),
    };
  }
  return null;
}

/** Speakers that match what was typed: first by start of the name, its initials or the side's letter, then by any part. */
export function speakersFor(fragment: string, speakers: readonly Speaker[]): Speaker[] {
  return ranked(fragment, speakers, ({ name, letter }) => ({ word: name, extra: letter }));
}

export function kindsFor(fragment: string, kinds: readonly KindWord[]): KindWord[] {
  return ranked(fragment, kinds, ({ word, kind }) => ({ word, extra: kind }));
}

function ranked<T>(fragment: string, list: readonly T[], wordsOf: (one: T) => { word: string; extra: string }): T[] {
  const typed = fragment.toLowerCase();
  if (!typed) return [...list];
  return list
    .map((one) => ({ one, rank: rankOf(typed, wordsOf(one)) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ one }) => one);
}

function rankOf(typed: string, { word, extra }: { word: string; extra: string }): number {
  const whole = word.toLowerCase();
  if (whole.startsWith(typed)) return 4;
  if (initialsOf(word).startsWith(typed)) return 3;
  if (extra?.toLowerCase().startsWith(typed)) return 2;
  return whole.includes(typed) ? 1 : 0;
}

/** The text without the token, and the new position of the caret. */
export function without(text: string, { from, to }: Token): { text: string; caret: number } {
  const after = text.slice(to).replace(/^\s/, "");
  return { text: text.slice(0, from) + after, caret: from };
}

export interface Settled {
  text: string;
  speaker: Speaker | null;
  kind: CardKind | null;
}

/**
 * What was typed as one line: "@张晓雯 #方案 材料费先垫" gives the speaker, the column and the words.
 * A whole name or letter after the sign counts; what matches nobody stays in the text, so no words are lost.
 */
export function settled(typed: string, speakers: readonly Speaker[], kinds: readonly KindWord[]): Settled {
  const found: Settled = { text: typed, speaker: null, kind: null };
  const people = speakers.flatMap((one) => [
    { word: one.name, value: one },
    { word: one.letter, value: one },
  ]);
  const columns = kinds.flatMap(({ kind, word }) => [
    { word, value: kind },
    { word: kind, value: kind },
  ]);
  let text = "";
  let at = 0;
  while (at < typed.length) {
    const character = typed[at] ?? "";
    // After a Latin letter the sign is part of a mail address or the like.
    const isSign = signs.test(character) && (at === 0 || !/[a-z0-9]/i.test(typed[at - 1] ?? ""));
    const isWho = character === "@" || character === "＠";
    const rest = typed.slice(at + 1);
    const who = isSign && isWho ? longestHit(rest, people) : null;
    const column = isSign && !isWho ? longestHit(rest, columns) : null;
    const hit = who ?? column;
    if (!hit) {
      text += character;
      at += 1;
      continue;
    }
    if (who) found.speaker = who.value;
    if (column) found.kind = column.value;
    at += 1 + hit.word.length;
    // The space that ended the token is removed with it; Chinese needs none.
    if (/\s/.test(typed[at] ?? "")) at += 1;
  }
  return { ...found, text: text.trim() };
}

function longestHit<T>(rest: string, list: readonly { word: string; value: T }[]) {
  const typed = rest.toLowerCase();
  return list
    .filter(({ word }) => {
      if (!word || !typed.startsWith(word.toLowerCase())) return false;
      // A Latin word has to match up to its end: "@Ann" does not choose Annette.
      return !(/[a-z0-9]$/i.test(word) && /^[a-z0-9]/i.test(rest.slice(word.length)));
    })
    .sort((a, b) => b.word.length - a.word.length)[0];
}
