import { readMoment } from "@/app/_ui/format/shanghai";

export const firstHour = 8;
export const lastHour = 21;
const span = (lastHour - firstHour) * 60;
/** Minutes a block takes at least, so that its line can be read. */
const least = 24;

interface Timed {
  startsAt: string;
  endsAt: string;
}
/** Position and size of a block within its column, in per cent; overlapping blocks share the width. */
export interface Placed<B extends Timed> {
  block: B;
  top: number;
  height: number;
  left: number;
  width: number;
}

function minuteOf(instant: string): number {
  const { hour, minute } = readMoment(instant);
  return Math.min(Math.max(hour * 60 + minute - firstHour * 60, 0), span);
}

/** Places the blocks of one day; those that overlap, directly or through others, are put beside each other. */
export function placeBlocks<B extends Timed>(blocks: readonly B[]): Placed<B>[] {
  const sorted = [...blocks].sort((a, b) => a.startsAt.localeCompare(b.startsAt) || b.endsAt.localeCompare(a.endsAt));
  const placed: Placed<B>[] = [];
  let cluster: { block: B; lane: number }[] = [];
  let clusterEnd = "";
  function close() {
    const lanes = Math.max(0, ...cluster.map((one) => one.lane + 1));
    for (const { block, lane } of cluster) {
      const [from, to] = [minuteOf(block.startsAt), minuteOf(block.endsAt)];
      placed.push({
        block,
        // What lies before or after the hours shown is drawn at their edge, never outside the column.
        top: (Math.min(from, span - least) / span) * 100,
        height: (Math.max(to - from, least) / span) * 100,
        left: (lane / lanes) * 100,
        width: 100 / lanes,
      });
    }
    cluster = [];
  }
  for (const block of sorted) {
    if (cluster.length > 0 && block.startsAt >= clusterEnd) close();
    const taken = new Set(cluster.filter((one) => one.block.endsAt > block.startsAt).map((one) => one.lane));
    let lane = 0;
    while (taken.has(lane)) lane += 1;
    cluster.push({ block, lane });
    if (cluster.length === 1 || block.endsAt > clusterEnd) clusterEnd = block.endsAt;
  }
  close();
  return placed;
}
