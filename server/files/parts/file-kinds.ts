import type { FileKind } from "@/db/vocabulary";

interface KnownType {
  kind: FileKind;
  /** As kept and sent. */
  mime: string;
  /**
   * The type that file-type reports for its first bytes; several where recorders differ. Null: its own reader decides.
   */
  magic: readonly string[] | null;
}

const mp4Family = ["mp4", "m4a", "m4v", "mov"];
const oggFamily = ["ogg", "oga", "opus"];

/** The accepted endings; no SVG, HTML, HEIC, archive, macro or program is among them. */
const known: Readonly<Record<string, KnownType>> = {
  jpg: { kind: "photo", mime: "image/jpeg", magic: ["jpg"] },
  jpeg: { kind: "photo", mime: "image/jpeg", magic: ["jpg"] },
  png: { kind: "photo", mime: "image/png", magic: ["png"] },
  pdf: { kind: "document", mime: "application/pdf", magic: ["pdf"] },
  docx: {
    kind: "document",
    mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    magic: null,
  },
  m4a: { kind: "audio", mime: "audio/mp4", magic: mp4Family },
  mp3: { kind: "audio", mime: "audio/mpeg", magic: ["mp3"] },
  ogg: { kind: "audio", mime: "audio/ogg", magic: oggFamily },
  webm: { kind: "audio", mime: "audio/webm", magic: ["webm"] },
  mp4: { kind: "audio", mime: "video/mp4", magic: mp4Family },
};

/** The ending of a name, small letters, without the dot; "" where there is none. */
export const endingOf = (name: string): string => /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? "";

/** The type that belongs to a name's ending, or null when it is not accepted. */
export const typeOfName = (name: string): KnownType | null => known[endingOf(name)] ?? null;
