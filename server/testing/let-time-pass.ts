import postgres from "postgres";

/** One transaction as a superuser, with triggers and row-level security switched off, that changes times only. */
async function asTime(move: (sql: postgres.TransactionSql) => Promise<number>): Promise<void> {
  const url = process.env.TIME_DATABASE_URL ?? process.env.DATABASE_URL;
  if (!url) throw new Error("TIME_DATABASE_URL is not set: a journey lets time pass on the server's own database");
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const moved = await client.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      return move(sql);
    });
    if (moved === 0) throw new Error("time passed, but nothing was waiting for it");
  } finally {
    await client.end({ timeout: 5 });
  }
}

/** Moves the booked session of this dispute into the past, to the latest hours at which its room and people were free. */
export function letSessionPass(disputeId: string): Promise<void> {
  return asTime(async (sql) => {
    const moved = await sql`
      with mine as (select * from sessions where dispute_id = ${disputeId} and status = 'booked'),
      back as (
        select m.id, make_interval(mins => n * 30) as span from mine m cross join lateral (
          select n from generate_series(1, 20000) n
          where m.ends_at - make_interval(mins => n * 30) < now() and not exists (
            select from slots s join slots o on o.county_id = s.county_id and o.resource_id = s.resource_id and o.session_id <> s.session_id
            where s.session_id = m.id
              and o.during && tstzrange(m.starts_at - make_interval(mins => n * 30), m.ends_at - make_interval(mins => n * 30)))
          order by n limit 1) free),
      room_and_people as (
        update slots s set during = tstzrange(lower(s.during) - b.span, upper(s.during) - b.span) from back b where s.session_id = b.id returning s.session_id)
      update sessions s set starts_at = s.starts_at - b.span, ends_at = s.ends_at - b.span from back b where s.id = b.id returning s.id`;
    return moved.length;
  });
}

/** Moves the due dates of this dispute's open obligations and of its next step so many days earlier. */
export function letDaysPass(disputeId: string, days: number): Promise<void> {
  return asTime(async (sql) => {
    await sql`update proceedings set next_due_at = next_due_at - make_interval(days => ${days}) where dispute_id = ${disputeId} and next_due_at is not null`;
    const moved = await sql`
      update obligations set due_on = due_on - ${days}::int where performed_at is null and waived_at is null and superseded_at is null
        and agreement_id in (select id from agreements where dispute_id = ${disputeId}) returning id`;
    return moved.length;
  });
}

/**
 * Moves the booked session of this dispute to now: it began a minute ago, today, and keeps its length. Its slots are moved
 * with it where they are free; a slot that is taken is put into the coming night, so that many journeys may have the
 * same lead in session at once.
 */
export function letSessionBegin(disputeId: string): Promise<void> {
  return asTime(async (sql) => {
    await sql`select pg_advisory_xact_lock(hashtext('let-session-begin'))`;
    const moved = await sql`
      with today as (select date_trunc('day', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai' as at),
      mine as (
        select s.id, s.county_id, greatest(now() - interval '1 minute', t.at) as starts_at, s.ends_at - s.starts_at as span,
          t.at + interval '27 hours' as night
        from sessions s cross join today t where s.dispute_id = ${disputeId} and s.status = 'booked'),
      room_and_people as (
        update slots s set during = case when exists (
            select from slots o where o.county_id = s.county_id and o.resource_id = s.resource_id and o.id <> s.id
              and o.during && tstzrange(m.starts_at, m.starts_at + m.span))
          then (select tstzrange(at, at + interval '1 millisecond') from (select m.night + random() * interval '1 hour' as at) one)
          else tstzrange(m.starts_at, m.starts_at + m.span) end
        from mine m where s.session_id = m.id returning s.session_id)
      update sessions s set starts_at = m.starts_at, ends_at = m.starts_at + m.span from mine m where s.id = m.id returning s.id`;
    return moved.length;
  });
}
