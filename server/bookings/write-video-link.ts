import { videoLinks } from "@/db/schema/sessions";
import { type Act, proceedingOf } from "../disputes/perform";
import { invalid } from "../kernel/problem";

const https = /^https:\/\/[^\s/]+\.[^\s]+$/;

/** A session by video has an address that those invited can open. Refuses with videoLinkNeeded and linkNotHttps. */
export function requireVideoUrl(url: string): void {
  if (url === "") throw invalid("videoLinkNeeded");
  if (!https.test(url)) throw invalid("linkNotHttps");
}

/** Writes or replaces the address of a video session. */
export function writeVideoLink(act: Act, sessionId: string, url: string): Promise<unknown> {
  const { tx, countyId, dispute, now, actor } = act;
  const setBy = actor.kind === "person" ? actor.personId : proceedingOf(act).leadPersonId;
  const values = { url, setBy, setAt: now };
  return tx
    .insert(videoLinks)
    .values({ countyId, sessionId, disputeId: dispute.id, ...values })
    .onConflictDoUpdate({ target: [videoLinks.countyId, videoLinks.sessionId], set: values })
    .execute();
}
