import { inflateRawSync } from "node:zlib";
import { entriesOf } from "../files/parts/zip-entries";

/** The parts of a workbook by name, read by our own reader of archives and not by the package that writes them. */
export function workbookParts(bytes: Buffer): ReadonlyMap<string, string> {
  const entries = entriesOf(bytes);
  if (!entries) throw new Error("no archive");
  return new Map(
    entries.map(({ name, method, data }) => [name, (method === 8 ? inflateRawSync(data) : data).toString("utf8")]),
  );
}
