import { expect, it } from "vitest";
import { drawPdf } from "../../papers/draw/pdf";
import { sheetOf } from "../../papers/draw/sheet";
import type { Strokes } from "../../papers/model";
import { drawingsIn, packed, readPdf } from "../../testing/official-papers/read-back";
import { samplePaper, signature } from "../../testing/official-papers/sample-paper";
import { withEvidence } from "./evidence";
import type { InterpreterSigned, SignedBy } from "./sealing";

const people = 14;
const at = "2026-03-28T02:00:00Z";
const hand: Strokes = [
  [
    [0, 0],
    [60, 40],
    [120, 5],
  ],
  [
    [20, 50],
    [90, 52],
  ],
];
const helped = { signedAt: at, recordedBy: "沈静", strokes: null, isByLink: false, isAgain: false } as const;
const helpers: InterpreterSigned[] = [
  { ...helped, id: "i1", name: "阿依古丽", kind: "spoken", means: "sign", strokes: hand, isByLink: true },
  // Whoever interprets for two parties signs once.
  {
    ...helped,
    id: "i2",
    name: "阿依古丽",
    kind: "spoken",
    means: "sign",
    strokes: hand,
    isByLink: true,
    isAgain: true,
  },
  { ...helped, id: "i3", name: "王见证", kind: "witness", means: "fingerprint" },
  { ...helped, id: "i4", name: "冯代读", kind: "reader", means: null },
  // Another one of the same name.
  { ...helped, id: "i5", name: "王见证", kind: "witness", means: "sign" },
];
const everyone = Array.from({ length: people }, (_, i) => `p${i}`);
const plain = samplePaper(people);
const partyNames = plain.names;

function sealed(isDrawn: boolean, interpreters: InterpreterSigned[] = []) {
  const strokes = isDrawn ? hand : null;
  const rows = everyone.map((_, i) => signature(i, { strokes, fingerprint: false, day: "2026年3月28日" }));
  const paper = { ...plain, blocks: plain.blocks.map((one) => (one.kind === "signatures" ? { ...one, rows } : one)) };
  const signed = everyone.map(
    (id, i): SignedBy => ({
      ...{ id, signerKind: "party", means: i % 2 ? "fingerprint" : "sign", signedAt: at, recordedBy: "沈静" },
      ...{ strokes: i % 2 ? null : strokes, isByLink: i % 4 === 0 },
    }),
  );
  const facts = {
    ...{ committeeName: "柳湾镇人民调解委员会", mediator: "沈静" },
    parties: everyone.map((id, i) => ({
      ...{ id, side: i + 1, name: partyNames[i] ?? "", kind: "person" as const, standing: "applicant" as const },
      ...{ isMinor: false, links: [] },
    })),
    agreement: {
      number: "（2026）柳人调字第 087 号",
      signatures: everyone.map((id) => ({
        ...{ id, signerKind: "party" as const, partyId: id, personId: null, personName: null, byLinkId: null },
        ...{ byLinkName: null, means: "sign" as const, signedAt: at },
      })),
    },
  };
  const sealing = {
    ...{ disputeId: "d", proceedingId: "r", committeeId: "c", sealedAt: at, sealerName: "方慧", isKept: false },
    ...{ hash: "0123abcd".repeat(8), sentToSignAt: at, signatures: signed, interpreters },
  };
  return withEvidence({ paper, facts, sealing, code: "ABCD-EFGH-JKMN", baseUrl: "https://tiao.example.cn" });
}
const pdfOf = (isDrawn: boolean) => {
  const paper = sealed(isDrawn);
  return drawPdf(sheetOf(paper), paper.names, new Date(at));
};
const linesIn = (pdf: Buffer): number => drawingsIn(pdf).match(/^S$/gm)?.length ?? 0;

it("names fourteen signers, rare characters among them, with when and how, and draws every hand as lines", async () => {
  const [drawn, empty] = [await pdfOf(true), await pdfOf(false)];
  const { texts } = await readPdf(drawn);
  const last = texts.findIndex(({ text }) => packed(text).includes("签署与盖章记录"));
  const evidence = packed(
    texts
      .slice(last)
      .map(({ text }) => text)
      .join(""),
  );
  for (const name of partyNames) expect(evidence).toContain(packed(name));
  for (const words of [
    "在屏幕上手写签名，由沈静核对登记",
    "在本人手机上手写签名",
    "在纸上按指印",
    "2026年3月28日10时00分",
  ])
    expect(evidence).toContain(words);
  expect(evidence).toContain("0123abcd".repeat(8));
  expect(evidence).toContain("https://tiao.example.cn/verify");
  expect(linesIn(drawn) - linesIn(empty)).toBe(people * hand.length);
});

it("names those who interpreted, witnessed it or read it out among the signers, each once, with when and how", () => {
  const tables = sealed(true, helpers).blocks.flatMap((block) => (block.kind === "table" ? [block] : []));
  const rows = tables.flatMap((table) => table.rows.map((row) => row.slice(0, 3)));
  expect(rows.filter(([who]) => helpers.some(({ name }) => name === who))).toEqual([
    ["阿依古丽", "翻译人员", "在本人手机上手写签名，已核对预留号码后四位"],
    ["王见证", "见证人", "在纸上按指印，由沈静核对登记"],
    ["冯代读", "代读人", "向当事人宣读，由沈静核对登记"],
    ["王见证", "见证人", "在纸上签名，由沈静核对登记"],
  ]);
});
