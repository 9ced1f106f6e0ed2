/** What may stand at the top of an MP4; everything else is another format, or hides there. */
const atTop = new Set("ftyp styp moov mdat free skip wide moof mfra sidx pdin prft emsg meta udta".split(" "));
/** Boxes that hold boxes: their sizes have to fit exactly. */
const nested = new Set("moov trak mdia minf stbl edts mvex moof traf dinf".split(" "));
const depthMax = 8;
const boxesMax = 100_000;

interface Box {
  type: string;
  /** First byte of its content, and the first behind it. */
  from: number;
  to: number;
}

/**
 * Whether the bytes are an MP4 or M4A from the first to the last: boxes that fit into each other exactly, with the
 * description of a track and its data, and nothing behind them.
 */
export function isWholeMp4(bytes: Buffer): boolean {
  const boxes = boxesIn(bytes, 0, bytes.length);
  if (boxes?.[0]?.type !== "ftyp" || !boxes.every(({ type }) => atTop.has(type))) return false;
  const types = new Set(boxes.map(({ type }) => type));
  if (!types.has("moov") || !types.has("mdat")) return false;
  // What fills a gap is empty, or as good as empty.
  const filled = boxes.filter(({ type }) => type === "free" || type === "skip");
  if (filled.some((box) => holdsText(bytes.subarray(box.from, box.to)))) return false;
  const left = { boxes: boxesMax };
  const seen = new Set<string>();
  return (
    boxes.every((box) => isSound(bytes, box, 0, left, seen)) && ["mvhd", "trak", "hdlr"].every((type) => seen.has(type))
  );
}

function isSound(bytes: Buffer, box: Box, depth: number, left: { boxes: number }, seen: Set<string>): boolean {
  left.boxes -= 1;
  seen.add(box.type);
  if (left.boxes < 0 || depth > depthMax) return false;
  if (!nested.has(box.type)) return true;
  const inside = boxesIn(bytes, box.from, box.to);
  return inside?.every((each) => isSound(bytes, each, depth + 1, left, seen)) ?? false;
}

/** The boxes between two places, which they fill exactly; null where they do not. */
function boxesIn(bytes: Buffer, from: number, to: number): Box[] | null {
  const boxes: Box[] = [];
  for (let at = from; at < to; ) {
    if (at + 8 > to || boxes.length > boxesMax) return null;
    const type = bytes.toString("latin1", at + 4, at + 8);
    const short = bytes.readUInt32BE(at);
    const isLong = short === 1 && at + 16 <= to;
    const size = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 && type === "mdat" ? to - at : short;
    const head = isLong ? 16 : 8;
    if (size < head || at + size > to || !/^[ -~\xa9]{4}$/.test(type)) return null;
    boxes.push({ type, from: at + head, to: at + size });
    at += size;
  }
  return boxes;
}

/** A page, script, paper or archive that a filler hides. */
function holdsText(bytes: Buffer): boolean {
  return (
    bytes.includes("PK\u0003\u0004", 0, "latin1") || /<(html|script|svg|\?xml)|%PDF-/i.test(bytes.toString("latin1"))
  );
}
