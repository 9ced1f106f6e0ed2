import { describe, expect, it } from "vitest";
import { mapHref } from "./map-href";

describe("the address of a map", () => {
  it("is one that the phone's system opens", () => {
    const place = "江畔社区 1 号楼";
    const words = encodeURIComponent(place);
    expect(mapHref(place, "Mozilla/5.0 (Linux; Android 14; HarmonyOS)")).toBe(`geo:0,0?q=${words}`);
    expect(mapHref(place, "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)")).toBe(`maps:?q=${words}`);
    expect(mapHref(place, "")).toBe(`geo:0,0?q=${words}`);
  });
});
