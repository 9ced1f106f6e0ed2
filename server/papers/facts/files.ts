import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { FileKind, PaperKind } from "@/db/vocabulary";
import { newestOrigin } from "../../files/parts/newest-origin";
import { proofOfPayment } from "../../files/parts/proof-of-payment";
import { printable } from "../draw/printable";
import type { PapersAt } from "./matter";

/** A file that everybody at the table may know of. Papers name no file of a private lane, not even that there is one. */
export interface FileFacts {
  id: string;
  kind: FileKind;
  /** With a box for each character that no face has: people name files as they like, and it need not stop a paper. */
  name: string;
  mime: string;
  bytes: number;
  sha256: string;
  addedOn: string;
  addedBy: string;
  /** Who handed it in and whether it is the original, as was last said; null where nobody said. */
  provider: string | null;
  isOriginal: boolean | null;
  /** The official paper of which it is the signed one, or the receipt that it stands for as proof of a payment; null of evidence. */
  paperKind: PaperKind | null;
  /** Whether it is a scan or photograph of the signed paper. */
  isSigned: boolean;
}

/** The open files of a proceeding, oldest first. */
export async function fileFacts(tx: Tx, { countyId, disputeId, proceedingId }: PapersAt): Promise<FileFacts[]> {
  const rows = await tx.execute<FileFacts & Record<string, unknown>>(sql`
    select f.id, f.kind, f.name, f.mime, f.bytes, f.sha256, (f.added_at at time zone 'Asia/Shanghai')::date::text as "addedOn", w.name as "addedBy",
      nullif(o.provider, '') as provider, o.is_original as "isOriginal",
      coalesce(o.paper_kind, case when g.obligation_id is not null then 'receipt'::paper_kind end) as "paperKind",
      o.paper_kind is not null as "isSigned"
    from files f join people w on w.county_id = f.county_id and w.id = f.added_by
      left join lateral ${newestOrigin(sql`*`)} o on true
      left join lateral ${proofOfPayment} g on true
    where f.county_id = ${countyId}::uuid and f.dispute_id = ${disputeId}::uuid and f.lane in ('open', 'joint')
      and (f.proceeding_id is null or f.proceeding_id = ${proceedingId}::uuid)
    order by f.added_at, f.id`);
  return Promise.all(
    rows.map(async (row) => ({
      ...row,
      name: await printable(row.name),
      provider: row.provider && (await printable(row.provider)),
    })),
  );
}
