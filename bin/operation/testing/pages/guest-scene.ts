import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { makeLink } from "@/server/links/make-link";
import { consented, invited } from "@/server/testing/convening";
import { testCounty } from "@/server/testing/county";
import { acceptedDispute } from "@/server/testing/disputes";
import { PlainBrowser, type Routes } from "./plain-browser";

/** A county whose judge is invited by links, and the browsers of whoever opens them. */
export async function guestScene(routes: Routes) {
  const county = await testCounty();
  const [row] = await database().execute<{ phone: string }>(
    sql`select phone from people where id = ${county.people.judge}::uuid`,
  );
  const phoneEnd = row?.phone.slice(-4) ?? "";
  const wrongEnd = phoneEnd === "0000" ? "1111" : "0000";
  const browserOf = () => new PlainBrowser(routes);

  async function linked() {
    const dispute = await acceptedDispute(county);
    await consented(county, dispute);
    const { invitationId } = await invited(county, dispute, "judge");
    const made = await makeLink(county.as("mediator"), { disputeId: dispute.disputeId, invitationId });
    return { ...dispute, invitationId, token: made.token ?? "", code: made.code ?? "" };
  }

  /** A guest who pasted the token and gave the digits. */
  async function entered(token: string) {
    const browser = browserOf();
    await browser.post({ token: "", code: token });
    await browser.submit("open", { phoneEnd });
    return browser;
  }
  async function inside() {
    const link = await linked();
    return { ...link, browser: await entered(link.token) };
  }
  return { county, phoneEnd, wrongEnd, browserOf, linked, entered, inside };
}
