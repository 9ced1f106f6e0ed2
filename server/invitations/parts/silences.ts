/** An invitation that got no answer in time. */
export interface Silence {
  id: string;
  disputeId: string;
  proceedingId: string;
  answerBy: Date | string;
}

const day = 86_400_000;
/** An older pair was told of long ago, and the keys that prevent telling twice are kept for a week only. */
const freshDays = 5;

/**
 * Pairs silences, oldest first: one joins the silence before it when both lie within the window and that one has no
 * pair yet. Gives the pairs whose second silence is fresh.
 */
export function pairSilences(
  silences: readonly Silence[],
  windowDays: number,
  now: Date,
): [before: Silence, last: Silence][] {
  const pairs: [Silence, Silence][] = [];
  let open: Silence | null = null;
  for (const one of silences) {
    const at = new Date(one.answerBy).getTime();
    if (open && at - new Date(open.answerBy).getTime() <= windowDays * day) {
      if (now.getTime() - at <= freshDays * day) pairs.push([open, one]);
      open = null;
    } else open = one;
  }
  return pairs;
}
