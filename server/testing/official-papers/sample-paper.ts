import type { Block, Paper, Signature } from "@/server/papers/model";

const people = ["欧阳𬭎", "赵㛃", "𠮷田镕", "龚䶮"];
const nameOf = (i: number) => people[i] ?? `第${i + 1}位当事人`;

/** Whoever signs, on a line left empty. */
export const signature = (i: number, more: Partial<Signature> = {}): Signature => ({
  role: "当事人",
  name: nameOf(i),
  strokes: null,
  fingerprint: true,
  day: null,
  ...more,
});

const person = (i: number): Block => ({
  kind: "person",
  role: i === 0 ? "申请人" : "被申请人",
  pairs: [
    { label: "姓名", value: nameOf(i) },
    { label: "性别", value: "男" },
    { label: "职业或职务", value: null },
    { label: "住址", value: "柳湾镇东风社区幸福路一百二十八号院三号楼二单元五零一室" },
  ],
});

/** An agreement with every kind of block, for as many parties as are asked for. */
export function samplePaper(parties = 2, more: { facts?: string; blocks?: Block[] } = {}): Paper {
  const everyone = Array.from({ length: parties }, (_, i) => i);
  const blocks: Block[] = [
    ...everyone.map(person),
    { kind: "heading", level: 1, text: "一、主要事实和争议" },
    { kind: "paragraph", text: more.facts ?? "双方系上下楼邻居，因卫生间漏水发生争议。" },
    { kind: "heading", level: 2, text: "（一）赔偿" },
    {
      kind: "fields",
      rows: [
        [
          { label: "履行方式", value: "银行转账" },
          { label: "履行期限", value: { fillIn: true } },
        ],
      ],
    },
    {
      kind: "table",
      columns: [
        { title: "期次", width: 1, align: "center" },
        { title: "金额（元）", width: 2, align: "right" },
      ],
      rows: [
        ["1", "6,000.00"],
        ["2", null],
      ],
    },
    { kind: "longField", label: "备注", value: { lines: 2 } },
    { kind: "paragraph", text: "本协议自各方签名、调解员签名并加盖印章之日起生效。" },
    { kind: "signatures", rows: everyone.map((i) => signature(i)) },
    { kind: "seal", organisation: "柳湾镇人民调解委员会", day: "2026年3月28日", sealed: true },
    {
      kind: "receipt",
      title: "送达回执",
      text: "本人已收到本协议书一份。",
      rows: [signature(0, { name: null, fingerprint: false, note: "由代理人签收" })],
    },
  ];
  return {
    kind: "agreement",
    organisation: "柳湾镇人民调解委员会",
    title: "人民调解协议书",
    number: "（2026）柳人调字第 087 号",
    names: everyone.map(nameOf),
    copies: { count: parties + 1, forWhom: [] },
    sides: "double",
    blocks: more.blocks ?? blocks,
  };
}
