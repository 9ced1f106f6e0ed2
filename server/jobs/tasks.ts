import type { TaskList } from "graphile-worker";
import * as z from "zod";
import { lapseInvitation } from "../invitations/expire-invitation";
import { prune } from "./prune";

const invitation = z.object({ countyId: z.uuid(), invitationId: z.uuid() });

/** Tasks of the worker, by the name that `enqueue` uses. Handlers may run twice and must not mind. */
export const tasks: TaskList = {
  expireInvitations: (payload) => lapseInvitation(invitation.parse(payload), new Date()),
  prune,
};

/** When the house does things by itself. Times are UTC: 19:30 is 03:30 in Shanghai. */
export const crontab = "30 19 * * * prune";
