import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { EntryStatus, Locale, SlotResource } from "@/db/vocabulary";
import { spend } from "../access/limits";
import { systemActor } from "../kernel/actor";
import { asActor } from "../kernel/transaction";
import { feedText } from "./parts/ics-text";
import { tokenHash } from "./parts/token-hash";

export interface Feed {
  text: string;
  /** A strong ETag: the same entries give the same text, byte for byte. */
  etag: string;
  changedAt: Date | null;
}

type Row = {
  county_id: string;
  resource: SlotResource;
  resource_id: string;
  owner: string;
  /** Null, like the fields below, in the single row of a calendar without entries. */
  booking_id: string | null;
  changed_at: string;
  is_meeting: boolean;
  is_video: boolean;
  room: string | null;
  point: string | null;
  address: string | null;
  status: EntryStatus;
  starts_at: string;
  ends_at: string;
  sequence: number;
};

/** No county is known before the hash is looked up. */
const anywhere = systemActor("00000000-0000-0000-0000-000000000000", "feed");

/**
 * The calendar of a secret address; null when the secret is unknown or revoked, or its maker has left office. Refuses
 * with tooManyRequests a program that asks too often, and whoever guesses secrets (`caller` is where they come from,
 * or "all").
 */
export async function readFeed(token: string, caller: string, now: Date): Promise<Feed | null> {
  const hash = tokenHash(token);
  const rows = await asActor({ actor: anywhere, now }, (tx) =>
    tx.execute<Row>(sql`select * from app.read_feed(${hash})`),
  );
  const found = rows[0] ? await ownerOf(rows[0], hash, now) : null;
  await spend(found ? "feed" : "feedGuess", found ? hash : caller);
  if (!found) return null;
  const { first, locale } = found;
  const entries = rows.flatMap((row) =>
    row.booking_id === null
      ? []
      : {
          bookingId: row.booking_id,
          isMeeting: row.is_meeting,
          isVideo: row.is_video,
          status: row.status,
          startsAt: new Date(row.starts_at),
          endsAt: new Date(row.ends_at),
          sequence: row.sequence,
          changedAt: new Date(row.changed_at),
          room: row.room ?? "",
          point: row.point ?? "",
          address: row.address ?? "",
        },
  );
  const text = feedText(entries, { name: first.resource === "room" ? first.owner : null, locale });
  const changes = entries.map((entry) => entry.changedAt.getTime());
  return {
    text,
    etag: `"${createHash("sha256").update(text).digest("base64url")}"`,
    changedAt: changes.length > 0 ? new Date(Math.max(...changes)) : null,
  };
}

/** The language of the feed's maker, while they are in office. */
async function ownerOf(first: Row, hash: string, now: Date): Promise<{ first: Row; locale: Locale } | null> {
  const [maker] = await asActor({ actor: systemActor(first.county_id, "feed"), now }, (tx) =>
    tx.execute<{ locale: Locale | null }>(sql`
      select a.locale from feed_tokens f join people p on p.county_id = f.county_id and p.id = f.created_by and p.disabled_at is null
        left join accounts a on a.county_id = p.county_id and a.person_id = p.id
      where f.county_id = ${first.county_id}::uuid and f.token_hash = ${hash}`),
  );
  return maker ? { first, locale: maker.locale ?? "zh-CN" } : null;
}
