import { addDays, dayFrom, monthSheet, monthStep, weekOf } from "./days";

export type View = "day" | "week" | "month";
export type Scope = "mine" | "rooms" | "people";

/** What the address of the calendar asks for. */
export interface Wanted {
  view: View;
  scope: Scope;
  day: string;
  /** A room or a person; "" where all are shown. */
  of: string;
  isFeedsOpen: boolean;
}

export interface CalendarParams {
  view?: string;
  day?: string;
  scope?: string;
  of?: string;
  panel?: string;
}

export const wantedFrom = (params: CalendarParams, now: Date): Wanted => ({
  view: params.view === "day" || params.view === "month" ? params.view : "week",
  scope: params.scope === "rooms" || params.scope === "people" ? params.scope : "mine",
  day: dayFrom(params.day, now),
  of: /^[0-9a-f-]{36}$/.test(params.of ?? "") ? (params.of ?? "") : "",
  isFeedsOpen: params.panel === "feeds",
});

/** The same view with something changed, as a query. */
export function hrefOf(wanted: Wanted, change: Partial<Wanted> = {}): string {
  const { view, scope, day, of, isFeedsOpen } = { ...wanted, ...change };
  const query = new URLSearchParams({ view, scope, day });
  if (of) query.set("of", of);
  if (isFeedsOpen) query.set("panel", "feeds");
  return `?${query}`;
}

export const daysOf = ({ view, day }: Wanted): string[] =>
  view === "day" ? [day] : view === "week" ? weekOf(day) : monthSheet(day);

/** The day one view length earlier or later. */
export function stepFrom({ view, day }: Wanted, way: 1 | -1): string {
  return view === "month" ? monthStep(day, way) : addDays(day, (view === "week" ? 7 : 1) * way);
}
