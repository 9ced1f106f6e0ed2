import { sql } from "drizzle-orm";
import type { PaperKind } from "@/db/vocabulary";
import { readDispute } from "../access/gate";
import type { DeskFile } from "../desk/reads/desk";
import type { Context } from "../kernel/context";
import { asActor } from "../kernel/transaction";
import { privateLanes } from "../notes/parts/writable-lanes";
import { newestOrigin } from "./parts/newest-origin";

export interface DisputeFile extends DeskFile {
  /** Number of the session it was taken at; null for a paper of the dispute. */
  ordinal: number | null;
  /** Whether there is a small picture of it, which lists show; of a private lane none is shown. */
  hasSmall: boolean;
  /** What was last said of where it comes from; null while nothing was, and of a private lane, whose words are not listed. */
  origin: FileOrigin | null;
}

export interface FileOrigin {
  provider: string;
  isOriginal: boolean | null;
  place: string;
  madeOn: string | null;
  /** The official paper of which it is the signed one. */
  paperKind: PaperKind | null;
  /** How often it was said anew. */
  corrections: number;
}

/** Files of a dispute in the lanes the reader may know of, newest first; file names of private lanes are hidden. */
export function filesOf(ctx: Context, { disputeId }: { disputeId: string }): Promise<DisputeFile[]> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    await readDispute(tx, actor, "file.read", disputeId);
    const covered = sql.join(
      privateLanes.map((lane) => sql`${lane}`),
      sql`, `,
    );
    const said = sql`jsonb_build_object('provider', o.provider, 'isOriginal', o.is_original, 'place', o.place, 'madeOn', o.made_on,
      'paperKind', o.paper_kind, 'corrections', count(*) over () - 1)`;
    const [row] = await tx.execute<{ files: DisputeFile[] }>(sql`
      select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'lane', f.lane, 'side', f.side, 'kind', f.kind,
          'name', case when f.lane::text in (${covered}) then null else f.name end, 'mime', f.mime, 'bytes', f.bytes,
          'hasSmall', f.small_sha256 is not null and f.lane::text not in (${covered}),
          'addedBy', p.name, 'addedAt', f.added_at, 'ordinal', s.ordinal,
          'origin', case when f.lane::text not in (${covered}) then ${newestOrigin(said)} end) order by f.added_at desc, f.id desc), '[]') as files
      from files f join people p on p.county_id = f.county_id and p.id = f.added_by
        left join sessions s on s.county_id = f.county_id and s.id = f.session_id
      where f.county_id = ${actor.countyId}::uuid and f.dispute_id = ${disputeId}::uuid`);
    return row?.files ?? [];
  });
}
