import { type SQL, sql } from "drizzle-orm";
import { canonicalIdNumber, canonicalPhone } from "@/db/encryption/canonical";
import { isReachedBy } from "../../access/party-as-read";
import type { PersonActor } from "../../kernel/actor";

/** A number as pages show it to most: 138****2719, 3306**********1234. */
const masked = /^\d{0,4}\*{4,}(\d{3}[\dX])$/;

/**
 * A whole phone or ID number in its canonical form, or the last four signs of one, also where the rest is masked as pages mask
 * it; null for any other word.
 */
export function numberIn(word: string): string | null {
  const typed = word.normalize("NFKC").toUpperCase();
  const bare = masked.exec(typed)?.[1] ?? typed;
  if (/^\d{3}[\dX]$/.test(bare)) return bare;
  const line = canonicalPhone(bare)?.line ?? "";
  return canonicalIdNumber(bare) ?? (line.length >= 7 ? line : null);
}

/** What is asked for, word by word; a number written in groups is one word. */
export const wordsIn = (q: string): string[] => {
  const whole = numberIn(q);
  return whole && whole.length > 4 ? [q] : q.split(/\s+/).filter(Boolean).slice(0, 6);
};

/** By what a word of the search found a dispute; whose number it was where it was a phone or ID number. */
export interface WhyFound {
  word: string;
  field: "number" | "title" | "place" | "party" | "formerNumber" | "contact";
  text: string;
}

/** The found places of each word in dispute `d`, and whom its numbers belong to: columns of a row, put together by `whyOf`. */
export function whyFound({ countyId }: PersonActor, words: readonly string[]): SQL {
  if (words.length === 0) return sql`null::json`;
  const list = sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  );
  const owners = words.map((word) => {
    const number = numberIn(word);
    return number
      ? sql`(select r.name from parties p join app.readable_parties r on r.county_id = p.county_id and r.id = p.id
          where p.county_id = d.county_id and p.dispute_id = d.id and ${isReachedBy(countyId, number)} order by p.position limit 1)`
      : sql`null::text`;
  });
  return sql`json_build_object('places', app.why_found(d.county_id, d.id, d.number, d.title, d.place, array[${list}]::text[]),
    'owners', json_build_array(${sql.join(owners, sql`, `)}))`;
}

export type FoundIn = { places: (Omit<WhyFound, "word"> | null)[]; owners: (string | null)[] } | null;

export const whyOf = (words: readonly string[], found: FoundIn): WhyFound[] =>
  words.flatMap((word, i) => {
    const place = found?.places[i];
    if (place) return [{ word, ...place }];
    const owner = found?.owners[i];
    return owner ? [{ word, field: "contact" as const, text: owner }] : [];
  });

interface Walk {
  /** Only what still runs. */
  isOpen: boolean;
  /** The last row already shown: ISO text and id. */
  after?: { registeredAt: string; id: string } | null;
  limit?: number;
}

/**
 * A subquery of the disputes the actor may read that have all of these words, as rows `(registered_at, id)`, newest first.
 * A word is looked for in the number of the dispute and those of its papers and calls, in title and place, and in names of adults
 * and organisations; letters also in how such a name sounds. Those who work on a dispute also find it by a whole phone or ID
 * number or its last four signs. Minors are found by no name (docs/adr/0039).
 */
export function foundBy({ countyId }: PersonActor, words: readonly string[], { isOpen, after, limit }: Walk): SQL {
  const reached = words.flatMap((word, i) => {
    const number = numberIn(word);
    return number
      ? [
          sql`select p.dispute_id as id, ${i + 1}::int as nth from parties p
          where p.county_id = ${countyId}::uuid and ${isReachedBy(countyId, number)}`,
        ]
      : [];
  });
  const ids = (column: SQL, type: SQL) =>
    reached.length > 0
      ? sql`array(select ${column} from (${sql.join(reached, sql` union all `)}) r order by r.id, r.nth)`
      : sql`array[]::${type}[]`;
  const list = sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  );
  return sql`app.find_disputes(array[${list}]::text[], ${ids(sql`r.id`, sql`uuid`)}, ${ids(sql`r.nth`, sql`integer`)}, ${isOpen}::boolean,
    ${after?.registeredAt ?? null}::timestamptz, ${after?.id ?? null}::uuid, ${limit ?? null}::int)`;
}
