export interface Entry {
  name: string;
  /** 0 = stored, 8 = deflated. */
  method: number;
  /** Claimed size when unpacked. */
  size: number;
  /** As packed. */
  data: Buffer;
}

const endMark = 0x06054b50;
const centralMark = 0x02014b50;
const localMark = 0x04034b50;

/**
 * The parts of a ZIP file by its central directory; null when it is none, is encrypted, has overlapping parts, needs
 * 64-bit numbers, or has data before or after it.
 */
export function entriesOf(bytes: Buffer): Entry[] | null {
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endMark) return null;
  if (bytes.length !== end + 22 + bytes.readUInt16LE(end + 20)) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (bytes.readUInt32LE(0) !== localMark || count === 0xffff || at === 0xffffffff) return null;
  const entries: Entry[] = [];
  let used = 0;
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== centralMark) return null;
    const nameLength = bytes.readUInt16LE(at + 28);
    const entry = read(bytes, at, nameLength);
    if (!entry) return null;
    entries.push(entry);
    used += entry.data.length;
    // Parts that share bytes could unpack to more than the file holds.
    if (used > bytes.length) return null;
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return at === end ? entries : null;
}

function read(bytes: Buffer, at: number, nameLength: number): Entry | null {
  const isEncrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
  const packedSize = bytes.readUInt32LE(at + 20);
  const local = bytes.readUInt32LE(at + 42);
  if (isEncrypted || local + 30 > bytes.length || bytes.readUInt32LE(local) !== localMark) return null;
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  if (from + packedSize > bytes.length) return null;
  // Some readers go by the names before the parts, others by the directory: both have to say the same.
  const title = bytes.subarray(at + 46, at + 46 + nameLength);
  if (!bytes.subarray(local + 30, local + 30 + bytes.readUInt16LE(local + 26)).equals(title)) return null;
  return {
    name: bytes.toString("utf8", at + 46, at + 46 + nameLength),
    method: bytes.readUInt16LE(at + 10),
    size: bytes.readUInt32LE(at + 24),
    data: bytes.subarray(from, from + packedSize),
  };
}
