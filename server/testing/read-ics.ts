import ICAL from "ical.js";

/** An entry of a calendar file as a program reads it that is not ours. */
export interface ReadEvent {
  uid: string;
  start: Date;
  end: Date;
  summary: string;
  location: string;
  status: string;
  sequence: number;
  changedAt: Date | null;
}

/** The entries of a calendar file whose times are in UTC. */
export const eventsOf = (text: string): ReadEvent[] =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((component) => {
    const { uid, startDate, endDate, summary, location, sequence } = new ICAL.Event(component);
    const changed = component.getFirstPropertyValue("last-modified");
    return {
      uid,
      start: startDate.toJSDate(),
      end: endDate.toJSDate(),
      summary,
      location,
      status: String(component.getFirstPropertyValue("status") ?? ""),
      sequence,
      changedAt: changed instanceof ICAL.Time ? changed.toJSDate() : null,
    };
  });
