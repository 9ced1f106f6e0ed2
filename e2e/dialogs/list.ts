import type { Page } from "@playwright/test";
import { disputeMenu, leadRequests, parties, transfers } from "./dispute-dialogs";
import { administration, office } from "./office-dialogs";
import type { Visit } from "./opening";
import { agreements, ledgers } from "./paper-dialogs";
import { closedMatters, police, violence } from "./police-dialogs";
import { desk, sessions } from "./session-dialogs";

type As = (username: string) => Promise<Page>;

/** Every dialog of the office and of the phone, by the page it is opened on, with the matters it needs. */
export async function visits(as: As): Promise<Visit[]> {
  const [mediator, officer, lawyer, grid, admin] = await Promise.all(
    ["mediator", "officer", "lawyer", "grid", "admin"].map(as),
  );
  if (!mediator || !officer || !lawyer || !grid || !admin) throw new Error("somebody did not sign in");
  const all = await Promise.all([
    disputeMenu(mediator),
    parties(mediator),
    sessions(mediator, lawyer),
    agreements(mediator),
    ledgers(mediator),
    transfers(mediator),
    leadRequests(mediator, await as("committee")),
    police(officer),
    violence(mediator, officer),
    closedMatters(mediator),
    office(grid),
    desk(mediator),
    administration(admin, as),
  ]);
  return all.flat();
}
