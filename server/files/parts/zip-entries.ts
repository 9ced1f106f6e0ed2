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

/** Where a part lies in the file, and what may follow it: its sizes once more, in one of four lengths, where it was written as it came. */
interface Span {
  from: number;
  to: number;
  isStreamed: boolean;
}
const behindStreamed = [0, 12, 16, 20, 24];
const bit = { encrypted: 1, streamed: 8 };

/**
 * The parts of a ZIP file by its central directory; null when it is none, is encrypted, has overlapping parts, needs
 * 64-bit numbers, has data before, between or after its parts, or a comment: some readers find further parts there.
 */
export function entriesOf(bytes: Buffer): Entry[] | null {
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endMark) return null;
  if (bytes.length !== end + 22 || bytes.readUInt16LE(end + 20) !== 0) return null;
  const count = bytes.readUInt16LE(end + 10);
  const directory = bytes.readUInt32LE(end + 16);
  let at = directory;
  if (bytes.readUInt32LE(0) !== localMark || count === 0xffff || at === 0xffffffff) return null;
  const entries: Entry[] = [];
  const spans: Span[] = [];
  let used = 0;
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== centralMark) return null;
    const nameLength = bytes.readUInt16LE(at + 28);
    const found = read(bytes, at, nameLength);
    if (!found) return null;
    const { entry, span } = found;
    entries.push(entry);
    spans.push(span);
    used += entry.data.length;
    // Parts that share bytes could unpack to more than the file holds.
    if (used > bytes.length) return null;
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return at === end && areTiled(spans, directory) ? entries : null;
}

/** Whether the parts lie one behind the other, from the first byte to the directory. */
function areTiled(spans: readonly Span[], directory: number): boolean {
  let [end, allowed] = [0, [0]];
  for (const { from, to, isStreamed } of [
    ...spans.toSorted((a, b) => a.from - b.from),
    { from: directory, to: 0, isStreamed: false },
  ]) {
    if (!allowed.includes(from - end)) return false;
    [end, allowed] = [to, isStreamed ? behindStreamed : [0]];
  }
  return true;
}

function read(bytes: Buffer, at: number, nameLength: number): { entry: Entry; span: Span } | null {
  const isEncrypted = (bytes.readUInt16LE(at + 8) & bit.encrypted) !== 0;
  const packedSize = bytes.readUInt32LE(at + 20);
  const local = bytes.readUInt32LE(at + 42);
  const method = bytes.readUInt16LE(at + 10);
  if (isEncrypted || local + 30 > bytes.length || bytes.readUInt32LE(local) !== localMark) return null;
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  if (from + packedSize > bytes.length) return null;
  // Some readers go by the names before the parts, others by the directory: both have to say the same.
  const title = bytes.subarray(at + 46, at + 46 + nameLength);
  if (!bytes.subarray(local + 30, local + 30 + bytes.readUInt16LE(local + 26)).equals(title)) return null;
  const isStreamed = (bytes.readUInt16LE(local + 6) & bit.streamed) !== 0;
  const said = bytes.readUInt32LE(local + 18);
  if (bytes.readUInt16LE(local + 8) !== method) return null;
  if (!isStreamed && said !== packedSize && said !== 0xffffffff) return null;
  const to = from + packedSize;
  const entry = {
    name: bytes.toString("utf8", at + 46, at + 46 + nameLength),
    method,
    size: bytes.readUInt32LE(at + 24),
    data: bytes.subarray(from, to),
  };
  return { entry, span: { from: local, to, isStreamed } };
}
