import { expect, it } from "vitest";
import { invite } from "./ics-text";

it("a name with quotes or a line break stays one name: it adds no property and no quote inside quotes", () => {
  const at = new Date("2026-12-01T06:30:00Z");
  const text = invite({
    bookingId: "0199aaaa-0000-7000-8000-000000000001",
    isMeeting: false,
    status: "confirmed",
    startsAt: at,
    endsAt: at,
    sequence: 1,
    changedAt: at,
    room: "",
    point: "",
    address: "",
    locale: "zh-CN",
    from: { name: '众"调', email: "notices@example.org" },
    to: { name: 'A"\r\nX-BAD:1', email: "a@example.org" },
  });
  const lines = text.replace(/\r\n[ \t]/g, "").split("\r\n");
  expect(lines.filter((line) => line.startsWith("X-BAD"))).toEqual([]);
  expect(lines.find((line) => line.startsWith("ORGANIZER"))).toContain('CN="众 调"');
  expect(lines.find((line) => line.startsWith("ATTENDEE"))).toContain('CN="A X-BAD:1"');
});
