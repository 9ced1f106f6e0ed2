import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { bookable } from "../prepare";

/** The most KiB of a page's document, compressed: on a slow line of 50 KiB a second it is there in half a second. */
const mostKiB = 20;
/** Parties and sessions of a dispute: the pages with the most acts, each with its words. */
const mostOfActs = 21;
/** The form of an agreement that is being written, with the clauses on offer; waits to be mended. */
const mostOfDraft = 20.5;
/** The head's figures, with a row for every ending, track and kind that occurs. */
const mostOfFigures = 22;
/** Of a list that somebody opened in full, with up to fifty rows. */
const mostOfFullList = 28;

const kib = async (page: Page, address: string) => {
  const answer = await page.request.get(address);
  expect(answer.status(), address).toBe(200);
  return gzipSync(await answer.body()).length / 1024;
};

test("no document is heavier than its bound", async ({ as }) => {
  const mediator = await as("mediator");
  const { disputeId } = await bookable(mediator);
  const dispute = ["", "/parties", "/sessions", "/records", "/agreement", "/dossier", "/timeline", "/convene"].map(
    (part) => `/disputes/${disputeId}${part}`,
  );
  const pages: [Page, readonly string[]][] = [
    [
      mediator,
      ["/today", "/today?show=mine", "/disputes?scope=all", "/calendar", "/people", "/register", "/calls", ...dispute],
    ],
    [await as("head"), ["/overview", "/red-list", "/forces", "/disputes?scope=all"]],
    [await as("admin"), ["/admin/people", "/admin/places"]],
    [await as("judge"), ["/invitations", "/my-sessions", "/availability", "/my-record"]],
  ];
  for (const [page, addresses] of pages)
    for (const address of addresses)
      expect(await kib(page, address), address).toBeLessThanOrEqual(
        // On a Monday the work of a whole week stands on today, which is a full list then; calls are one.
        /=(?:all|mine)$|^\/(?:today|calls)$/.test(address)
          ? mostOfFullList
          : /\/(?:parties|sessions)$/.test(address)
            ? mostOfActs
            : address === "/overview"
              ? mostOfFigures
              : /\/agreement$/.test(address)
                ? mostOfDraft
                : mostKiB,
      );
});
