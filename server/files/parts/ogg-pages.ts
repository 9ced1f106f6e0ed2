const headLength = 27;
const flag = { begins: 2, ends: 4 } as const;
/** What the first packet of a sound begins with: Opus, Vorbis, Speex, FLAC. */
const sounds = ["OpusHead", "\x01vorbis", "Speex   ", "\x7fFLAC"];

/** The check sum of Ogg pages, byte by byte. */
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte << 24;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  return sum >>> 0;
});

/** The check sum of one page, its own four bytes taken as zero. */
export function pageSum(page: Buffer): number {
  let sum = 0;
  for (const [at, byte] of page.entries())
    sum = ((sum << 8) ^ (table[((sum >>> 24) ^ (at >= 22 && at < 26 ? 0 : byte)) & 255] ?? 0)) >>> 0;
  return sum;
}

/**
 * Whether the bytes are an Ogg recording from the first to the last: pages one behind the other, each with its right
 * check sum and number, all of one sound.
 */
export function isWholeOgg(bytes: Buffer): boolean {
  let next = 0;
  let serial = -1;
  let hasEnded = false;
  for (let at = 0; at < bytes.length; next += 1) {
    const page = pageAt(bytes, at);
    if (!page || hasEnded) return false;
    const flags = page[5] ?? 0;
    if (next === 0) {
      serial = page.readUInt32LE(14);
      const first = page.toString("latin1", headLength + (page[26] ?? 0));
      if (!(flags & flag.begins) || !sounds.some((sound) => first.startsWith(sound))) return false;
    }
    if (page.readUInt32LE(14) !== serial || page.readUInt32LE(18) !== next) return false;
    hasEnded = Boolean(flags & flag.ends);
    at += page.length;
  }
  return next > 1;
}

function pageAt(bytes: Buffer, at: number): Buffer | null {
  if (at + headLength > bytes.length || bytes.toString("latin1", at, at + 5) !== "OggS\0") return null;
  const segments = bytes[at + 26] ?? 0;
  const lengths = bytes.subarray(at + headLength, at + headLength + segments);
  const size = headLength + segments + lengths.reduce((sum, length) => sum + length, 0);
  if (at + size > bytes.length) return null;
  const page = bytes.subarray(at, at + size);
  return pageSum(page) === page.readUInt32LE(22) ? page : null;
}
