/**
 * The ways of altering the record by SQL that `npm run verify` finds. `server/audit/tampering.test.ts` plants each of
 * them, and docs/tampering.md is generated from this list, so that the document cannot promise what no test has seen.
 */
interface Form {
  title: string;
  /** By what it is found: words of `npm run verify`, which the test expects in its output. */
  foundBy: string;
}

export const formsOfTampering = {
  editEvent: { title: "the payload of an event is changed", foundBy: "does not fit its hash" },
  retimeEvent: { title: "the time of an event is changed", foundBy: "does not fit its hash" },
  reactorEvent: { title: "another person is made the actor of an event", foundBy: "does not fit its hash" },
  forgeReader: { title: "who opened a caucus note is forged", foundBy: "does not fit its hash" },
  reactEvent: { title: "the action of an event is changed", foundBy: "does not fit its hash" },
  deleteEvent: { title: "an event is deleted from the middle", foundBy: "an event is missing" },
  deleteReading: { title: "the opening of a caucus note is deleted", foundBy: "an event is missing" },
  swapEvents: { title: "two events change places", foundBy: "does not fit its hash" },
  insertEvent: { title: "an event is inserted", foundBy: "does not follow the one before it" },
  cutTail: { title: "the last events are cut off", foundBy: "the end of the chain was cut" },
  moveHead: { title: "the head of a chain is moved", foundBy: "the end of the chain was cut" },
  dropChain: { title: "the events of a dispute are deleted", foundBy: "the chain is missing" },
  dropHead: { title: "the head of a chain is deleted", foundBy: "the chain is missing" },
  dropChainAndHead: { title: "a chain is deleted with its head", foundBy: "the chain is missing" },
  strayChain: { title: "a chain of a dispute that does not exist is put in", foundBy: "a chain without a dispute" },
  cutTailAndHead: {
    title: "the last events are cut off, with their digests and the head put back",
    foundBy: "the chain ends before an event that was signed",
  },
  rewriteChain: {
    title: "an event is changed and the whole chain after it hashed anew",
    foundBy: "the chain is not the one that was signed",
  },
  rewriteRecord: {
    title: "a record is changed, with its digest, its event and the whole chain after it",
    foundBy: "the chain is not the one that was signed",
  },
  dropDispute: {
    title: "a dispute is deleted with everything that belongs to it",
    foundBy: "the chain that was signed is gone",
  },
  deleteEntry: {
    title: "an entry of the audit (a search, a refusal, a sign-in) is deleted",
    foundBy: "an event is missing",
  },
  forgeEntry: { title: "another person is made the one who searched", foundBy: "does not fit its hash" },
  dropAudit: {
    title: "the whole audit of a county is deleted with its head",
    foundBy: "the chain that was signed is gone",
  },
  rollBack: {
    title: "the database is put back to an earlier state",
    foundBy: "the chain ends before an event that was signed",
  },
  backdate: {
    title: "a dispute is put in with a whole chain of its own, dated back",
    foundBy: "older than a checkpoint that did not see it",
  },
  changeRecord: { title: "the text of a session's record is changed", foundBy: "was changed without its act" },
  secondRecord: { title: "a version of a record is put in", foundBy: "was put in without an act" },
  deleteRecord: { title: "a version of a record is deleted", foundBy: "was deleted" },
  changeClause: { title: "the sum of an agreement's clause is changed", foundBy: "was changed without its act" },
  changeObligor: { title: "a party is taken off a clause", foundBy: "was deleted" },
  changeAgreement: { title: "the facts of an agreement are changed", foundBy: "was changed without its act" },
  forgeSignature: { title: "a signature is put in", foundBy: "was put in without an act" },
  changeSignature: { title: "the time of a signature is changed", foundBy: "was changed without its act" },
  deleteSignature: { title: "a signature is deleted", foundBy: "was deleted" },
  moveSeal: { title: "another person is made the sealer", foundBy: "was changed without its act" },
  changeConsent: { title: "a party's refusal is made a consent", foundBy: "was changed without its act" },
  changeOutcome: { title: "the outcome of a proceeding is changed", foundBy: "was changed without its act" },
  changeEnding: { title: "the reason of an ending is changed", foundBy: "was changed without its act" },
  changeNumber: { title: "the number of an agreement is changed", foundBy: "was changed without its act" },
  changeDossier: { title: "the number of a dossier is changed", foundBy: "was changed without its act" },
  changeDisputeNumber: { title: "the number of a dispute is changed", foundBy: "was changed without its act" },
  changePartyName: { title: "the name of a party is changed", foundBy: "was changed without its act" },
  moveNote: { title: "a caucus note is moved to the open lane", foundBy: "was changed without its act" },
  moveFile: { title: "a file is moved to another lane", foundBy: "was changed without its act" },
  swapFile: { title: "the hash of a file is changed to other bytes", foundBy: "was changed without its act" },
  changeBytes: { title: "the bytes of a file are changed on the disk", foundBy: "is not what was put in" },
  changeSealed: { title: "the bytes of a sealed agreement are changed on the disk", foundBy: "is not what was sealed" },
  swapSealed: {
    title: "a sealed agreement is exchanged for another file, with the hash in its row",
    foundBy: "does not carry the signature it was sealed with",
  },
  renameSealed: {
    title: "another committee is made the one whose seal an agreement has",
    foundBy: "was changed without its act",
  },
  deleteSealed: { title: "a sealed agreement is deleted", foundBy: "was deleted" },
  changeRefusal: {
    title: "why somebody who was asked does not sign is changed",
    foundBy: "was changed without its act",
  },
  changeSlip: { title: "a receipt of a registration is made to work longer", foundBy: "was changed without its act" },
  changeRole: { title: "a role that somebody holds is made to last longer", foundBy: "was changed without its act" },
  deleteStep: { title: "what the keeper of a point did about a clue is deleted", foundBy: "was deleted" },
  changeTemplate: { title: "an office's own template of a paper is changed", foundBy: "was changed without its act" },
  changeClauses: {
    title: "the clauses with which a committee begins agreements are changed",
    foundBy: "was changed without its act",
  },
  changeStart: {
    title: "the number from which a series goes on is changed",
    foundBy: "was changed without its act",
  },
  changeCall: { title: "what was said in a police call is changed", foundBy: "was changed without its act" },
  deleteCall: { title: "a police call is deleted", foundBy: "was deleted" },
  changeClue: { title: "a clue that nobody has taken up yet is changed", foundBy: "was changed without its act" },
  changeQuestion: { title: "a question to the lawyer on duty is changed", foundBy: "was changed without its act" },
  changeInvitation: {
    title: "another is made the one who was asked to help",
    foundBy: "was changed without its act",
  },
  changeExpected: { title: "somebody is taken off those expected at a session", foundBy: "was deleted" },
  forgeGrant: { title: "a request to lead is made granted", foundBy: "was changed without its act" },
  changeRule: { title: "a rule of a county is changed", foundBy: "was changed without its act" },
  forgeDayOff: { title: "a day off is put in", foundBy: "was put in without an act" },
  actWithoutEvent: {
    title: "a row is changed by SQL while the triggers are on",
    foundBy: "was written by no act",
  },
  signAgain: {
    title: "a row that is never changed is changed by SQL, with an event of its own in the proper form",
    foundBy: "was written a second time",
  },
  changeDigest: {
    title: "a record is changed together with its digest",
    foundBy: "the list of what the act wrote was altered",
  },
  dropDigests: { title: "the digests of an act are deleted", foundBy: "the list of what the act wrote was altered" },
  switchOff: { title: "a trigger is left switched off", foundBy: "is switched off" },
  dropGuard: { title: "a trigger is dropped", foundBy: "is gone" },
} as const satisfies Record<string, Form>;

export type TamperingForm = keyof typeof formsOfTampering;
