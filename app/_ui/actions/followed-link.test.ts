import { describe, expect, it } from "vitest";
import { followedAddress } from "./followed-link";

const here = "https://station.example/today?show=mine";
const press = { button: 0, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, defaultPrevented: false };
const link = { href: "https://station.example/disputes?scope=mine#top", target: "", hasAttribute: () => false };

describe("a press on a link", () => {
  it("opens a page of ours within the document", () => {
    expect(followedAddress(press, link, here)).toBe("/disputes?scope=mine#top");
    expect(followedAddress(press, { ...link, target: "_self", href: "https://station.example/today" }, here)).toBe(
      "/today",
    );
  });

  it("is the browser's where another key or button is pressed, or somebody has handled it", () => {
    const keys = [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }];
    for (const other of [{ button: 1 }, ...keys, { defaultPrevented: true }])
      expect(followedAddress({ ...press, ...other }, link, here)).toBeNull();
  });

  it("is the browser's where it leads elsewhere", () => {
    const addresses = ["tel:110", "geo:30.1,120.2", "webcal://station.example/feeds/1", "https://other.example/today"];
    for (const href of addresses) expect(followedAddress(press, { ...link, href }, here), href).toBeNull();
    expect(followedAddress(press, { ...link, target: "_blank" }, here)).toBeNull();
    expect(followedAddress(press, { ...link, hasAttribute: (name) => name === "download" }, here)).toBeNull();
    expect(followedAddress(press, { ...link, href: `${here}#content` }, here)).toBeNull();
  });
});
