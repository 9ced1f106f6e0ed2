import { deflateSync } from "node:zlib";
import { docx, pdf, wordMain, zipOf } from "./hostile-files";
import { objectStream } from "./hostile-papers";

// What another reader sees and ours could pass over: entered by an offset, written twice, typed as something else.

const script = "<</S/JavaScript/JS(app.alert(1))>>";
const packed = () => objectStream([script]);
const inHex = () => objectStream([script], { filter: "/ASCIIHexDecode" });

/** An object stream whose head hides where its second object begins: inside a text. */
function hiddenOffset(): string {
  const head = "20 %\n 6 ";
  const data = deflateSync(Buffer.from(`${head}(xxxxx<</S/URI/URI(http://evil)>>)`)).toString("latin1");
  return `9 0 obj<</Type/ObjStm/N 1/First ${head.length}/Filter/FlateDecode/Length ${data.length}>>stream\n${data}\nendstream endobj`;
}

const link = (address: string) => `3 0 obj<</Subtype/Link/A<</S/URI/URI ${address}>>>>endobj`;

export const disguisedPdfs = (): [string, Buffer][] => [
  [
    "an object stream whose start stands elsewhere",
    pdf(`${packed().replace(/\/First \d+/, "/First 8 0 R")}\n8 0 obj 5 endobj`),
  ],
  [
    "an object stream with a filter from elsewhere in a list",
    pdf(`${packed().replace("/Filter/FlateDecode", "/Filter[8 0 R]")}\n8 0 obj/FlateDecode endobj`),
  ],
  ["an object stream that begins at a fraction", pdf(packed().replace(/\/First (\d+)/, "/First $1.5"))],
  ["an object stream with a place hidden by a comment", pdf(hiddenOffset())],
  [
    "an object stream in a picture, to which an offset leads",
    pdf(`3 0 obj<</Filter/DCTDecode/Length 60>>stream\n${packed()}\nendstream endobj`),
  ],
  ["an object stream in a comment, to which an offset leads", pdf(`%${inHex().replaceAll("\n", "\f")}`)],
  ["an object stream in a text, to which an offset leads", pdf(`3 0 obj<</Title(${inHex()})>>endobj`)],
  ["an object stream whose number touches its word", pdf(inHex().replace("9 0 obj", "9 0obj"))],
  ["an object stream behind another value", pdf(inHex().replace("obj<<", "obj null<<"))],
  [
    "an address on opening, whose kind stands elsewhere",
    pdf("3 0 obj<</OpenAction 4 0 R>>endobj\n4 0 obj<</S 5 0 R/URI(http://evil)>>endobj\n5 0 obj/URI endobj"),
  ],
  [
    "an address on opening, of an object that stands twice",
    pdf(
      "3 0 obj<</OpenAction 4 0 R>>endobj\n4 0 obj<</S/URI/URI(http://evil)>>endobj\n4 0 obj<</S/GoTo/D[1 0 R/Fit]>>endobj",
    ),
  ],
  [
    "an address behind a place on opening",
    pdf("3 0 obj<</OpenAction<</S/GoTo/D[1 0 R/Fit]/Next<</S/URI/URI(http://evil)>>>>>>endobj"),
  ],
  [
    "an address behind a place on opening, elsewhere",
    pdf(
      "3 0 obj<</OpenAction 4 0 R>>endobj\n4 0 obj<</S/GoTo/Next 5 0 R>>endobj\n5 0 obj<</S/URI/URI(http://evil)>>endobj",
    ),
  ],
  [
    "an opening in a picture, to which an offset leads",
    pdf("3 0 obj<</Length 60>>stream\n4 0 obj<</Type/Catalog/OpenAction 5 0 R>>endobj\nendstream endobj"),
  ],
  [
    "encryption in a picture, to which an offset leads",
    pdf("3 0 obj<</Length 40>>stream\ntrailer<</Encrypt 9 0 R>>\nendstream endobj"),
  ],
  ["a script of a body in space", pdf("3 0 obj<</Subtype/3D/OnInstantiate 5 0 R>>endobj")],
  ["a page of another file", pdf("3 0 obj<</Ref<</F(//evil/a.pdf)/Page 0>>/Length 0>>stream\n\nendstream endobj")],
  ["a thread of another file", pdf("3 0 obj<</A<</S/Thread/F(//evil/a.pdf)/D 0>>>>endobj")],
  ["a picture of another file", pdf("3 0 obj<</OPI<</2.0<</F(//evil/a.tif)>>>>>>endobj")],
  ["a script as a link", pdf(link("(javascript:app.alert\\(1\\))"))],
  ["a script as a link, with escaped letters", pdf(link("(\\152ava\\\nscript:x)"))],
  ["a script as a link, in hexadecimal", pdf(link("<6a61 7661 7363 7269 7074 3a78>"))],
  ["a script as a link, in hexadecimal with other signs", pdf(link("<6a61 zz 7661 7363 7269 7074 3a78>"))],
  [
    "a script as a link, in wide letters",
    pdf(link(`<feff${Buffer.from("javascript:x", "utf16le").swap16().toString("hex")}>`)),
  ],
  ["a program as a link", pdf(link("(file:///c:/windows/system32/calc.exe)"))],
  ["a file of another machine as a link", pdf(link("(\\\\\\\\evil\\\\share)"))],
  ["a script as a link, elsewhere", pdf(`${link("5 0 R")}\n5 0 obj(javascript:x)endobj`)],
  [
    "a script as a link, of a text that stands twice",
    pdf(`${link("5 0 R")}\n5 0 obj(javascript:x)endobj\n5 0 obj(https://fine.cn)endobj`),
  ],
  ["a script as a link, in an object stream", pdf(objectStream(["<</S/URI/URI(vbscript:x)>>"]))],
  ["another machine that all links begin at", pdf("3 0 obj<</Type/Catalog/URI<</Base(file://evil/)>>>>endobj")],
  [
    "a drawing that is a program for printers",
    pdf("3 0 obj<</Subtype/Form/Subtype2/PS/Length 0>>stream\n\nendstream endobj"),
  ],
  ["a program for printers", pdf("3 0 obj<</Subtype/PS/Length 3>>stream\nabc\nendstream endobj")],
];

const field = (text: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${text}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const body = (inside: string, name = "word/footer1.xml") => ({ name, data: `<w:ftr>${inside}</w:ftr>` });
const rels = (attributes: string) => ({
  name: "word/_rels/settings.xml.rels",
  data: `<Relationships xmlns:x="y"><Relationship ${attributes}/></Relationships>`,
});
const footerType = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml";
const part = (name: string, data: string | Buffer = "x") => docx([{ name, data }]);

/** A part that no directory names, as whoever reads a file from its beginning finds it. */
const unnamed = () => {
  const whole = zipOf([{ name: "word/vbaProject.bin", data: "macro" }]);
  return whole.subarray(0, whole.readUInt32LE(whole.length - 6));
};
/** The paper with bytes before its directory. */
function beforeDirectory(paper: Buffer, bytes: Buffer): Buffer {
  const at = paper.readUInt32LE(paper.length - 6);
  const whole = Buffer.concat([paper.subarray(0, at), bytes, paper.subarray(at)]);
  whole.writeUInt32LE(at + bytes.length, whole.length - 6);
  return whole;
}
/** The paper with a number of its first part's own head changed: what a reader from the beginning goes by. */
const ownHead = (paper: Buffer, at: number, number: number) => {
  paper.writeUInt16LE(number, at);
  return paper;
};
const commented = (paper: Buffer, comment: string) => {
  paper.writeUInt16LE(comment.length, paper.length - 2);
  return Buffer.concat([paper, Buffer.from(comment)]);
};

export const disguisedPapers = (): [string, Buffer][] => [
  ["a part that the directory does not name", beforeDirectory(docx(), unnamed())],
  [
    "a page between its parts and the directory",
    beforeDirectory(docx(), Buffer.from("<html><script>alert(1)</script>")),
  ],
  ["a part that is not packed, as its own head says", ownHead(docx(), 8, 0)],
  ["a part that is shorter, as its own head says", ownHead(docx(), 18, 3)],
  ["a page as its comment", commented(docx(), "<html><script>alert(1)</script></html>")],
  [
    "a paper in a part that is no XML by its ending",
    docx(
      [body(field("DDEAUTO x"), "word/evil.bin")],
      wordMain,
      `<Override PartName="/word/evil.bin" ContentType="${wordMain}"/>`,
    ),
  ],
  [
    "words typed as a picture's ending",
    docx(
      [body(field("DDEAUTO x"), "word/footer1.png")],
      wordMain,
      `<Default Extension="png" ContentType="${footerType}"/>`,
    ),
  ],
  ["DDE beside a page number of the same name", docx([body('<w:fldSimple w:instr="DDE excel x" x:instr="PAGE"/>')])],
  ["two kinds of one mark", docx([body('<w:fldChar w:fldCharType="begin" x:fldCharType="end"/>')])],
  [
    "an outside address said to be within",
    docx([rels('Type="a/image" Target="http://evil" TargetMode="External" x:TargetMode="Internal" x:Target="a.png"')]),
  ],
  [
    "a template beside a style of the same name",
    docx([rels('Type="a/attachedTemplate" x:Type="a/styles" Target="t.dotm"')]),
  ],
  ["an outside address behind long references", docx([rels('Type="a/image" Target="&#x00000068;ttp://evil/a.png"')])],
  ["a template behind long references", docx([rels('Type="a/attached&#0000000084;emplate" Target="t.dotm"')])],
  [
    "a drawing from elsewhere beside one of the same name",
    docx([body('<v:imagedata src="http://evil/a.png" x:src="a"/>')]),
  ],
  ["a drawing's first place", docx([body('<v:imagedata o:href="http://evil/a.png"/>')])],
  ["a drawing's other place", docx([body('<v:imagedata o:althref="http://evil/a.png"/>')])],
  ["a shape that leads to another machine", docx([body('<v:shape href="\\\\evil\\a"/>')])],
  ["a film's page", docx([body('<wp15:webVideoPr embeddedHtml="&lt;iframe src=x&gt;"/>')])],
  [
    "a schema from elsewhere",
    docx([body('<sl:schema sl:manifestLocation="http://evil/m.xml"/>', "word/settings.xml")]),
  ],
  ["a transformation when saved", docx([body('<w:saveThroughXslt r:id="a"/>', "word/settings.xml")])],
  ["a link by field with two strokes", docx([body(field('HYPERLINK "//evil/a"'))])],
  ["a link by field to a search", docx([body(field('HYPERLINK "search-ms:query=x"'))])],
  ["a link by field behind its tip", docx([body(field('HYPERLINK \\o "https://fine.cn" "vbscript:x"'))])],
  ["a link by field to a program beside it", docx([body(field("HYPERLINK run.exe"))])],
  ["a script in a drawing of the web", part("word/media/a.svg", "<svg><script>alert(1)</script></svg>")],
  ["a script on loading a drawing of the web", part("word/media/a.svg", '<svg onload="alert(1)"/>')],
  ["a drawing of the web from elsewhere", part("word/media/a.svg", '<svg><image xlink:href="http://evil"/></svg>')],
  ["an old Office file as a picture", part("word/media/a.bin", Buffer.from("d0cf11e0a1b11ae1", "hex"))],
  ["a program as a picture", part("word/media/a.png", "MZ........")],
  ["a program as a printer's settings", part("word/printerSettings1.bin", "MZ........")],
  ["a program whose ending ends in a dot", part("word/media/run.exe.")],
  ["a script of the shell", part("word/media/run.ps1")],
  ["a page without a type", part("word/a.htm", "<html/>")],
  ["an attribute without quotes", docx([body("<w:fldSimple w:instr=DDE />")])],
  ["a tag of ten megabytes", docx([body(`<${"a".repeat(10_000_000)} b>`)])],
];
