import { sql } from "drizzle-orm";
import type { InterpreterKind, InvitationStatus } from "@/db/vocabulary";
import type { Context } from "../../kernel/context";
import { asActor } from "../../kernel/transaction";

/** A session at which the reader interprets: when, where and how, and nothing of what it is about. Times are ISO text. */
export interface OwnInterpreting {
  id: string;
  kind: InterpreterKind;
  language: string;
  startsAt: string;
  endsAt: string;
  room: string;
  point: string;
  address: string;
  isVideo: boolean;
  videoUrl: string | null;
  /** What they were asked, one question for all their rows of a session; null where nobody asked. */
  askingId: string | null;
  status: InvitationStatus | null;
  answerBy: string | null;
  asker: string;
  askerPhone: string;
}

/** The reader's coming sessions as an interpreter or reader, earliest first. */
export function ownInterpreting(ctx: Context): Promise<OwnInterpreting[]> {
  return asActor(ctx, async (tx) => {
    const [row] = await tx.execute<{ all: OwnInterpreting[] }>(sql`
      select coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'language', language, 'startsAt', starts_at, 'endsAt', ends_at,
        'room', room, 'point', point, 'address', address, 'isVideo', is_video, 'videoUrl', video_url,
        'askingId', asking_id, 'status', status, 'answerBy', answer_by, 'asker', asker, 'askerPhone', asker_phone) order by starts_at, id), '[]') as all
      from app.own_interpreting()`);
    return row?.all ?? [];
  });
}
