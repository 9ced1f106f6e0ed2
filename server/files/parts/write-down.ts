import { open } from "node:fs/promises";

/** Writes a new file; once it returns its bytes survive a power cut. Fails where there is one of this name. */
export async function writeDown(place: string, bytes: Buffer): Promise<void> {
  const file = await open(place, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Syncs the folder; only then is a new file's name as durable as its bytes. */
export async function settle(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
