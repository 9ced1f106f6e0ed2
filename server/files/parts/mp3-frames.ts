/** Kilobits per second of layer III: of MPEG 1, and of MPEG 2 and 2.5; 0 = free or forbidden. */
const rates = {
  one: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0],
  two: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0],
} as const;
const samplings = { 3: [44_100, 48_000, 32_000], 2: [22_050, 24_000, 16_000], 0: [11_025, 12_000, 8_000] } as const;

interface Frame {
  length: number;
  /** What all frames of one recording have in common. */
  kind: string;
}

/**
 * Whether the bytes are an MP3 from the first to the last: a tag, frames one behind the other, at most a short old tag at
 * the end. Tags that enclose files are refused; a last frame may be cut off, as by a recorder without power.
 */
export function isWholeMp3(bytes: Buffer): boolean {
  const start = afterTag(bytes);
  if (start === null) return false;
  const end =
    bytes.toString("latin1", bytes.length - 128, bytes.length - 125) === "TAG" ? bytes.length - 128 : bytes.length;
  let kind = "";
  let frames = 0;
  for (let at = start; at < end; frames += 1) {
    const frame = frameAt(bytes, at);
    if (!frame || (kind && frame.kind !== kind)) return false;
    kind = frame.kind;
    at += frame.length;
  }
  return frames > 1;
}

function frameAt(bytes: Buffer, at: number): Frame | null {
  if (at + 4 > bytes.length) return null;
  const head = bytes.readUInt32BE(at);
  const version = (head >>> 19) & 3;
  const layer = (head >>> 17) & 3;
  if (head >>> 21 !== 0x7ff || version === 1 || layer !== 1) return null;
  const rate = rates[version === 3 ? "one" : "two"][(head >>> 12) & 15] ?? 0;
  const sampling = samplings[version as 0 | 2 | 3][(head >>> 10) & 3] ?? 0;
  if (rate === 0 || sampling === 0) return null;
  const samples = version === 3 ? 144_000 : 72_000;
  return { length: Math.floor((samples * rate) / sampling) + ((head >>> 9) & 1), kind: `${version} ${sampling}` };
}

/** Where the frames begin: behind an ID3 tag and the zeros that may fill it up; null when its tag is broken. */
function afterTag(bytes: Buffer): number | null {
  if (bytes.toString("latin1", 0, 3) !== "ID3") return 0;
  const [major = 0, flags = 0] = [bytes[3], bytes[5]];
  const size = sevenBits(bytes, 6);
  if (bytes.length < 10 || major < 2 || major > 4 || size === null || 10 + size > bytes.length) return null;
  let at = 10 + size + (flags & 0x10 ? 10 : 0);
  if (enclosesFile(bytes.subarray(10, 10 + size), major)) return null;
  while (bytes[at] === 0) at += 1;
  return at;
}

/** A frame of the tag that holds a whole file of any kind. */
const enclosesFile = (tag: Buffer, major: number): boolean => tag.includes(major === 2 ? "GEO" : "GEOB", 0, "latin1");

/** A number of four bytes with seven bits each; null where one has eight. */
function sevenBits(bytes: Buffer, at: number): number | null {
  let number = 0;
  for (const byte of bytes.subarray(at, at + 4)) {
    if (byte > 127) return null;
    number = number * 128 + byte;
  }
  return number;
}
