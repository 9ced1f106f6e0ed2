import { fileStore } from "../../files/parts/file-store";
import type { Sheet } from "../draw/sheet";
import type { Copies } from "../model";
import type { KeptTemplate } from "../templates/template-of";

/** What was composed, as it lies in the file store until it is drawn, and after: the paper can be drawn again from it. */
export interface PaperSource {
  sheet: Sheet;
  names: string[];
  /** How many are printed, and for whom; absent from what was kept before they were drawn. */
  copies?: Copies;
  /** The office's own template of its Word file; absent where ours was used. */
  template?: KeptTemplate;
}

export const keepSource = (countyId: string, source: PaperSource): Promise<string> =>
  fileStore().put(countyId, Buffer.from(JSON.stringify(source)));

export async function readSource(countyId: string, sha256: string): Promise<PaperSource> {
  const bytes = await fileStore().get(countyId, sha256);
  if (!bytes) throw new Error(`the words of a paper are gone: ${sha256}`);
  return JSON.parse(bytes.toString("utf8")) as PaperSource;
}
