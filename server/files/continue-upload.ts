import { actAs, type Context } from "../kernel/context";
import { conflict, invalid, notFound, Problem } from "../kernel/problem";
import { addToLane } from "./parts/add-to-lane";
import { unfinishedUploads } from "./parts/file-limits";
import {
  type AboutUpload,
  dropAt,
  finishAt,
  keepPiece,
  offsetOf,
  placeOf,
  readPieces,
  type UploadPlace,
  uploadAt,
} from "./parts/unfinished-uploads";

export interface UploadState {
  offset: number;
  bytes: number;
  until: string;
}

/** Takes what arrives of a piece, at most so many bytes; null where there is more. A line that breaks ends the piece. */
export type ReadPiece = (most: number) => Promise<Buffer | null>;

/** How far one's own upload has come. Nobody else's is found, nor one that was given up. */
export async function uploadState(ctx: Context, uploadId: string): Promise<UploadState> {
  const place = placeOf(ctx, uploadId);
  const said = await ownUpload(ctx, place);
  const { offset } = await offsetOf(place, said);
  return { offset, bytes: said.bytes, until: said.until };
}

/**
 * Takes the next piece of one's own upload. With the last one the file is judged and added as if it had come at once; the last
 * piece itself is not kept, so that whoever gets no answer sends it again and gets the same file. What is refused for good is gone.
 * Refuses another place than the one reached with uploadElsewhere.
 */
export async function continueUpload(
  ctx: Context,
  uploadId: string,
  at: number,
  read: ReadPiece,
  inTurn: <T>(work: () => Promise<T>) => Promise<T> = (work) => work(),
): Promise<UploadState> {
  const place = placeOf(ctx, uploadId);
  const said = await ownUpload(ctx, place);
  const { bytes, until } = said;
  const before = await offsetOf(place, said);
  if (at !== before.offset) throw conflict("uploadElsewhere");
  if (at === bytes) return { offset: bytes, bytes, until };
  const piece = await read(bytes - at);
  if (!piece) throw invalid("fileTooLarge");
  const offset = at + piece.length;
  if (offset === bytes) {
    await inTurn(() => add(ctx, place, said, before.pieces, piece));
    return { offset, bytes, until };
  }
  if (before.pieces.length >= unfinishedUploads.pieces) {
    await dropAt(place);
    throw notFound();
  }
  if (piece.length > 0 && !(await keepPiece(place, at, piece))) throw conflict("uploadElsewhere");
  return { offset, bytes, until };
}

async function ownUpload({ now }: Context, place: UploadPlace): Promise<AboutUpload> {
  const said = await uploadAt(place);
  if (!said || new Date(said.until) <= now) throw notFound();
  return said;
}

async function add(
  { actor, now }: Context,
  place: UploadPlace,
  { key, input }: AboutUpload,
  pieces: readonly number[],
  last: Buffer,
): Promise<void> {
  const before = await readPieces(place, pieces);
  if (!before) throw conflict("uploadElsewhere");
  try {
    await addToLane(actAs(actor, now, key), input, Buffer.concat([...before, last]));
  } catch (error) {
    // A refusal stands however often it is sent; anything else may pass.
    if (error instanceof Problem && error.kind !== "tooMany" && error.kind !== "unavailable") await dropAt(place);
    throw error;
  }
  await finishAt(place);
}
