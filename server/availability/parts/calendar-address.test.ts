import { describe, expect, it } from "vitest";
import { calendarAddress, isPublicAddress, shownAddress } from "./calendar-address";

describe("an address of a calendar", () => {
  it("is fetched over http or https; webcal means https", () => {
    expect(calendarAddress(" webcal://example.com/a.ics#x ")).toBe("https://example.com/a.ics");
    expect(calendarAddress("https://example.com/private-abc/basic.ics?v=1")).toBe(
      "https://example.com/private-abc/basic.ics?v=1",
    );
    for (const typed of ["ftp://example.com/a.ics", "file:///etc/passwd", "example.com", "https://u:p@example.com/"])
      expect(calendarAddress(typed), typed).toBeNull();
  });

  it("is shown by its host only", () => {
    expect(shownAddress("https://example.com:8443/private-abc/basic.ics?key=1")).toBe("example.com:8443");
  });

  it("must be public, whatever the notation of a private one", () => {
    for (const ip of ["93.184.216.34", "1.1.1.1", "2606:4700::1111", "172.32.0.1"])
      expect(isPublicAddress(ip), ip).toBe(true);
    const closed = [
      "127.0.0.1",
      "10.1.2.3",
      "172.31.255.255",
      "192.168.1.1",
      "169.254.169.254",
      "100.64.0.1",
      "0.0.0.0",
    ];
    const closedSix = ["::1", "::", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1"];
    const tunnels = ["2002:7f00:1::", "2001::1", "2001:db8::1", "224.0.0.1", "255.255.255.255", "no address"];
    for (const ip of [...closed, ...closedSix, ...tunnels]) expect(isPublicAddress(ip), ip).toBe(false);
  });
});
