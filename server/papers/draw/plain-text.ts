import type { Line, Part, Sheet, SignatureLine } from "./sheet";

/** A piece of text with where it stands, for what has to name the place: 标题, a heading, the label of a field. */
export interface Piece {
  field: string;
  text: string;
}

/** Every text of a sheet in the order in which it is read. */
export function piecesOf(sheet: Sheet): Piece[] {
  const head = [sheet.organisation, sheet.title, sheet.number];
  return [
    ...head.filter((text) => text !== null).map((text) => ({ field: sheet.title, text })),
    ...sheet.parts.flatMap(ofPart),
  ].filter(({ text }) => text !== "");
}

export const plainText = (sheet: Sheet): string =>
  piecesOf(sheet)
    .map(({ text }) => text)
    .join("\n");

function ofPart(part: Part): Piece[] {
  switch (part.is) {
    case "heading":
      return [{ field: part.text, text: part.text }];
    case "paragraph":
      return part.lines.map((text) => ({ field: text.slice(0, 12), text }));
    case "fields":
      return part.rows.flat().flatMap(ofLine);
    case "person":
      return [{ field: part.role, text: part.role }, ...part.rows.flat().flatMap(ofLine)];
    case "long":
      return [part.label, ...part.lines].map((text) => ({ field: named(part.label), text }));
    case "table":
      return [part.columns.map(({ title }) => title), ...part.rows].flatMap((row) =>
        row.map((text, i) => ({ field: part.columns[i]?.title ?? "", text })),
      );
    case "signatures":
      return part.rows.flatMap(ofSignature);
    case "seal":
      return [part.organisation, part.day].map((text) => ({ field: part.organisation, text }));
    case "receipt":
      return [
        ...[part.title, ...part.lines].map((text) => ({ field: part.title, text })),
        ...part.rows.flatMap(ofSignature),
      ];
    case "qrCode":
      return part.lines.map((text) => ({ field: text.slice(0, 12), text }));
    case "newPage":
      return [];
  }
}

const named = (label: string) => label.replace(/：$/, "");

const ofLine = ({ label, value }: Line): Piece[] => [label, value].map((text) => ({ field: named(label), text }));

const ofSignature = ({ label, fingerprint, day, note }: SignatureLine): Piece[] =>
  [label, fingerprint ?? "", day, note ?? ""].map((text) => ({ field: named(label), text }));
