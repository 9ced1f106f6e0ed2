import { type ProceedingStatus, tracks } from "../../db/vocabulary";
import { destinations, lifecycle } from "../../server/disputes/lifecycle";
import type { TrackLifecycle } from "../../server/disputes/parts/transition";

/** db/sql/functions/lifecycle.sql: where server/disputes/lifecycle.ts lets the acts of people lead, for the database. */
export function statusMovesSource(): string {
  const cases = tracks.map((track) => `    when '${track}' then '{${movesOn(lifecycle[track]).join(",")}}'`);
  return `-- Written by \`npm run docs\` from server/disputes/lifecycle.ts: the changes of status that an act of people makes, track by track.

create function app.status_moves(p_track public.track) returns text[] language sql immutable parallel safe as $$
  select case p_track
${cases.join("\n")}
  end::text[]
$$;
`;
}

/** Every change that one act of the track makes, as "accepted>convening", each once. */
function movesOn(acts: TrackLifecycle): string[] {
  const moves = Object.values(acts).flatMap((row) =>
    row.from.flatMap((from) => {
      const to = destinations(row, from);
      const all: readonly ProceedingStatus[] = "always" in to ? [to.always] : to.may;
      return all.filter((status) => status !== from).map((status) => `${from}>${status}`);
    }),
  );
  return [...new Set(moves)].sort();
}
