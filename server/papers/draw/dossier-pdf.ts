import path from "node:path";
import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { fontFolder } from "../../kernel/glyphs";
import { compiled, templateOf } from "./pdf";
import { type Picture, picturesOfPdf } from "./pictures-of-pdf";

/** A part of a dossier that can be drawn. Pictures and PDF files are at `path`, among those that were added. */
export type Leaf =
  | { is: "paper"; data: Record<string, unknown>; bare: boolean; pages: number }
  | { is: "picture"; path: string; caption: string; pages: 1 }
  | { is: "pdf"; path: string; pages: number };

export interface DossierLeaf {
  title: string;
  level: 1 | 2;
  /** Its first number; null where its pages have none. */
  first: number | null;
  /** Whether it begins on a front. */
  front: boolean;
  leaf: Leaf;
}

/** Most pages of one PDF file that are bound in; a longer one is named by a sheet. */
const pagesMost = 600;

/** One dossier while it is drawn: the files that were added lie in it, and are gone with it. */
export interface DossierPress {
  /** Adds a picture that can be printed as it is: JPEG, of so many dots. */
  addPicture: (picture: Picture) => Promise<string>;
  /** Adds a PDF file; null where it cannot be bound in: broken, or longer than one may be. */
  addPdf: (bytes: Buffer) => { path: string; pages: number } | null;
  draw: (title: string, parts: readonly DossierLeaf[], askedAt: Date) => Promise<Buffer>;
  /** Takes away what it kept; to be called whether it was drawn or not. */
  end: () => Promise<void>;
}

/** A compiler of its own, so that what it read of large files ends with the dossier. */
export async function dossierPress(): Promise<DossierPress> {
  const [{ NodeCompiler }, paper, dossier] = await Promise.all([
    import("@myriaddreamin/typst-ts-node-compiler"),
    templateOf("paper"),
    templateOf("dossier"),
  ]);
  const compiler = NodeCompiler.create({ workspace: fontFolder, fontArgs: [{ fontPaths: [fontFolder] }] });
  let added = 0;
  const pictures = await picturesOfPdf();
  const add = (bytes: Buffer, ending: string): string => {
    added += 1;
    const name = `bound/${added}.${ending}`;
    compiler.mapShadow(path.join(fontFolder, name), bytes);
    return name;
  };
  return {
    addPicture: async (picture) => add(enclosed(await pictures.standIn(picture), picture), "svg"),
    addPdf: (bytes) => {
      const name = add(bytes, "pdf");
      const pages = pagesOf(compiler, name);
      if (pages !== null) return { path: name, pages };
      compiler.unmapShadow(path.join(fontFolder, name));
      return null;
    },
    draw: (title, parts, askedAt) => {
      const bound = { title, parts: parts.map(drawable) };
      const document = compiled(compiler, {
        mainFileContent: `${paper}\n${dossier}`,
        inputs: { dossier: JSON.stringify(bound) },
      });
      // A page of another PDF is not promised to be what archives ask of PDF/A.
      const hasForeign = parts.some(({ leaf }) => leaf.is === "pdf");
      const at = Math.floor(askedAt.getTime() / 1000);
      const pdf = compiler.pdf(document, { pdfStandard: hasForeign ? "1.7" : "a-2b", creationTimestamp: at });
      return pictures.laidIn(pdf);
    },
    end: pictures.end,
  };
}

/**
 * The picture within a drawing: so it goes into the PDF as it is. A bare one is unpacked first and stays so until the end, which
 * takes twenty times its bytes.
 */
const enclosed = (jpeg: Buffer, { width, height }: Picture): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/jpeg;base64,${jpeg.toString("base64")}"/></svg>`,
  );

const drawable = ({ leaf, ...part }: DossierLeaf) =>
  leaf.is === "paper" ? { ...part, is: leaf.is, data: { ...leaf.data, bare: leaf.bare } } : { ...part, ...leaf };

const onePage = `
#set page(width: auto, height: auto, margin: 0pt)
#for page in range(int(sys.inputs.first), int(sys.inputs.last) + 1) { image(sys.inputs.path, page: page) }`;

/** How many pages a PDF file has that can all be drawn; null where one cannot, or there are too many. */
function pagesOf(compiler: NodeCompiler, name: string): number | null {
  const hasPage = (page: number): boolean => !tried(compiler, name, page, page).hasError();
  if (!hasPage(1) || hasPage(pagesMost + 1)) return null;
  let [there, gone] = [1, pagesMost + 1];
  while (gone - there > 1) {
    const middle = (there + gone) >> 1;
    if (hasPage(middle)) there = middle;
    else gone = middle;
  }
  try {
    const { result } = tried(compiler, name, 1, there);
    if (!result) return null;
    compiler.pdf(result, { pdfStandard: "1.7" });
    return there;
  } catch {
    // What only the writer of PDF finds in a page: a font or a picture that it cannot read.
    return null;
  }
}

const tried = (compiler: NodeCompiler, name: string, first: number, last: number) =>
  compiler.compile({ mainFileContent: onePage, inputs: { path: name, first: String(first), last: String(last) } });
