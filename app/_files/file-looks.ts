import type { FileKind } from "@/db/vocabulary";

/** The picture of a file in a list, by its kind. */
export const fileLooks = { photo: "picture", document: "document", audio: "other" } as const satisfies Record<
  FileKind,
  string
>;

/** The file types the browser offers; the server checks the bytes themselves. */
export const takenTypes = ".jpg,.jpeg,.png,.pdf,.docx,.m4a,.mp3,.ogg,.webm,.mp4";

/** What a file looks like before the server has said its kind. */
export const kindOf = (file: File): FileKind =>
  file.type.startsWith("image/") ? "photo" : file.type.startsWith("audio/") ? "audio" : "document";
