import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Sql } from "postgres";
import type { TamperingForm } from "../../audit/parts/forms-of-tampering";
import { folderStore, sha256Of } from "../../files/parts/file-store";
import type { TamperedCounty } from "./tampered-county";
import { changeYoung } from "./young-acts";

/** What an attacker does in a transaction of a superuser, with triggers and foreign keys off. */
export type Tamper = (tx: Sql) => Promise<unknown>;

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

/** Hashes a chain anew from its first event, as somebody would who knows how it is made. */
async function hashAnew(tx: Sql, chain: string): Promise<void> {
  const rows = await tx`select * from events where chain = ${chain} order by seq`;
  let prev = "0".repeat(64);
  for (const row of rows) {
    const head = [prev, row.content === null ? "v1" : "v2", row.chain, row.seq, row.at_us, row.actor_kind];
    const rest = [row.actor_id ?? "-", row.action, row.dispute_id ?? "-", row.proceeding_id ?? "-"];
    const text = [...head, ...rest, ...(row.content === null ? [] : [row.content]), row.payload].join("\n");
    const hash = sha256(text);
    await tx`update events set prev = ${prev}, hash = ${hash} where chain = ${chain} and seq = ${row.seq}`;
    prev = hash;
  }
  await tx`update event_heads set seq = ${rows.length}, hash = ${prev} where chain = ${chain}`;
}

/** Changes a session's record and gives it a digest that fits. */
async function changeWithDigest(tx: Sql, scene: TamperedCounty): Promise<void> {
  const dispute = scene.agreedId;
  await tx`set local timezone = 'UTC'`;
  await tx`update session_records set text = '另一种说法' where dispute_id = ${dispute}`;
  await tx`update content_digests d set digest = app.content_digest(d.salt, d.subject, d.key, d.version,
      'dispute_id,text,statements,facts,outcome,routes_told,correction_reason,written_by,written_at', to_jsonb(r))
    from session_records r where r.dispute_id = ${dispute} and d.subject = 'session_records' and d.key = r.session_id || ' ' || r.version`;
}

/** Puts an event's hash over its digests in order again. */
const renewContent = (tx: Sql, chain: string) => tx`
  update events e set content = l.hash from (
    select seq, encode(sha256(convert_to(string_agg(concat_ws(' ', subject, key, version, digest), chr(10) order by id), 'UTF8')), 'hex') as hash
    from content_digests where chain = ${chain} and seq > 0 group by seq) l
  where e.chain = ${chain} and e.seq = l.seq`;

/** Deletes every row that names the dispute, in every table. */
async function dropDispute(tx: Sql, id: string): Promise<void> {
  const tables = await tx<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'dispute_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`;
  for (const { name } of tables) await tx`delete from ${tx(name)} where dispute_id = ${id}`;
  await tx`delete from content_digests where chain = ${id}`;
  await tx`delete from event_heads where chain = ${id}`;
  await tx`delete from disputes where id = ${id}`;
}

/** Cuts a chain back to its first events, with digests and head, so that it is whole in itself. */
async function cutBack(tx: Sql, chain: string, to: number): Promise<void> {
  await tx`delete from events where chain = ${chain} and seq > ${to}`;
  await tx`update event_heads h set seq = e.seq, hash = e.hash from events e where h.chain = ${chain} and e.chain = h.chain and e.seq = ${to}`;
}

/** A dispute with a chain of its own that fits, copied from a real one and dated a year back. */
async function putInDispute(tx: Sql, scene: TamperedCounty): Promise<string> {
  const id = "00000000-0000-7000-8000-000000000001";
  await tx`insert into disputes select (jsonb_populate_record(d, jsonb_build_object('id', ${id}::text, 'number', '2025-9999'))).* from disputes d where id = ${scene.plainId}`;
  await tx`insert into event_heads select county_id, ${id}, seq, hash from event_heads where chain = ${scene.plainId}`;
  await tx`insert into events select (jsonb_populate_record(e, jsonb_build_object('chain', ${id}::text, 'dispute_id', ${id}::text, 'content', null,
    'at_us', e.at_us - 31536000000000))).* from events e where chain = ${scene.plainId}`;
  await hashAnew(tx, id);
  return id;
}

/** Where the scene's file lies on the disk. */
export const placeOf = ({ fileBytes, filesFolder, county }: TamperedCounty): string => {
  const sha = sha256Of(fileBytes);
  return path.join(filesFolder, county.countyId, sha.slice(0, 2), sha);
};

/** Where the scene's sealed agreement lies. */
export const sealedPlaceOf = ({ sealedBytes, filesFolder, county }: TamperedCounty): string => {
  const sha = sha256Of(sealedBytes);
  return path.join(filesFolder, county.countyId, sha.slice(0, 2), sha);
};
const oneByteOff = (bytes: Buffer): Buffer => {
  const altered = Buffer.from(bytes);
  altered[bytes.length >> 1] = (altered[bytes.length >> 1] ?? 0) ^ 1;
  return altered;
};

/** How each form is done to the scene. */
export const tampersOn = (scene: TamperedCounty): Record<TamperingForm, Tamper> => ({
  ...onEvents(scene),
  ...onChains(scene),
  ...onAgreement(scene),
  ...onContent(scene),
  ...onGuards(scene),
  ...onYoungRows,
});

const onEvents = (scene: TamperedCounty) =>
  ({
    editEvent: (tx: Sql) =>
      tx`update events set payload = '{"track":"transfer"}' where chain = ${scene.plainId} and seq = 2`,
    retimeEvent: (tx: Sql) =>
      tx`update events set at_us = at_us - 3600000000 where chain = ${scene.plainId} and seq = 1`,
    reactorEvent: (tx: Sql) =>
      tx`update events set actor_id = ${scene.county.people.head ?? ""} where chain = ${scene.plainId} and seq = 1`,
    forgeReader: (tx: Sql) =>
      tx`update events set actor_id = ${scene.county.people.head ?? ""} where chain = ${scene.agreedId} and action = 'note.read'`,
    reactEvent: (tx: Sql) => tx`update events set action = 'proceeding.end' where chain = ${scene.plainId} and seq = 2`,
    deleteEvent: (tx: Sql) => tx`delete from events where chain = ${scene.agreedId} and seq = 3`,
    deleteReading: (tx: Sql) => tx`delete from events where chain = ${scene.agreedId} and action = 'note.read'`,
    swapEvents: (tx: Sql) =>
      tx`update events e set payload = o.payload, action = o.action from events o where e.chain = ${scene.plainId} and o.chain = e.chain and o.seq <> e.seq`,
    insertEvent: (tx: Sql) =>
      tx`insert into events select (jsonb_populate_record(e, jsonb_build_object('seq', e.seq + 1, 'action', 'note.write'))).* from events e where chain = ${scene.plainId} and seq = 2`,
    cutTail: (tx: Sql) => tx`delete from events where chain = ${scene.plainId} and seq = 2`,
    moveHead: (tx: Sql) => tx`update event_heads set seq = 7 where chain = ${scene.plainId}`,
    dropChain: (tx: Sql) => tx`delete from events where chain = ${scene.plainId}`,
    dropHead: (tx: Sql) => tx`delete from event_heads where chain = ${scene.plainId}`,
    dropChainAndHead: async (tx: Sql) => {
      await tx`delete from events where chain = ${scene.plainId}`;
      await tx`delete from event_heads where chain = ${scene.plainId}`;
    },
    strayChain: (tx: Sql) =>
      tx`insert into event_heads values (${scene.county.countyId}, '00000000-0000-7000-8000-000000000002', 1, ${"0".repeat(64)})`,
  }) satisfies Partial<Record<TamperingForm, Tamper>>;

const onChains = (scene: TamperedCounty) =>
  ({
    // The openings and notes at the end wrote rows too; with their digests and rows gone, the chain is whole in itself.
    cutTailAndHead: async (tx: Sql) => {
      const [last] = await tx`select seq from events where chain = ${scene.agreedId} order by seq desc limit 1`;
      await cutBack(tx, scene.agreedId, Number(last?.seq) - 1);
      await tx`delete from notes where dispute_id = ${scene.agreedId} and lane = 'open'`;
      await tx`delete from content_digests where chain = ${scene.agreedId} and seq = ${last?.seq ?? 0}`;
    },
    rewriteChain: async (tx: Sql) => {
      await tx`update events set at_us = at_us - 1000000 where chain = ${scene.plainId} and seq = 1`;
      await hashAnew(tx, scene.plainId);
    },
    rewriteRecord: async (tx: Sql) => {
      await changeWithDigest(tx, scene);
      await renewContent(tx, scene.agreedId);
      await hashAnew(tx, scene.agreedId);
    },
    dropDispute: (tx: Sql) => dropDispute(tx, scene.plainId),
    deleteEntry: (tx: Sql) => tx`delete from events where action = 'audit.search' and seq = 1`,
    forgeEntry: (tx: Sql) =>
      tx`update events set actor_id = ${scene.county.people.head ?? ""} where action = 'audit.search' and seq = 1`,
    dropAudit: async (tx: Sql) => {
      await tx`delete from event_heads where chain in (select chain from events where action = 'audit.search')`;
      await tx`delete from events where action = 'audit.search'`;
    },
    rollBack: async (tx: Sql) => {
      await cutBack(tx, scene.county.countyId, 0);
      await cutBack(tx, scene.agreedId, 2);
    },
    backdate: (tx: Sql) => putInDispute(tx, scene),
  }) satisfies Partial<Record<TamperingForm, Tamper>>;

const onAgreement = (scene: TamperedCounty) =>
  ({
    changeRecord: (tx: Sql) => tx`update session_records set text = '另一种说法' where dispute_id = ${scene.agreedId}`,
    secondRecord: (tx: Sql) =>
      tx`insert into session_records select (jsonb_populate_record(r, '{"version": 2, "text": "更正", "correction_reason": "笔误"}')).* from session_records r where dispute_id = ${scene.agreedId}`,
    deleteRecord: (tx: Sql) => tx`delete from session_records where dispute_id = ${scene.agreedId}`,
    changeClause: (tx: Sql) => tx`update obligations set amount_fen = 50000 where dispute_id = ${scene.agreedId}`,
    changeObligor: (tx: Sql) =>
      tx`delete from obligation_parties where dispute_id = ${scene.agreedId} and part = 'obligor'`,
    changeAgreement: (tx: Sql) => tx`update agreements set facts = '从未发生纠纷' where dispute_id = ${scene.agreedId}`,
    forgeSignature: (tx: Sql) =>
      tx`insert into signatures select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'person_id', ${scene.county.people.head ?? ""}::text))).* from signatures s where dispute_id = ${scene.agreedId} and signer_kind = 'mediator'`,
    changeSignature: (tx: Sql) =>
      tx`update signatures set signed_at = signed_at - interval '1 day' where dispute_id = ${scene.agreedId} and signer_kind = 'mediator'`,
    deleteSignature: (tx: Sql) =>
      tx`delete from signatures where dispute_id = ${scene.agreedId} and signer_kind = 'mediator'`,
    moveSeal: (tx: Sql) =>
      tx`update seals set sealed_by = ${scene.county.people.head ?? ""} where dispute_id = ${scene.agreedId}`,
  }) satisfies Partial<Record<TamperingForm, Tamper>>;

const onContent = (scene: TamperedCounty) =>
  ({
    changeConsent: (tx: Sql) =>
      tx`update consents set answer = 'agreed' where dispute_id = ${scene.refusedId} and answer = 'refused'`,
    changeOutcome: (tx: Sql) => tx`update proceedings set outcome = 'deadlock' where dispute_id = ${scene.refusedId}`,
    changeEnding: (tx: Sql) => tx`update endings set reason = '双方和好' where dispute_id = ${scene.refusedId}`,
    changeNumber: (tx: Sql) =>
      tx`update agreements set number = '（2026）柳人调字第 999 号' where dispute_id = ${scene.agreedId}`,
    changeDossier: (tx: Sql) =>
      tx`update proceedings set dossier_number = '（2026）柳人调卷第 999 号' where dispute_id = ${scene.refusedId}`,
    changeDisputeNumber: (tx: Sql) => tx`update disputes set number = 'LW-2026-9999' where id = ${scene.plainId}`,
    changePartyName: (tx: Sql) =>
      tx`update parties set name = '另一个人' where dispute_id = ${scene.plainId} and side = 2`,
    moveNote: (tx: Sql) =>
      tx`update notes set lane = 'open' where dispute_id = ${scene.agreedId} and lane = 'mediator'`,
    moveFile: (tx: Sql) => tx`update files set lane = 'open' where id = ${scene.fileId}`,
    swapFile: (tx: Sql) => tx`update files set sha256 = ${"a".repeat(64)} where id = ${scene.fileId}`,
    changeBytes: () => writeFile(placeOf(scene), "other bytes"),
    changeSealed: () => writeFile(sealedPlaceOf(scene), oneByteOff(scene.sealedBytes)),
    swapSealed: async (tx: Sql) => {
      const other = oneByteOff(scene.sealedBytes);
      const sha = await folderStore(scene.filesFolder).put(scene.county.countyId, other);
      await tx`update sealed_papers set pdf_sha256 = ${sha} where dispute_id = ${scene.agreedId}`;
    },
    renameSealed: (tx: Sql) =>
      tx`update sealed_papers set committee_name = '别的调解委员会' where dispute_id = ${scene.agreedId}`,
    deleteSealed: (tx: Sql) => tx`delete from sealed_papers where dispute_id = ${scene.agreedId}`,
  }) satisfies Partial<Record<TamperingForm, Tamper>>;

const onGuards = (scene: TamperedCounty) =>
  ({
    actWithoutEvent: async (tx: Sql) => {
      await tx`set local session_replication_role = origin`;
      await tx`update dispute_facts set facts = '另一种说法' where dispute_id = ${scene.plainId}`;
    },
    signAgain: async (tx: Sql) => {
      await tx`set local session_replication_role = origin`;
      await tx`alter table session_records disable trigger session_records_append_only`;
      await tx`update session_records set text = '另一种说法' where dispute_id = ${scene.agreedId}`;
      await tx`alter table session_records enable trigger session_records_append_only`;
      await tx`select app.append_event(${scene.county.countyId}, ${scene.agreedId}, ${scene.agreedId}, null, ${scene.county.people.mediator ?? ""},
      'person', 'session.correctRecord', (extract(epoch from now()) * 1000000 + 90000000000)::bigint, '{}')`;
    },
    changeDigest: (tx: Sql) => changeWithDigest(tx, scene),
    dropDigests: (tx: Sql) => tx`delete from content_digests where chain = ${scene.agreedId} and seq = 1`,
    switchOff: (tx: Sql) => tx`alter table events disable trigger events_append_only`,
    dropGuard: (tx: Sql) => tx`drop trigger signatures_append_only on signatures`,
  }) satisfies Partial<Record<TamperingForm, Tamper>>;

const nobody = "00000000-0000-7000-8000-000000000003";
const onYoungRows = {
  changeRefusal: (tx: Sql) => changeYoung(tx, "signing_requests"),
  changeSlip: (tx: Sql) => changeYoung(tx, "registration_slips"),
  changeRole: (tx: Sql) => changeYoung(tx, "person_roles"),
  deleteStep: (tx: Sql) => tx`delete from clue_steps`,
  changeTemplate: (tx: Sql) => changeYoung(tx, "paper_templates"),
  changeClauses: (tx: Sql) => changeYoung(tx, "drafting_templates"),
  changeStart: (tx: Sql) => changeYoung(tx, "number_starts"),
  changeCall: (tx: Sql) => changeYoung(tx, "police_calls"),
  deleteCall: (tx: Sql) => tx`delete from police_calls where dispute_id is null`,
  changeClue: (tx: Sql) => tx`update clues set text = '没有人吵架' where dispute_id is null`,
  changeQuestion: (tx: Sql) => changeYoung(tx, "consultations"),
  changeInvitation: (tx: Sql) => tx`update invitations set person_id = ${nobody}`,
  changeExpected: (tx: Sql) => tx`delete from session_people where party_id is not null`,
  forgeGrant: (tx: Sql) =>
    tx`update access_requests set is_granted = true, decided_by = ${nobody}, decided_at = now(), valid_until = now() + interval '7 days'`,
  changeRule: (tx: Sql) => changeYoung(tx, "rules"),
  forgeDayOff: (tx: Sql) =>
    tx`insert into day_overrides select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'day', '2026-12-30'))).* from day_overrides d`,
} satisfies Partial<Record<TamperingForm, Tamper>>;
