-- What policies ask, once for all tables (docs/adr/0003): views read with their owner's rights, so that no policy of another
-- table is carried along in each statement that asks one. Each shows whoever acts their own rows alone, once they are proven,
-- and is a barrier: no function of whoever asks sees a row before these conditions were met.

-- Reading windows of the actor's own that are open now (docs/adr/0030).
create view app.own_windows with (security_barrier = true) as
  select w.county_id, w.id, w.dispute_id, w.ends_at from public.reading_windows w
  where w.county_id = app.proven_county() and w.person_id = app.person() and app.is_office() and app.window_is_open(w);

-- The actor's rights, through themselves, their committee or their station, without those that a restriction closed and no
-- window of theirs opens, and without those of another role of theirs than the one they act in: a helper is asked and takes part,
-- nobody else does (docs/adr/0062). The system has none: it has policies of its own.
create view app.own_rights with (security_barrier = true) as
  select a.county_id, a.subject_id, a.dispute_id, a.relation, a.via, a.proceeding_id, a.is_current, a.is_hidden, a.until,
    app.is_head() as as_head,
    -- When the one before it ended: from then on what is told about the dispute belongs to this proceeding.
    (select max(b.until) from public.dispute_access b where b.county_id = a.county_id and b.dispute_id = a.dispute_id
      and b.proceeding_id <> a.proceeding_id and (a.until is null or b.until < a.until)) as since
  from public.dispute_access a
  where a.county_id = app.county() and a.subject_id = any ((select app.subjects())::uuid[]) and (select app.is_proven())
    and (a.relation in ('joined', 'invited')) <> app.is_office()
    -- Of office rights alone: helpers have none left, and a lead leads until they have handed over.
    and (a.relation in ('lead', 'joined', 'invited') or a.dispute_id <> all ((select app.closed_to_me())::uuid[]))
    and (not a.is_hidden or app.is_office() and app.has_window(a.county_id, a.dispute_id, app.person()));
