import type { Page } from "@playwright/test";
import { disputeMenu, leadRequests, parties, transfers } from "./dispute-dialogs";
import { instructions } from "./instruction-dialogs";
import { administration, office } from "./office-dialogs";
import type { Visit } from "./opening";
import { agreements, ledgers } from "./paper-dialogs";
import { closedMatters, police, violence } from "./police-dialogs";
import { elections, related } from "./related-dialogs";
import { desk, sessions } from "./session-dialogs";

type As = (username: string) => Promise<Page>;

/** Every dialog of the office and of the phone, by the page it is opened on, with the matters it needs. */
export async function visits(as: As): Promise<Visit[]> {
  const [mediator, officer, lawyer, grid, admin] = await Promise.all(
    ["mediator", "officer", "lawyer", "grid", "admin"].map(as),
  );
  if (!mediator || !officer || !lawyer || !grid || !admin) throw new Error("somebody did not sign in");
  // One after the other: all at once are more than a busy server takes in.
  const all: Visit[] = [];
  for (const prepare of [
    async () => disputeMenu(mediator),
    async () => parties(mediator),
    async () => related(mediator),
    async () => elections(mediator),
    async () => sessions(mediator, lawyer),
    async () => agreements(mediator),
    async () => ledgers(mediator),
    async () => transfers(mediator),
    async () => leadRequests(mediator, await as("committee")),
    async () => instructions(mediator, await as("head")),
    async () => police(officer),
    async () => violence(mediator, officer),
    async () => closedMatters(mediator, await as("head"), await as("committee")),
    async () => office(grid, await as("committee")),
    async () => desk(mediator),
    async () => administration(admin, as),
  ])
    all.push(...(await prepare()));
  return all;
}
