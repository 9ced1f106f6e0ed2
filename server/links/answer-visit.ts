import type { LinkVisit, SigningVisit } from "../access/link-entry";
import { markUsed } from "../access/new-link";
import { answerAskingByLink } from "../interpreters/answer-asking";
import type { AskingAnswer } from "../interpreters/inputs";
import { systemActor } from "../kernel/actor";
import { type ActContext, actAs } from "../kernel/context";
import { asActor } from "../kernel/transaction";
import { ofInvitee } from "./parts/of-invitee";
import { ofSigner } from "./parts/of-signer";

/** Its link answers nothing anew; the status of the invitation alone would do as well. */
const closeLink = ({ actor: { countyId }, linkId, now }: LinkVisit): Promise<unknown> =>
  asActor({ actor: systemActor(countyId, "links"), now }, (tx) => markUsed(tx, countyId, { linkId }, now));

/**
 * A guest's answer: the invitee's own verb, run as the invitee, on the link's invitation only. After an `isFinal` answer
 * the link is used: it opens again for whoever has accepted, and only until their session is over.
 */
export const answerVisit =
  <I extends { invitationId: string }, T>(verb: (ctx: ActContext, input: I) => Promise<T>, isFinal: boolean) =>
  async (visit: LinkVisit, key: string, input: Omit<I, "invitationId">): Promise<T> => {
    const { actor, now, invitationId } = ofInvitee(visit);
    const own = { ...input, invitationId } as I;
    const result = await verb(actAs(actor, now, key), own);
    if (isFinal) await closeLink(visit);
    return result;
  };

/** What whoever was asked to sign does with the paper of their link. */
export const ofSigning =
  <I, T>(verb: (visit: SigningVisit, key: string, input: I) => Promise<T>) =>
  (visit: LinkVisit, key: string, input: I): Promise<T> =>
    verb(ofSigner(visit), key, input);

/** The same answer of somebody who was asked to interpret, where the link is theirs. */
export const orAnswerAsking =
  <I, T>(answer: (visit: LinkVisit, key: string, input: I) => Promise<T>, said: (input: I) => AskingAnswer) =>
  async (visit: LinkVisit, key: string, input: I): Promise<T | { askingId: string }> =>
    "askingId" in visit ? answerAskingByLink(visit, key, said(input)) : answer(visit, key, input);
