import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import path from "node:path";
import { currentTime } from "../../kernel/clock";
import { sha256 } from "../../kernel/sha256";
import { settle, writeDown } from "./write-down";

/** Where bytes are stored. A folder by default; any other place has to offer the same. */
export interface FileStore {
  /**
   * Stores bytes and gives their SHA-256; once it returns they survive a power cut. The same bytes are stored once,
   * and their age starts anew each time they are put.
   */
  put(countyId: string, bytes: Buffer): Promise<string>;
  /** The bytes under a SHA-256, not compared with it; null when there are none. */
  get(countyId: string, sha256: string): Promise<Buffer | null>;
  /** What a county has here, in batches: the SHA-256 of bytes, or the name of a partial file left by a crash. */
  names(countyId: string): AsyncIterable<string[]>;
  /** Removes what was last put before a moment; false when it was put again later, even while this runs. */
  removeOlder(countyId: string, name: string, before: Date): Promise<boolean>;
  /** Removes all that a county has here. */
  removeAll(countyId: string): Promise<void>;
}

export const sha256Of = (bytes: Buffer): string => sha256(bytes);

/**
 * A folder: `<county>/<first two letters>/<sha256>`. Files are written under another name and renamed, so that a
 * partial one is never found.
 */
export function folderStore(root: string): FileStore {
  const folderOf = (countyId: string, sha: string) => path.join(root, countyId, sha.slice(0, 2));
  return {
    async put(countyId, bytes) {
      const sha = sha256Of(bytes);
      const folder = folderOf(countyId, sha);
      const place = path.join(folder, sha);
      const there = await stat(place).catch(() => null);
      if (there?.size === bytes.length && (await isRenewed(place))) return sha;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const beside = `${place}.${randomBytes(6).toString("hex")}.part`;
      try {
        await writeDown(beside, bytes);
        await rename(beside, place);
      } catch (error) {
        await rm(beside, { force: true });
        throw error;
      }
      await settle(folder);
      return sha;
    },
    async get(countyId, sha) {
      return readFile(path.join(folderOf(countyId, sha), sha)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return null;
        throw error;
      });
    },
    async *names(countyId) {
      const folders = await readdir(path.join(root, countyId)).catch(nothing);
      for (const folder of folders.sort()) yield await readdir(path.join(root, countyId, folder)).catch(nothing);
    },
    async removeOlder(countyId, name, before) {
      const place = path.join(folderOf(countyId, name), name);
      const isOld = async (at: string) => (await stat(at)).mtimeMs < before.getTime();
      if (!(await isOld(place).catch(gone))) return false;
      // Renamed first: whoever puts the same bytes meanwhile either renews their age, which is noticed, or writes them
      // anew.
      const aside = `${place}.${randomBytes(6).toString("hex")}.part`;
      if ((await rename(place, aside).catch(gone)) === false) return false;
      if (!(await isOld(aside))) {
        await rename(aside, place);
        return false;
      }
      await rm(aside);
      return true;
    },
    async removeAll(countyId) {
      for (const folder of [path.join(root, countyId), path.join(root, "unfinished", countyId)])
        await rm(folder, { recursive: true, force: true });
    },
  };
}

/** For a file that another process removed first. */
const gone = (error: NodeJS.ErrnoException): false => {
  if (error.code === "ENOENT") return false;
  throw error;
};

const nothing = (error: NodeJS.ErrnoException): string[] => gone(error) || [];

/** Sets the age of bytes to zero, by the clock that dates new files; false when they are gone. */
async function isRenewed(place: string): Promise<boolean> {
  const now = currentTime();
  return utimes(place, now, now).then(() => true, gone);
}

/** The folder of this installation: `ZHONGTIAO_FILES`, else `.data/files` beside the database. */
export const filesFolder = (): string => process.env.ZHONGTIAO_FILES || path.resolve(".data", "files");

/** The store of this installation. */
export const fileStore = (): FileStore => folderStore(filesFolder());
