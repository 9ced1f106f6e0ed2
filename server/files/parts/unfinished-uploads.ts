import { link, mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import { v7, validate } from "uuid";
import type { Context } from "../../kernel/context";
import type { AddFileInput } from "../inputs";
import { filesFolder } from "./file-store";
import { settle, writeDown } from "./write-down";

/** Whose upload it is: a folder of this person's, so that nobody else finds it. */
export interface UploadPlace {
  countyId: string;
  personId: string;
  uploadId: string;
}

export const placeOf = ({ actor: { countyId, personId } }: Pick<Context, "actor">, uploadId: string): UploadPlace => ({
  countyId,
  personId,
  uploadId,
});

/** What its maker said of it when it began. */
export interface AboutUpload {
  /** The key of the act that adds the file once all of it is here. */
  key: string;
  input: AddFileInput;
  bytes: number;
  /** When it is given up. */
  until: string;
}

const about = "about.json";
/** Its file was added, and its pieces are gone. */
const done = "done";
const pieceName = (at: number) => `piece-${String(at).padStart(10, "0")}`;
const pieceAt = (name: string) => (name.startsWith("piece-") ? Number(name.slice(6)) : null);

/** Of a county, or of all, in the folder of this installation, beside those of stored files. */
export const unfinishedFolder = (...within: string[]): string => path.join(filesFolder(), "unfinished", ...within);
const folderOf = ({ countyId, personId, uploadId }: UploadPlace) => unfinishedFolder(countyId, personId, uploadId);

export const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(nothing);

export async function beginAt(place: UploadPlace, said: AboutUpload): Promise<void> {
  const folder = folderOf(place);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeDown(path.join(folder, about), Buffer.from(JSON.stringify(said)));
  await settle(folder);
}

/** What was said of an upload; null where this person has none of this name, or it is only half begun. */
export async function uploadAt(place: UploadPlace): Promise<AboutUpload | null> {
  if (!validate(place.uploadId)) return null;
  const said = await readFile(path.join(folderOf(place), about), "utf8").catch(missing);
  return said ? (JSON.parse(said) as AboutUpload) : null;
}

/** How many of its bytes are here, one after the other from the first; all of them once its file was added. */
export async function offsetOf(place: UploadPlace, said: AboutUpload): Promise<{ offset: number; pieces: number[] }> {
  const folder = folderOf(place);
  const names = await namesIn(folder);
  if (names.includes(done)) return { offset: said.bytes, pieces: [] };
  const pieces: number[] = [];
  let offset = 0;
  for (const name of names.sort()) {
    if (pieceAt(name) !== offset) continue;
    pieces.push(offset);
    offset += (await stat(path.join(folder, name))).size;
  }
  return { offset, pieces };
}

/**
 * Keeps the bytes that follow `at`; false where others are kept there already or the upload is gone. A piece is named by its place and comes to its
 * name whole, so that of two writers at one place, in whichever process, one wins and the other is told (docs/adr/0063).
 */
export async function keepPiece(place: UploadPlace, at: number, bytes: Buffer): Promise<boolean> {
  const folder = folderOf(place);
  const beside = path.join(folder, `${v7()}.part`);
  try {
    await writeDown(beside, bytes);
    await link(beside, path.join(folder, pieceName(at)));
  } catch (error) {
    // Somebody else's piece is there, or the upload is gone.
    if (["EEXIST", "ENOENT"].includes((error as NodeJS.ErrnoException).code ?? "")) return false;
    throw error;
  } finally {
    await rm(beside, { force: true });
  }
  await settle(folder);
  return true;
}

/** The bytes of these pieces, one after the other; null where another request has finished or dropped the upload meanwhile. */
export async function readPieces(place: UploadPlace, pieces: readonly number[]): Promise<Buffer[] | null> {
  const read = await Promise.all(
    pieces.map((at) => readFile(path.join(folderOf(place), pieceName(at))).catch(missing)),
  );
  return read.every((piece) => piece !== null) ? read : null;
}

/** Notes that its file was added, and lets its bytes go. */
export async function finishAt(place: UploadPlace): Promise<void> {
  const folder = folderOf(place);
  await writeDown(path.join(folder, done), Buffer.alloc(0)).catch(() => undefined);
  const pieces = (await namesIn(folder)).filter((name) => pieceAt(name) !== null);
  await Promise.all(pieces.map((name) => rm(path.join(folder, name), { force: true })));
}

export const dropAt = (place: UploadPlace): Promise<void> => rm(folderOf(place), { recursive: true, force: true });

const missing = (error: NodeJS.ErrnoException): null => {
  if (error.code === "ENOENT") return null;
  throw error;
};
const nothing = (error: NodeJS.ErrnoException): string[] => missing(error) ?? [];
