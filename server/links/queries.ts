import type { Locale } from "@/db/vocabulary";
import type { LinkVisit } from "../access/link-entry";
import { entriesOf } from "../calendars/parts/entries";
import { feedText } from "../calendars/parts/ics-text";
import { type Deputy, ownDeputies } from "../invitations/reads/deputies";
import { type OwnInvitation, ownInvitation } from "../invitations/reads/own";
import { notFound } from "../kernel/problem";
import { asActor } from "../kernel/transaction";

/** What a guest sees: the card alone, as it was frozen. */
export interface VisitedInvitation {
  invitation: OwnInvitation;
  name: string;
  until: string;
}

export async function visitedInvitation(visit: LinkVisit): Promise<VisitedInvitation> {
  const { invitationId, name, until } = visit;
  return { invitation: await ownInvitation(visit, { invitationId }), name, until };
}

export const visitedDeputies = (visit: LinkVisit): Promise<Deputy[]> =>
  ownDeputies(visit, { invitationId: visit.invitationId });

/**
 * The sessions to come of a guest who has accepted, as the text of a calendar file. They have the entries of subscribed
 * calendars, so that a calendar that knows one already moves it. Refuses with notFound where none is booked.
 */
export async function visitedCalendar(visit: LinkVisit, { locale }: { locale: Locale }): Promise<{ text: string }> {
  const { actor, invitationId } = visit;
  const { status, sessions } = await ownInvitation(visit, { invitationId });
  const coming = sessions.filter((session) => session.status === "booked");
  if (status !== "accepted" || coming.length === 0) throw notFound();
  const entries = await asActor(visit, async (tx) => {
    const found = coming.map(({ id }) => entriesOf(tx, actor.countyId, id, [actor.personId]));
    return (await Promise.all(found)).flatMap((one) => [...one.values()]);
  });
  return { text: feedText(entries, { name: null, locale }) };
}
