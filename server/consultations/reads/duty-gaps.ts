/** A span of time, from included, until not. */
export interface Span {
  from: Date;
  until: Date;
}

/** The parts of `whole` that none of the spans covers, in order. The spans may overlap and come in any order. */
export function gapsIn(whole: Span, spans: readonly Span[]): Span[] {
  const gaps: Span[] = [];
  let covered = whole.from;
  for (const { from, until } of [...spans].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    if (from >= whole.until) break;
    if (from > covered) gaps.push({ from: covered, until: from });
    if (until > covered) covered = until;
  }
  if (covered < whole.until) gaps.push({ from: covered, until: whole.until });
  return gaps;
}
