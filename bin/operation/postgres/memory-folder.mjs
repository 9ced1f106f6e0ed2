import { accessSync, constants, statfsSync } from "node:fs";

/** Where Linux keeps shared memory: a file system without a disk. */
export const sharedMemory = "/dev/shm";
const isInMemory = 0x01021994;

// A run of all suites takes 150 MB and a log of 256 MB; the build and the browser beside it need memory too.
const roomNeeded = 1024 ** 3;
const memoryNeeded = 3 * 1024 ** 3;

/**
 * A folder in memory with room for the cluster of a test run, or null. Every test file makes a database and deletes it,
 * some thousand small files each time: on a disk that costs more than what the tests ask of the database.
 * @param {string} [folder]
 * @param {number} [available] bytes of memory this process may still take
 * @returns {string | null}
 */
export function memoryFolder(folder = sharedMemory, available = process.availableMemory()) {
  if (available < memoryNeeded) return null;
  try {
    const { type, bavail, bsize } = statfsSync(folder);
    accessSync(folder, constants.W_OK);
    return type === isInMemory && bavail * bsize >= roomNeeded ? folder : null;
  } catch {
    return null;
  }
}
