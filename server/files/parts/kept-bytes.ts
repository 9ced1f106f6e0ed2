import { conflict } from "../../kernel/problem";
import { fileStore, sha256Of } from "./file-store";

/** The stored bytes of this hash. Refuses with fileAltered where they are gone or are others. */
export async function keptBytes(countyId: string, sha256: string): Promise<Buffer> {
  const bytes = await fileStore().get(countyId, sha256);
  if (!bytes || sha256Of(bytes) !== sha256) throw conflict("fileAltered");
  return bytes;
}
