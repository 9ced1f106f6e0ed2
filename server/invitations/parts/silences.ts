/** An invitation that got no answer in time. */
export interface Silence {
  id: string;
  disputeId: string;
  proceedingId: string;
  answerBy: Date | string;
}

const day = 86_400_000;
/** A pair older than this has long been told of; the keys that keep it from being told twice live a week. */
const freshDays = 5;

/**
 * Two by two, oldest first: a silence joins the one before it when both lie within the window and that one has no
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
