import { keptBytes } from "../../files/parts/kept-bytes";
import { type DossierLeaf, type DossierPress, dossierPress, type Leaf } from "../draw/dossier-pdf";
import { laidOut } from "../draw/pdf";
import type { Picture } from "../draw/pictures-of-pdf";
import { sheetOf } from "../draw/sheet";
import { fileHashesPaper, fileKindWords, type NamedFile, standInPaper } from "../forms/bound-files";
import { backPaper, contentsPaper } from "../forms/dossier";
import type { Paper } from "../model";
import { dayInWords } from "../words/days";
import type { BoundFile, BoundPaper, DossierSource } from "./dossier-source";

/** The room of a picture on its sheet at 300 dots to the inch: more of it is not seen on paper. */
const paperDots = { width: 2008, height: 2894 };

/** A part with its numbers. */
interface Numbered extends DossierLeaf {
  note: string;
  first: number;
  last: number;
}

/**
 * The whole dossier as one PDF, with how many numbered pages it has: cover, contents with the pages, every paper and file with its numbers, and the back. A file
 * that has no pages, or cannot be drawn, is named by a sheet in its place. Bytes that differ from what was filed are refused.
 */
export async function bindDossier(
  countyId: string,
  source: DossierSource,
  askedAt: Date,
  tell: (hundredths: number) => Promise<void>,
): Promise<{ pdf: Buffer; pages: number }> {
  const press = await dossierPress();
  try {
    return await bound(press, countyId, source, askedAt, tell);
  } finally {
    await press.end();
  }
}

async function bound(
  press: DossierPress,
  countyId: string,
  { cover, proceeding, parts }: DossierSource,
  askedAt: Date,
  tell: (hundredths: number) => Promise<void>,
): Promise<{ pdf: Buffer; pages: number }> {
  const numbered: Numbered[] = [];
  let next = 1;
  for (const [i, part] of parts.entries()) {
    const leaf = part.is === "paper" ? await boundLeaf(press, countyId, part) : await fileLeaf(press, countyId, part);
    // Files go on page after page; a paper, and the first file behind one, begins on a front.
    const front = part.is === "paper" || parts[i - 1]?.is === "paper" || leaf.is === "paper";
    const { title, note } = part;
    const level = part.is === "file" ? 2 : 1;
    numbered.push({ title, note, level, front, leaf, first: next, last: next + leaf.pages - 1 });
    next += leaf.pages;
    await tell(Math.round(((i + 1) / parts.length) * 90));
  }
  const matter = { proceeding };
  const lines = numbered.map(({ title, note, first, last }) => ({ title, note, from: first, to: last }));
  const counted = { sheets: sheetsOf(numbered), pages: next - 1 };
  const files: NamedFile[] = parts.flatMap((part): NamedFile[] => (part.is === "file" ? [part] : sealedIn(part)));
  const all: DossierLeaf[] = [
    unnumbered(cover.title, await bareLeaf(cover)),
    await outside(contentsPaper({ matter, lines }).paper),
    ...numbered,
    await outside(backPaper({ matter, bound: counted }).paper),
    ...(files.length > 0 ? [await outside(fileHashesPaper(files).paper)] : []),
  ];
  return { pdf: await press.draw(cover.title, all, askedAt), pages: counted.pages };
}

/** Sheets of paper between the cover and the back: a front that is left over has a blank back. */
function sheetsOf(numbered: readonly Numbered[]): number {
  let sides = 0;
  for (const { front, leaf } of numbered) sides += (front ? sides % 2 : 0) + leaf.pages;
  return Math.ceil(sides / 2);
}

const paperLeaf = async ({ sheet, names }: Pick<BoundPaper, "sheet" | "names">): Promise<Leaf> => ({
  is: "paper",
  bare: false,
  ...(await laidOut(sheet, names)),
});
/** An agreement under seal as the file that was signed, so that its pages are those that everybody holds; other papers as they are drawn. */
async function boundLeaf(press: DossierPress, countyId: string, part: BoundPaper): Promise<Leaf> {
  if (!part.sealed) return paperLeaf(part);
  const added = press.addPdf(await keptBytes(countyId, part.sealed.sha256));
  return added ? { is: "pdf", ...added } : paperLeaf(part);
}

/** The sealed file of a paper, as the list of hashes names it. */
const sealedIn = ({ title, sealed }: BoundPaper): NamedFile[] =>
  sealed
    ? [
        {
          ...sealed,
          title: `${title}（盖章文件）`,
          kind: "document",
          addedOn: sealed.signedOn,
          addedBy: sealed.committeeName,
        },
      ]
    : [];

const bareLeaf = async (paper: Pick<BoundPaper, "sheet" | "names">): Promise<Leaf> => {
  const leaf = await paperLeaf(paper);
  return leaf.is === "paper" ? { ...leaf, bare: true } : leaf;
};
const unnumbered = (title: string, leaf: Leaf): DossierLeaf => ({ title, level: 1, first: null, front: true, leaf });
const outside = async (paper: Paper): Promise<DossierLeaf> =>
  unnumbered(paper.title, await bareLeaf({ sheet: sheetOf(paper), names: paper.names }));

async function fileLeaf(press: DossierPress, countyId: string, file: BoundFile): Promise<Leaf> {
  const drawn = await pagesOfFile(press, file, await keptBytes(countyId, file.sha256));
  if (drawn) return drawn;
  const { paper } = standInPaper(file);
  return paperLeaf({ sheet: sheetOf(paper), names: paper.names });
}

async function pagesOfFile(press: DossierPress, file: BoundFile, bytes: Buffer): Promise<Leaf | null> {
  if (file.mime === "application/pdf") {
    const added = press.addPdf(bytes);
    return added && { is: "pdf", ...added };
  }
  if (file.kind !== "photo") return null;
  const picture = await printed(bytes);
  const caption = `${file.title}（${fileKindWords.photo}，${dayInWords(file.addedOn)}，${file.addedBy}）`;
  return picture && { is: "picture", path: await press.addPicture(picture), caption, pages: 1 };
}

/** The picture with as many dots as paper shows, in three colours; null where it cannot be read. */
async function printed(bytes: Buffer): Promise<Picture | null> {
  const { default: sharp } = await import("sharp");
  const made = await sharp(bytes)
    .resize({ ...paperDots, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .jpeg({ quality: 85 })
    .toBuffer({ resolveWithObject: true })
    .catch(() => null);
  return made && { jpeg: made.data, width: made.info.width, height: made.info.height };
}
