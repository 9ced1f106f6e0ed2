const browsers = [
  ["WeChat", /MicroMessenger\//],
  ["Edge", /Edg(e|A|iOS)?\//],
  ["Firefox", /Firefox\/|FxiOS\//],
  ["360", /QihooBrowser|360SE|360EE/],
  ["QQ", /QQBrowser\//],
  ["Chrome", /Chrom(e|ium)\/|CriOS\//],
  ["Safari", /Safari\//],
] as const;
const systems = [
  ["HarmonyOS", /HarmonyOS|OpenHarmony/],
  ["Android", /Android/],
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["Windows", /Windows/],
  ["macOS", /Mac OS X|Macintosh/],
  ["Linux", /Linux/],
] as const;

/** Browser and system of a User-Agent header in words a person recognises: "Edge · Windows"; empty when it names none. */
export function deviceWords(userAgent: string | null | undefined): string {
  const named = (list: readonly (readonly [string, RegExp])[]) => list.find(([, is]) => is.test(userAgent ?? ""))?.[0];
  return [named(browsers), named(systems)].filter((word) => word !== undefined).join(" · ");
}
