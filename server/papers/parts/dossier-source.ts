import type { FileKind } from "@/db/vocabulary";
import { fileStore } from "../../files/parts/file-store";
import type { Sheet } from "../draw/sheet";
import type { ProceedingFacts } from "../facts/matter";

interface Named {
  /** As the contents and the bookmark say it. */
  title: string;
  note: string;
}
/** A paper of the dossier in the words that were read when it was asked for. */
export interface BoundPaper extends Named {
  is: "paper";
  sheet: Sheet;
  names: string[];
  /** The file that the committee's seal signed, which is bound in instead of the words drawn anew. */
  sealed?: SealedFile | null;
}
/** A sealed agreement by the hash of its file. */
export interface SealedFile {
  sha256: string;
  bytes: number;
  signedOn: string;
  committeeName: string;
}
/** A file of it, by its hash: its bytes never change. */
export interface BoundFile extends Named {
  is: "file";
  kind: FileKind;
  mime: string;
  bytes: number;
  sha256: string;
  addedOn: string;
  addedBy: string;
}
export type BoundPart = BoundPaper | BoundFile;

/** What a dossier was composed of, as it lies in the file store until it is drawn. */
export interface DossierSource {
  cover: BoundPaper;
  proceeding: ProceedingFacts | null;
  parts: BoundPart[];
}

export const keepDossier = (countyId: string, source: DossierSource): Promise<string> =>
  fileStore().put(countyId, Buffer.from(JSON.stringify(source)));

export async function readDossierSource(countyId: string, sha256: string): Promise<DossierSource> {
  const bytes = await fileStore().get(countyId, sha256);
  if (!bytes) throw new Error(`the words of a dossier are gone: ${sha256}`);
  return JSON.parse(bytes.toString("utf8")) as DossierSource;
}
