import { expect, it } from "vitest";
import { mapHref } from "./map-href";

it("opens the map that a phone has: Apple's own, or whichever answers to a place", () => {
  const place = "柳湾路 18 号 & 3 栋";
  const asked = encodeURIComponent(place);
  const iPhone = "Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15";
  const android = "Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 Chrome/142 Mobile Safari/537.36";
  expect(mapHref(place, iPhone)).toBe(`maps:?q=${asked}`);
  for (const other of [android, null]) expect(mapHref(place, other)).toBe(`geo:0,0?q=${asked}`);
});
