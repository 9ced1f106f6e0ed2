import type { Page } from "@playwright/test";
import { accountOf } from "@/server/testing/accounts";
import { ask, must, send } from "../api";
import { expect, test } from "../fixtures";
import { type AtDesk, invitedTo, sessionNow } from "../prepare";
import { type Canary, sayInConfidence, signInConfidence } from "../screens/canaries";
import { captureResponses } from "../screens/captured-responses";
import { deskAddress } from "../screens/desk";
import type { Candidate } from "../screens/known";
import { stranger, tellDigits } from "../screens/link";

const parts = ["", "/parties", "/sessions", "/records", "/agreement", "/performance", "/dossier", "/timeline"];

/** Every address that shows something of a dispute. */
const aroundDispute = (at: AtDesk) => [
  ...parts.map((part) => `/disputes/${at.disputeId}${part}`),
  `/disputes/${at.disputeId}/convene`,
  `/disputes/${at.disputeId}/desk`,
  deskAddress(at),
];
const office = ["/disputes", "/disputes?scope=all", "/calendar", "/notices", "/performance"];
const ofPhone = (at: AtDesk) => [
  "/invitations",
  "/my-sessions",
  `/my-sessions/${at.disputeId}`,
  `/my-sessions/${at.disputeId}/opinion`,
  "/my-record",
  "/my-record/proof",
  "/my-notices",
  "/availability",
];

/** Opens each address, on screen and as it would be printed; says which of the words were anywhere to be found. */
async function leaksOn(page: Page, addresses: readonly string[], words: readonly string[]): Promise<string[]> {
  const leaks: string[] = [];
  const ear = captureResponses(page);
  for (const address of addresses) {
    await page.goto(address);
    await ear.untilQuiet();
    await page.emulateMedia({ media: "print" });
    const html = await page.content();
    await page.emulateMedia({ media: "screen" });
    leaks.push(...words.filter((word) => html.includes(word)).map((word) => `${word} in ${address}`));
  }
  const heard = await ear.texts();
  expect(heard.length).toBeGreaterThan(0);
  for (const { url, text } of heard)
    leaks.push(...words.filter((word) => text.includes(word)).map((word) => `${word} in ${url}`));
  return leaks;
}

/**
 * Fetches each address without running the page: its markup and the data its parts start with. What a part requests
 * afterwards are questions, and server/testing/lanes asks each of them as everybody.
 */
async function leaksInServed(page: Page, addresses: readonly string[], words: readonly string[]): Promise<string[]> {
  const leaks: string[] = [];
  for (const address of addresses) {
    const html = await (await page.request.get(address)).text();
    expect(html.length, address).toBeGreaterThan(0);
    leaks.push(...words.filter((word) => html.includes(word)).map((word) => `${word} in what ${address} is served as`));
  }
  return leaks;
}

/** Searching for the word finds nothing, and the person's own feeds do not hold it. */
async function leaksBySearchAndFeed(page: Page, words: readonly string[]): Promise<string[]> {
  const leaks: string[] = [];
  for (const word of words) {
    const found = await ask<{ total: number }>(page, "disputes.list", { scope: "all", q: word });
    if ((found.data?.total ?? 0) > 0) leaks.push(`${word} found by search`);
  }
  const feed = await send<{ url?: string; address?: string; token?: string }>(page, "calendars.makeOwnFeed", {});
  const address = feed.data?.token ? `/feeds/${feed.data.token}.ics` : (feed.data?.address ?? feed.data?.url);
  if (!address) return leaks;
  const calendar = await (await page.request.get(address)).text();
  expect(calendar).toContain("BEGIN:VCALENDAR");
  // Long lines of a calendar are folded.
  const unfolded = calendar.replace(/\r?\n[ \t]/g, "");
  return [...leaks, ...words.filter((word) => unfolded.includes(word)).map((word) => `${word} in the feed`)];
}

test("what is said in confidence reaches only those it is meant for, in pages, print, answers, search and feeds; the lead reads it", async ({
  as,
  browser,
  baseURL,
}) => {
  test.setTimeout(900_000);
  const lead = await as("mediator");
  const judge = await as("judge", { on: "phone" });
  const at = await sessionNow(lead, [{ page: judge, name: "周文博", force: "courtStaff" }]);
  const { disputeId } = at;
  await lead.goto(deskAddress(at));
  const mark = at.sessionId.slice(-8);
  const managers = { disputeId, forceCode: "propertyManager" };
  const [tied] = await must(ask<Candidate[]>(lead, "invitations.candidates", managers));
  const asked = await invitedTo(lead, at, { name: "司马青", force: "lawyer" });
  const link = await must(send<{ token: string }>(lead, "links.make", { disputeId, invitationId: asked.invitationId }));
  const all = await sayInConfidence(lead, at, mark, tied?.personId ?? "");
  const opinion = await signInConfidence(judge, at, mark);
  const open = `桌上的话${mark}`;
  await must(send(lead, "notes.write", { disputeId, lane: "joint", text: open }));
  const canaries: Canary[] = [...all, opinion];

  await test.step("the test can fail: those a word is for read it by opening it, and a word for everybody in the session is found", async () => {
    const head = await as("head");
    for (const { what, word, open: read } of canaries)
      expect(await read(what.endsWith("sealed") ? head : lead), what).toContain(word);
    expect(await leaksOn(judge, [`/my-sessions/${disputeId}`], [open])).not.toEqual([]);
    expect(await leaksInServed(judge, [`/my-sessions/${disputeId}`], [open])).not.toEqual([]);
  });

  const secret = canaries.map(({ word }) => word);
  // The committee has to know a tie: it decides whom to ask (policy `tie.read`).
  const butTies = canaries.filter(({ what }) => what !== "tie").map(({ word }) => word);
  // Everybody reads what every page is served as; the two with the most access also open the dispute's pages on screen
  // and as printed.
  const onScreen = new Map([
    ["mediator2", aroundDispute(at)],
    ["judge", ofPhone(at)],
  ]);
  const walks: [string, "desktop" | "phone", readonly string[], readonly string[]][] = [
    ["mediator2", "desktop", ["/today", "/people", ...office], butTies],
    ["committee", "desktop", ["/committee", "/people", ...office], butTies],
    ["officer", "desktop", ["/calls", ...office], secret],
    ["head", "desktop", ["/overview", "/red-list", "/forces", "/calls", ...office], secret],
    ["judge", "phone", ofPhone(at), secret],
    ["lawyer2", "phone", [...ofPhone(at), `/invitations/${asked.invitationId}`], secret],
    ["grid", "phone", ["/clues", "/consultations", "/my-notices"], secret],
    ["county", "desktop", ["/county"], secret],
    ["admin", "desktop", ["/admin/people", "/admin/places", "/admin/forces"], secret],
  ];
  const walk = ([username, on, places, words]: (typeof walks)[number]) =>
    test.step(`nothing reaches ${username}`, async () => {
      const page = await as(username, { on });
      expect(await leaksInServed(page, [...places, ...aroundDispute(at)], words)).toEqual([]);
      const shown = onScreen.get(username);
      if (shown) expect(await leaksOn(page, shown, words)).toEqual([]);
      expect(await leaksBySearchAndFeed(page, words)).toEqual([]);
      for (const { what, word, open: read } of canaries)
        if (words.includes(word) && !isFor(username, what))
          expect(await read(page), `${what} opened by ${username}`).not.toContain(word);
    });
  // Three people at a time: while one page waits for the server the others use the machine.
  for (let at = 0; at < walks.length; at += 3) await Promise.all(walks.slice(at, at + 3).map(walk));

  await test.step("nothing of it reaches a person who comes by a link", async () => {
    const guest = await stranger(browser, baseURL);
    const ear = captureResponses(guest.page);
    await guest.page.goto(`/i#${link.token}`);
    await tellDigits(guest.page, (await accountOf(asked.personId)).phone.slice(-4));
    await expect(guest.page.getByRole("checkbox").first()).toBeVisible();
    const html = await guest.page.content();
    const heard = [{ url: "the page", text: html }, ...(await ear.texts())];
    for (const word of [...secret, open])
      expect(heard.filter(({ text }) => text.includes(word)).map(({ url }) => url)).toEqual([]);
    await guest.page.context().close();
  });
});

/** The head opens what is sealed; who signed an opinion may read it again. */
const isFor = (username: string, what: string) =>
  (username === "head" && what.endsWith("sealed")) || (username === "judge" && what === "opinion");
