"use client";
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Draft } from "./drafts";
import { canEncrypt, decrypt, type Encrypted, encrypt } from "./encryption";
import type { Waiting } from "./outbox";

const name = "zhongtiao-desk";

/** Acts that wait for the server, and the drafts by lane. */
export interface Words {
  waiting: readonly Waiting[];
  drafts: Readonly<Record<string, Draft>>;
}
/** What this device stores of a session until the server has it: joint words in plain text, private ones encrypted. */
interface Kept extends Words {
  sealed: Encrypted | null;
}
interface DraftStore extends DBSchema {
  kept: { key: string; value: Kept };
}

let opened: Promise<IDBPDatabase<DraftStore>> | null = null;
function draftStore(): Promise<IDBPDatabase<DraftStore>> {
  opened ??= openDB<DraftStore>(name, 2, {
    // Data stored by an older version of the page has another form; after a day it is deleted anyway.
    upgrade(db) {
      if (db.objectStoreNames.contains("kept")) db.deleteObjectStore("kept");
      db.createObjectStore("kept");
    },
  });
  return opened;
}

/** Two people who share a device never see each other's words: the person is part of the key. */
export const draftStoreKey = (personId: string, sessionId: string) => `${personId}:${sessionId}`;

/** The key of one session's stored words, and the secret that encrypts the private part. */
export interface DraftStoreEntry {
  draftStore: string;
  secret: string;
}

export async function recall({ draftStore: key, secret }: DraftStoreEntry): Promise<Words | null> {
  const kept = await (await draftStore()).get("kept", key);
  if (!kept) return null;
  const apart = kept.sealed && canEncrypt() ? await decrypt<Words>(secret, kept.sealed) : null;
  return {
    waiting: [...kept.waiting, ...(apart?.waiting ?? [])],
    drafts: { ...kept.drafts, ...apart?.drafts },
  };
}

const isEmpty = ({ waiting, drafts }: Words) =>
  waiting.length === 0 && Object.values(drafts).every(({ text }) => !text);

/** Stores what waits; with nothing left to store, the entry is deleted. Without encryption private words stay in the page. */
export async function keep({ draftStore: key, secret }: DraftStoreEntry, table: Words, apart: Words): Promise<void> {
  const db = await draftStore();
  const under = isEmpty(apart) || !canEncrypt() ? null : await encrypt(secret, apart);
  if (isEmpty(table) && !under) await db.delete("kept", key);
  else await db.put("kept", { ...table, sealed: under }, key);
}

export async function wipe(key: string): Promise<void> {
  await (await draftStore()).delete("kept", key);
}

/** At sign-out nothing of any session stays on the device. Never rejects, since signing out must not depend on it. */
export async function wipeAll(): Promise<void> {
  try {
    await (await draftStore()).clear("kept");
  } catch {
    // A browser without storage has stored nothing.
  }
}
