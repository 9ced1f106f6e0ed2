import type { TaskList } from "graphile-worker";
import * as z from "zod";
import { orderReadings } from "../availability/order-readings";
import { readCalendar } from "../availability/read-calendar";
import { passConsultation, passConsultations } from "../consultations/pass-question";
import { makeDeposit } from "../deposits/make-deposit";
import { incoming } from "../disputes/parts/look-for-relapse";
import { tellOfLikelyRelapse } from "../disputes/tell-of-likely-relapse";
import { makeSmalls } from "../files/make-smalls";
import { fileStore } from "../files/parts/file-store";
import { pruneFiles } from "../files/prune-files";
import { passInstruction } from "../instructions/pass-instruction";
import { lapseAsking } from "../interpreters/expire-asking";
import { tellTiedOutsider } from "../interpreters/tell-tied-outsider";
import { tellOfSilence } from "../invitations/escalate-silence";
import { lapseInvitation } from "../invitations/expire-invitation";
import { tellOfRecusal } from "../invitations/settle-recusal";
import { fillSeat } from "../invitations/substitute-invitation";
import { tellOfLock } from "../links/lock-link";
import { makePaper } from "../papers/make-paper";
import { passClue } from "../points/pass-clue";
import { keepMissingSealed } from "../sealed-papers/keep-missing-sealed";
import { keepSealed } from "../sealed-papers/keep-sealed";
import { readSealedAgain } from "../sealed-papers/read-sealed-again";
import { endHold } from "../sessions/expire-hold";
import { drawRevisits } from "./draw-revisits";
import { prune } from "./prune";
import { timeOf } from "./time-of";

const county = z.object({ countyId: z.uuid() });
const consultation = county.extend({ consultationId: z.uuid() });
const invitation = z.object({ countyId: z.uuid(), invitationId: z.uuid() });
const asking = county.extend({ askingId: z.uuid() });
const interpreter = county.extend({ interpreterId: z.uuid() });
const freedSeat = invitation.extend({ leftSessionId: z.uuid().optional() });
const clue = county.extend({ clueId: z.uuid() });
const instruction = county.extend({ instructionId: z.uuid() });
const person = z.object({ countyId: z.uuid(), personId: z.uuid() });
const link = z.object({ countyId: z.uuid(), linkId: z.uuid() });
const recusal = z.object({ countyId: z.uuid(), recusalId: z.uuid() });
const paper = z.object({ countyId: z.uuid(), paperId: z.uuid() });
const deposit = county.extend({ depositId: z.uuid() });
const agreement = county.extend({ agreementId: z.uuid() });
const session = z.object({ countyId: z.uuid(), sessionId: z.uuid() });
const cameIn = county.extend({ kind: z.enum(incoming), id: z.uuid() });
const importedCalendar = z.object({ countyId: z.uuid(), calendarId: z.uuid() });

/** Tasks of the worker, by the name that `enqueue` uses. A handler may run twice and must be idempotent. */
export const tasks: TaskList = {
  expireInvitations: (payload, { job }) => lapseInvitation(invitation.parse(payload), timeOf(job)),
  expireAsking: (payload, { job }) => lapseAsking(asking.parse(payload), timeOf(job)),
  tellTiedOutsider: (payload, { job }) => tellTiedOutsider(interpreter.parse(payload), timeOf(job)),
  expireHold: (payload, { job }) => endHold(session.parse(payload), timeOf(job)),
  substituteInvitation: (payload, { job }) => fillSeat(freedSeat.parse(payload), timeOf(job)),
  settleRecusal: (payload, { job }) => tellOfRecusal(recusal.parse(payload), timeOf(job)),
  escalateSilence: (payload, { job }) => tellOfSilence(person.parse(payload), timeOf(job)),
  lookForRelapse: (payload, { job }) => tellOfLikelyRelapse(cameIn.parse(payload), timeOf(job)),
  tellOfLock: (payload, { job }) => tellOfLock(link.parse(payload), timeOf(job)),
  readCalendar: (payload, { job }) => readCalendar(importedCalendar.parse(payload), timeOf(job)),
  readCalendars: (_payload, { job }) => orderReadings(timeOf(job)),
  passConsultation: (payload, { job }) => passConsultation(consultation.parse(payload), timeOf(job)),
  passConsultations: (payload, { job }) => passConsultations(county.parse(payload), timeOf(job)),
  passClue: (payload, { job }) => passClue(clue.parse(payload), timeOf(job)),
  passInstruction: (payload, { job }) => passInstruction(instruction.parse(payload), timeOf(job)),
  makePaper: (payload, { job }) => makePaper(paper.parse(payload), timeOf(job)),
  makeDeposit: (payload, { job }) => makeDeposit(deposit.parse(payload), timeOf(job)),
  drawRevisits: (_payload, { job }) => drawRevisits(timeOf(job)),
  keepMissingSealed: (_payload, { job }) => keepMissingSealed(timeOf(job)),
  readSealedAgain: (_payload, { job }) => readSealedAgain(fileStore(), timeOf(job)),
  keepSealed: (payload, { job }) => keepSealed(agreement.parse(payload), timeOf(job)),
  makeSmalls: (_payload, { job }) => makeSmalls(timeOf(job)),
  prune: (_payload, { job }) => prune(timeOf(job)),
  pruneFiles: async (_payload, { job }) => {
    await pruneFiles(fileStore(), timeOf(job));
  },
};

/** When recurring tasks run. Times are UTC: 19:30 is 03:30 in Shanghai. */
export const crontab = [
  "30 19 * * * prune",
  "45 19 * * * pruneFiles",
  "*/30 * * * * readCalendars",
  // Each night: whatever last month was not drawn yet is, and what somebody left goes on.
  "0 20 * * * drawRevisits ?max=1",
  "15 20 * * * makeSmalls ?max=1",
  // What fails is told the same night, and the next night tries again anyway.
  "0 18 * * * keepMissingSealed ?max=1",
  "30 18 * * * readSealedAgain ?max=1",
].join("\n");
