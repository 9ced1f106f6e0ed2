import type { Locale } from "@/db/vocabulary";
import type { AskingVisit, InvitationVisit, LinkVisit } from "../access/link-entry";
import { entriesOf, sharedEntryOf } from "../calendars/parts/entries";
import { feedText } from "../calendars/parts/ics-text";
import { type Asking, visitedAsking } from "../interpreters/reads/asking";
import { type Deputy, ownDeputies } from "../invitations/reads/deputies";
import { type OwnInvitation, ownInvitation } from "../invitations/reads/own";
import { notFound } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import { type SigningPage, signingPage } from "../signing/reads/signing-page";
import { ofInvitee } from "./parts/of-invitee";

/**
 * What a guest sees: the card of their invitation alone, as it was frozen, the question whether they interpret, or the paper
 * they are asked to sign.
 */
export type Visited = (
  | { invitation: OwnInvitation; asking: null; signing: null }
  | { invitation: null; asking: Asking; signing: null }
  | { invitation: null; asking: null; signing: SigningPage }
) & {
  name: string;
  until: string;
};

export async function visited(visit: LinkVisit): Promise<Visited> {
  const { name, until } = visit;
  const nothing = { invitation: null, asking: null, signing: null, name, until };
  if ("askingId" in visit) return { ...nothing, asking: await visitedAsking(visit) };
  if ("requestId" in visit) return { ...nothing, signing: await signingPage(visit) };
  return { ...nothing, invitation: await ownInvitation(visit, { invitationId: visit.invitationId }) };
}

export const visitedDeputies = async (visit: LinkVisit): Promise<Deputy[]> => {
  const own = ofInvitee(visit);
  return ownDeputies(own, { invitationId: own.invitationId });
};

/**
 * The sessions to come of a guest who has accepted, as the text of a calendar file. They have the entries of subscribed
 * calendars, so that a calendar that knows one already moves it. Refuses with notFound where none is booked.
 */
export function visitedCalendar(visit: LinkVisit, { locale }: { locale: Locale }): Promise<{ text: string }> {
  return "askingId" in visit ? calendarOfAsking(visit, locale) : calendarOfInvitation(ofInvitee(visit), locale);
}

async function calendarOfInvitation(visit: InvitationVisit, locale: Locale): Promise<{ text: string }> {
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

/** Of somebody from outside no calendar is kept: the entry is made of the session as it is now. */
async function calendarOfAsking(visit: AskingVisit, locale: Locale): Promise<{ text: string }> {
  const { status, session } = await visitedAsking(visit);
  if (status !== "accepted" || !session) throw notFound();
  const entry = await asActor(visit, (tx) => sharedEntryOf(tx, visit.actor.countyId, session.id));
  if (!entry) throw notFound();
  return { text: feedText([entry], { name: null, locale }) };
}
