import { type SQL, sql } from "drizzle-orm";
import { speakable } from "../../binding/parts/speakable";
import { privateLanes } from "../../notes/parts/writable-lanes";

export interface DeskIds {
  countyId: string;
  disputeId: string;
  sessionId: string;
  /** Who asks; only the lead of the session's proceeding finds it. */
  personId: string;
}

/** The session itself, with its room and its proceeding; null for whoever does not lead that proceeding. */
const deskSession = sql`
  (select jsonb_build_object('id', se.id, 'ordinal', se.ordinal, 'kind', se.kind, 'mode', se.mode, 'status', se.status,
      'startsAt', se.starts_at, 'endsAt', se.ends_at, 'startedAt', se.started_at, 'heldUntil', se.held_until, 'version', se.version,
      'agenda', se.agenda, 'hasCheckIn', se.check_in_hash is not null,
      'room', jsonb_build_object('id', r.id, 'name', coalesce(r.name, se.place), 'point', coalesce(cp.name, '')),
      'proceeding', jsonb_build_object('id', pr.id, 'version', pr.version, 'track', pr.track, 'status', pr.status))
    from se cross join pr left join rooms r on r.county_id = se.county_id and r.id = se.room_id
      left join contact_points cp on cp.county_id = r.county_id and cp.id = r.point_id)`;

/** Who belongs to the session; a helper with the force they came for. */
const deskPeople = ({ countyId, sessionId }: DeskIds) => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('id', sp.id, 'personId', sp.person_id, 'partyId', sp.party_id,
      'name', coalesce(pe.name, pa.name), 'post', coalesce(pe.post, ''), 'side', pa.side, 'attendance', sp.attendance, 'spokenByLinkId', sp.spoken_by_link_id,
      'isLead', sp.person_id is not distinct from pr.lead_person_id, 'force', f.force)
      order by pa.side nulls last, pa.position, sp.person_id is not distinct from pr.lead_person_id, f.sort nulls last, pe.name), '[]')
    from session_people sp cross join pr
      left join people pe on pe.county_id = sp.county_id and pe.id = sp.person_id
      left join app.readable_parties pa on pa.county_id = sp.county_id and pa.id = sp.party_id
      left join lateral (select fo.sort, jsonb_build_object('code', fo.code, 'nameZh', fo.name_zh, 'nameEn', fo.name_en) as force
        from invitations i join forces fo on fo.county_id = i.county_id and fo.code = i.force_code
        where i.county_id = sp.county_id and i.proceeding_id = pr.id and i.person_id = sp.person_id and i.status = 'accepted'
        order by i.sent_at desc limit 1) f on true
    where sp.county_id = ${countyId}::uuid and sp.session_id = ${sessionId}::uuid)`;

/** The parties of the dispute by side, with the people linked to them. */
const deskSides = ({ countyId, disputeId }: DeskIds) => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('side', side, 'parties', parties) order by side), '[]') from (
    select pa.side, jsonb_agg(jsonb_build_object('id', pa.id, 'name', pa.name, ${speakable(sql`pa`)}) order by pa.position) as parties
    from app.readable_parties pa where pa.county_id = ${countyId}::uuid and pa.dispute_id = ${disputeId}::uuid group by pa.side) s)`;

const covered = sql.join(
  privateLanes.map((lane) => sql`${lane}`),
  sql`, `,
);

/** Cards of private lanes come without words and without speaker. */
const deskCards = ({ countyId, disputeId, sessionId }: DeskIds) => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'lane', c.lane, 'side', c.side, 'kind', c.kind,
      'partyId', case when c.lane::text in (${covered}) then null else c.party_id end,
      'personId', case when c.lane::text in (${covered}) then null else c.person_id end,
      'speaker', case when c.lane::text in (${covered}) then null else coalesce(pa.name, pe.name) end,
      'text', case when c.lane::text in (${covered}) then null else c.text end,
      'state', c.state, 'answersId', c.answers_id, 'version', c.version, 'writtenAt', c.written_at, 'changedAt', c.changed_at,
      'authorName', au.name) order by c.written_at, c.id), '[]')
    from desk_cards c join people au on au.county_id = c.county_id and au.id = c.author_id
      left join app.readable_parties pa on pa.county_id = c.county_id and pa.id = c.party_id
      left join people pe on pe.county_id = c.county_id and pe.id = c.person_id
    where c.county_id = ${countyId}::uuid and c.dispute_id = ${disputeId}::uuid and c.session_id = ${sessionId}::uuid)`;

/** Numbers put to the sides. How many have answered is not among what is read. */
const deskPolls = ({ countyId, sessionId }: DeskIds) => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'question', n.question, 'amountFen', n.amount_fen, 'sides', n.sides,
      'status', n.status, 'openedAt', n.opened_at, 'closedAt', n.closed_at) order by n.opened_at desc, n.id desc), '[]')
    from number_polls n where n.county_id = ${countyId}::uuid and n.session_id = ${sessionId}::uuid)`;

/** Facts nobody disputes, newest first, with their signatures. */
const deskFacts = ({ countyId, sessionId }: DeskIds) => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('id', st.id, 'ordinal', st.ordinal, 'lines', st.lines,
      'writtenBy', w.name, 'writtenAt', st.written_at,
      'signatures', (select coalesce(jsonb_agg(jsonb_build_object('partyId', fs.party_id, 'party', pa.name, 'side', pa.side, 'means', fs.means,
          'signedAt', fs.signed_at, 'isDrawn', fs.strokes is not null) order by pa.side, pa.position), '[]')
        from fact_signatures fs join app.readable_parties pa on pa.county_id = fs.county_id and pa.id = fs.party_id
        where fs.county_id = st.county_id and fs.statement_id = st.id)) order by st.ordinal desc), '[]')
    from fact_statements st join people w on w.county_id = st.county_id and w.id = st.written_by
    where st.county_id = ${countyId}::uuid and st.session_id = ${sessionId}::uuid)`;

/** Files of this session and of the dispute; private ones come without their name. */
const deskFiles = ({ countyId, disputeId, sessionId }: DeskIds) => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('id', fi.id, 'lane', fi.lane, 'side', fi.side, 'kind', fi.kind,
      'name', case when fi.lane::text in (${covered}) then null else fi.name end, 'mime', fi.mime, 'bytes', fi.bytes,
      'addedBy', ab.name, 'addedAt', fi.added_at) order by fi.added_at desc, fi.id), '[]')
    from files fi join people ab on ab.county_id = fi.county_id and ab.id = fi.added_by
    where fi.county_id = ${countyId}::uuid and fi.dispute_id = ${disputeId}::uuid and (fi.session_id = ${sessionId}::uuid or fi.session_id is null))`;

/** One statement with everything of a session's desk as the column `desk`; its parts are above. */
export const deskQuery = (ids: DeskIds): SQL => sql`
  with se as (select * from sessions where county_id = ${ids.countyId}::uuid and dispute_id = ${ids.disputeId}::uuid and id = ${ids.sessionId}::uuid),
  pr as (select p.* from proceedings p join se on p.county_id = se.county_id and p.id = se.proceeding_id
    where p.lead_person_id = ${ids.personId}::uuid)
  select jsonb_build_object(
    'title', (select d.title from disputes d where d.county_id = ${ids.countyId}::uuid and d.id = ${ids.disputeId}::uuid),
    'session', ${deskSession},
    'people', ${deskPeople(ids)},
    'sides', ${deskSides(ids)},
    'cards', ${deskCards(ids)},
    'polls', ${deskPolls(ids)},
    'statements', ${deskFacts(ids)},
    'files', ${deskFiles(ids)}) as desk`;
