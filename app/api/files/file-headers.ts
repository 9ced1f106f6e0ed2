/** RFC 6266 with RFC 5987: an ASCII name for old programs, the full one for the others. */
export function disposition(name: string, isInline: boolean): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[^\x20-\x7e]+/g, "_")
    .replace(/["\\%;]/g, "_");
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${isInline ? "inline" : "attachment"}; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** A byte range a player asks for, both ends included; null = the whole file, "none" = outside the file. */
export function spanOf(range: string | null, length: number): { from: number; to: number } | null | "none" {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(range ?? "");
  if (!asked || (asked[1] === "" && asked[2] === "")) return null;
  const from = asked[1] === "" ? Math.max(0, length - Number(asked[2])) : Number(asked[1]);
  const to = asked[1] === "" || asked[2] === "" ? length - 1 : Math.min(Number(asked[2]), length - 1);
  return from > to ? "none" : { from, to };
}
