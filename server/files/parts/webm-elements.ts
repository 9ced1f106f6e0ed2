const id = {
  ebml: 0x1a45dfa3,
  docType: 0x4282,
  segment: 0x18538067,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  cluster: 0x1f43b675,
} as const;
/** Void elements and check sums may stand everywhere. */
const anywhere = [0xec, 0xbf];
/** Inside a segment: where things are, about it, tracks, sound, positions, tags, chapters. Enclosed files are not among them. */
const inSegment = new Set([
  0x114d9b74,
  0x1549a966,
  id.tracks,
  id.cluster,
  0x1c53bb6b,
  0x1254c367,
  0x1043a770,
  ...anywhere,
]);
/** Inside a cluster: its time, blocks, position and sizes. */
const inCluster = new Set([0xe7, 0xa3, 0xa0, 0xa7, 0xab, 0x5854, ...anywhere]);
const elementsMax = 500_000;

interface Element {
  id: number;
  from: number;
  /** The first byte behind it; null where a live recorder did not know its size. */
  to: number | null;
}

/**
 * Whether the bytes are a WebM from the first to the last: its head, one segment with tracks and clusters, every element
 * one that belongs there, and nothing behind them. Sizes may be unknown, as browsers write them while they record.
 */
export function isWholeWebm(bytes: Buffer): boolean {
  const head = elementAt(bytes, 0, bytes.length);
  if (head?.id !== id.ebml || head.to === null || docType(bytes, head) !== "webm") return false;
  const segment = elementAt(bytes, head.to, bytes.length);
  if (segment?.id !== id.segment || (segment.to !== null && segment.to !== bytes.length)) return false;
  return isSegment(bytes, segment.from);
}

function isSegment(bytes: Buffer, from: number): boolean {
  const seen = new Set<number>();
  let isInCluster = false;
  let elements = 0;
  for (let at = from; at < bytes.length; elements += 1) {
    const element = elementAt(bytes, at, bytes.length);
    if (!element || elements > elementsMax) return false;
    // Inside a cluster of unknown size until something of the segment comes.
    if (isInCluster && inCluster.has(element.id)) {
      if (element.to === null) return false;
      at = element.to;
      continue;
    }
    if (!inSegment.has(element.id)) return false;
    seen.add(element.id);
    isInCluster = element.id === id.cluster && element.to === null;
    if (element.to === null && !isInCluster) return false;
    if (element.id === id.cluster && element.to !== null && !holdsOnly(bytes, element, inCluster)) return false;
    if (element.id === id.tracks && !holdsOnly(bytes, element, new Set([id.trackEntry, ...anywhere]))) return false;
    at = isInCluster ? element.from : (element.to ?? element.from);
  }
  return seen.has(id.tracks) && seen.has(id.cluster);
}

/** Whether an element is filled exactly by elements of these kinds. */
function holdsOnly(bytes: Buffer, { from, to }: Element, kinds: ReadonlySet<number>): boolean {
  for (let at = from; to !== null && at < to; ) {
    const inside = elementAt(bytes, at, to);
    if (inside?.to == null || !kinds.has(inside.id)) return false;
    at = inside.to;
  }
  return true;
}

function docType(bytes: Buffer, { from, to }: Element): string {
  for (let at = from; at < (to ?? 0); ) {
    const inside = elementAt(bytes, at, to ?? 0);
    if (inside?.to == null) return "";
    if (inside.id === id.docType) return bytes.toString("latin1", inside.from, inside.to).replace(/\0+$/, "");
    at = inside.to;
  }
  return "";
}

/** The element that begins at a place and ends before `end`; null where there is none. */
function elementAt(bytes: Buffer, at: number, end: number): Element | null {
  const name = numberAt(bytes, at, 4);
  const size = name && numberAt(bytes, at + name.length, 8);
  if (!name || !size) return null;
  const from = at + name.length + size.length;
  if (size.isUnknown) return { id: name.whole, from, to: null };
  const to = from + size.value;
  return from > end || to > end ? null : { id: name.whole, from, to };
}

/** A number whose first byte says how many follow; `whole` keeps the bits that say so, as names of elements do. */
function numberAt(bytes: Buffer, at: number, longest: number) {
  const first = bytes[at];
  const length = first ? Math.clz32(first) - 23 : 0;
  if (!first || length > longest || at + length > bytes.length) return null;
  const whole =
    bytes.readUIntBE(at, Math.min(length, 6)) * 256 ** Math.max(0, length - 6) +
    (length > 6 ? bytes.readUIntBE(at + 6, length - 6) : 0);
  const value = whole - 2 ** (7 * length);
  return { length, whole, value, isUnknown: value === 2 ** (7 * length) - 1 };
}
