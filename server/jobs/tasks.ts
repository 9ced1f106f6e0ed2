import type { TaskList } from "graphile-worker";
import * as z from "zod";
import { orderReadings } from "../availability/order-readings";
import { readCalendar } from "../availability/read-calendar";
import { passConsultation, passConsultations } from "../consultations/pass-question";
import { fileStore } from "../files/file-store";
import { pruneFiles } from "../files/prune-files";
import { tellOfSilence } from "../invitations/escalate-silence";
import { lapseInvitation } from "../invitations/expire-invitation";
import { fillSeat } from "../invitations/substitute-invitation";
import { tellOfLock } from "../links/lock-link";
import { endHold } from "../sessions/expire-hold";
import { prune } from "./prune";

const county = z.object({ countyId: z.uuid() });
const consultation = county.extend({ consultationId: z.uuid() });
const invitation = z.object({ countyId: z.uuid(), invitationId: z.uuid() });
const freedSeat = invitation.extend({ leftSessionId: z.uuid().optional() });
const person = z.object({ countyId: z.uuid(), personId: z.uuid() });
const link = z.object({ countyId: z.uuid(), linkId: z.uuid() });
const session = z.object({ countyId: z.uuid(), sessionId: z.uuid() });
const importedCalendar = z.object({ countyId: z.uuid(), calendarId: z.uuid() });

/** Tasks of the worker, by the name that `enqueue` uses. Handlers may run twice and must not mind. */
export const tasks: TaskList = {
  expireInvitations: (payload) => lapseInvitation(invitation.parse(payload), new Date()),
  expireHold: (payload) => endHold(session.parse(payload), new Date()),
  substituteInvitation: (payload) => fillSeat(freedSeat.parse(payload), new Date()),
  escalateSilence: (payload) => tellOfSilence(person.parse(payload), new Date()),
  tellOfLock: (payload) => tellOfLock(link.parse(payload), new Date()),
  readCalendar: (payload) => readCalendar(importedCalendar.parse(payload), new Date()),
  readCalendars: orderReadings,
  passConsultation: (payload) => passConsultation(consultation.parse(payload), new Date()),
  passConsultations: (payload) => passConsultations(county.parse(payload), new Date()),
  prune,
  pruneFiles: async () => {
    await pruneFiles(fileStore(), new Date());
  },
};

/** When the house does things by itself. Times are UTC: 19:30 is 03:30 in Shanghai. */
export const crontab = ["30 19 * * * prune", "45 19 * * * pruneFiles", "*/30 * * * * readCalendars"].join("\n");
