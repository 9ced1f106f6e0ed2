import type { Scene } from "../database-guards/scene";

const job = (s: Scene, task: string, payload: Record<string, string | number>, key: string, at = "null") =>
  `select app.add_job('${task}', '${JSON.stringify({ countyId: s.county.countyId, ...payload })}', '${key}', ${at})`;

/** Attempts, within an act of a lawyer who is asked to no dispute, to order work of the queue, or to put off what waits there. */
export const queueAttempts: Record<string, (s: Scene) => string[]> = {
  "files are pruned": () => [`select app.add_job('pruneFiles', '{}', null, null)`],
  "work of no kind is ordered": (s) => [job(s, "anything", {}, "anything")],
  "what another did is announced at another time, and so not in its own": (s) => [
    job(s, "announce", { chain: s.unasked.disputeId, seq: 1 }, `announce:${s.unasked.disputeId}:1`, "'2999-01-01'"),
  ],
  "what another did is announced once more": (s) => [
    job(s, "announce", { chain: s.unasked.disputeId, seq: 1 }, `announce:${s.unasked.disputeId}:1`),
  ],
  "a job of one kind replaces one of another": (s) => [
    job(s, "passConsultations", {}, `announce:${s.unasked.disputeId}:1`),
  ],
  "an invitation lapses at another time": (s) => [
    `select app.add_job('expireInvitations', json_build_object('countyId', i.county_id, 'invitationId', i.id), 'expire:' || i.id, '2999-01-01')
      from invitations i where i.person_id = '${s.county.people.lawyer}' limit 1`,
    job(s, "expireInvitations", { invitationId: s.county.countyId }, `expire:${s.county.countyId}`, "'2999-01-01'"),
  ],
  "a held hour runs out at another time": (s) => [
    `select app.add_job('expireHold', json_build_object('countyId', county_id, 'sessionId', id), 'hold:' || id, '2999-01-01')
      from sessions where held_until is not null limit 1`,
    job(s, "expireHold", { sessionId: s.county.countyId }, `hold:${s.county.countyId}`, "'2999-01-01'"),
  ],
  "another's link is said to be locked": (s) => [
    job(s, "tellOfLock", { linkId: s.county.countyId }, `link-locked:${s.county.countyId}`),
  ],
  "what another registered is looked for": (s) => [
    job(s, "lookForRelapse", { kind: "dispute", id: s.unasked.disputeId }, `relapse:dispute:${s.unasked.disputeId}`),
  ],
  "another's paper is drawn": (s) => [
    job(s, "makePaper", { paperId: s.county.countyId }, `paper:${s.county.countyId}`),
  ],
  "another's seal is put on a file": (s) => [
    job(s, "keepSealed", { agreementId: s.county.countyId }, `sealed:${s.county.countyId}`),
  ],
  "a silence is counted against another": (s) => [
    job(s, "escalateSilence", { personId: s.county.people.judge ?? "" }, "silence:x"),
  ],
};
