"use client";
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Draft } from "./drafts";
import type { Waiting } from "./outbox";
import { canSeal, type Sealed, sealed, unsealed } from "./seal";

const name = "zhongtiao-desk";

/** What waits for the server, and the half-typed words by lane. */
export interface Words {
  waiting: readonly Waiting[];
  drafts: Readonly<Record<string, Draft>>;
}
/** What this machine keeps of a talk until the server has it: the table's words as they are, private ones under lock. */
interface Kept extends Words {
  sealed: Sealed | null;
}
interface DraftStore extends DBSchema {
  kept: { key: string; value: Kept };
}

let opened: Promise<IDBPDatabase<DraftStore>> | null = null;
function draftStore(): Promise<IDBPDatabase<DraftStore>> {
  opened ??= openDB<DraftStore>(name, 2, {
    // What an older page laid down has another shape; it is gone after a day of talk anyway.
    upgrade(db) {
      if (db.objectStoreNames.contains("kept")) db.deleteObjectStore("kept");
      db.createObjectStore("kept");
    },
  });
  return opened;
}

/** Two people at one machine never see each other's: the person is part of the key. */
export const draftStoreKey = (personId: string, sessionId: string) => `${personId}:${sessionId}`;

/** The draft store of one session and what locks its private part. */
export interface DraftStoreEntry {
  draftStore: string;
  secret: string;
}

export async function recall({ draftStore: key, secret }: DraftStoreEntry): Promise<Words | null> {
  const kept = await (await draftStore()).get("kept", key);
  if (!kept) return null;
  const apart = kept.sealed && canSeal() ? await unsealed<Words>(secret, kept.sealed) : null;
  return {
    waiting: [...kept.waiting, ...(apart?.waiting ?? [])],
    drafts: { ...kept.drafts, ...apart?.drafts },
  };
}

const isEmpty = ({ waiting, drafts }: Words) =>
  waiting.length === 0 && Object.values(drafts).every(({ text }) => !text);

/** Lays down what waits; with nothing left to keep, the place is emptied. Without a lock private words stay in the page. */
export async function keep({ draftStore: key, secret }: DraftStoreEntry, table: Words, apart: Words): Promise<void> {
  const db = await draftStore();
  const under = isEmpty(apart) || !canSeal() ? null : await sealed(secret, apart);
  if (isEmpty(table) && !under) await db.delete("kept", key);
  else await db.put("kept", { ...table, sealed: under }, key);
}

export async function wipe(key: string): Promise<void> {
  await (await draftStore()).delete("kept", key);
}

/** At sign-out nothing of any talk stays on the machine. Never rejects: signing out must not hang on it. */
export async function wipeAll(): Promise<void> {
  try {
    await (await draftStore()).clear("kept");
  } catch {
    // A browser without storage has kept nothing.
  }
}
