import sharp from "sharp";
import type { Lane } from "@/db/vocabulary";
import { answerPoll } from "../../desk/answer-poll";
import { openPollInput, reportHarmInput, signFactsInput, stateFactsInput, writeCardInput } from "../../desk/inputs";
import { openPoll } from "../../desk/open-poll";
import { reportHarm } from "../../desk/report-harm";
import { signFacts } from "../../desk/sign-facts";
import { stateFacts } from "../../desk/state-facts";
import { writeCard } from "../../desk/write-card";
import { addFile } from "../../files/add-file";
import { addFileInput } from "../../files/inputs";
import { idsInOrder } from "../ids-in-order";
import type { DemoCounty } from "./demo-county";

const width = 960;
const height = 640;

/** A picture of a wall with a damp patch and a crack. It is computed, because a photo would show a real home. */
export function drawWall(): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    const crack = 470 + 46 * Math.sin(y / 61) + 17 * Math.sin(y / 19) + 6 * Math.sin(y / 5);
    for (let x = 0; x < width; x += 1) {
      const grain = ((x * 7919 + y * 104_729) % 13) - 6;
      const damp = Math.max(0, 1 - Math.hypot((x - 620) / 300, (y - 150) / 190)) * 52;
      const inCrack = Math.abs(x - crack) < 1.5 + (y / height) * 3.5;
      const shade = inCrack ? 74 : 222 + grain - damp;
      pixels.set([shade, shade - 4 - damp / 5, shade - 14 - damp / 2.5], (y * width + x) * 3);
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg()
    .toBuffer();
}

/** A page of one line, as a scanner would make it. */
const paper = (line: string): Buffer =>
  Buffer.from(
    [
      "%PDF-1.4",
      "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
      "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj",
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj",
      `4 0 obj<</Length ${line.length + 40}>>stream\nBT /F1 16 Tf 72 760 Td (${line}) Tj ET\nendstream endobj`,
      "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj",
      "trailer<</Root 1 0 R>>",
      "%%EOF",
      "",
    ].join("\n"),
    "latin1",
  );

/** A name written by hand, as the drawing field gives it. */
const hand: [number, number][][] = [
  [
    [18, 62],
    [70, 22],
    [44, 96],
    [92, 40],
    [34, 78],
  ],
  [
    [104, 22],
    [110, 84],
    [138, 30],
    [116, 92],
    [160, 58],
  ],
  [
    [172, 24],
    [184, 92],
    [214, 34],
    [190, 60],
  ],
].map((stroke) => stroke.map(([x, y]) => [x ?? 0, y ?? 0]));

interface AtDesk {
  disputeId: string;
  sessionId: string;
  partyIds: readonly string[];
  /** Agreed fact cards of the joint lane. */
  factIds: readonly string[];
  /** The moment of these acts; the session has begun. */
  at: Date;
}

/**
 * What a session desk holds besides its cards: a number that was no deal, facts signed by one party, photos and a
 * document, a sealed card, and a report of danger.
 */
export async function deskPapers(
  demo: DemoCounty,
  { disputeId, sessionId, partyIds, factIds, at }: AtDesk,
): Promise<void> {
  const as = () => demo.as("mediator", at);
  const where = { disputeId, sessionId };
  const newId = idsInOrder(at);
  const asked = { ...where, question: "书柜赔多少，一次付清", amountFen: 200_000, sides: [1, 2] };
  const { pollId } = await openPoll(as(), openPollInput.parse(asked));
  await answerPoll(as(), { ...where, pollId, side: 1, accepts: true });
  await answerPoll(as(), { ...where, pollId, side: 2, accepts: false });

  if (factIds.length > 0) {
    const { statementId } = await stateFacts(as(), stateFactsInput.parse({ ...where, cardIds: [...factIds] }));
    const signed = { ...where, statementId, partyId: partyIds[0], means: "sign", strokes: hand };
    await signFacts(as(), signFactsInput.parse(signed));
  }

  const file = (lane: Lane, name: string, bytes: Buffer, side: number | null = null) =>
    addFile(as(), addFileInput.parse({ ...where, fileId: newId(), lane, side, name }), bytes);
  await file("joint", "客厅顶面渗水.jpg", await drawWall());
  await file("joint", "关水试验记录.pdf", paper("Shut-off test, 12-14 November: no more water after two days."));
  await file("side", "保修单照片.jpg", await drawWall(), 3);

  const sealed = {
    ...where,
    cardId: newId(),
    lane: "sealed",
    kind: "note",
    text: "乙方提到单位正在查他，只请所长知道。",
  };
  await writeCard(as(), writeCardInput.parse(sealed));
  await reportHarm(
    as(),
    reportHarmInput.parse({
      ...where,
      kind: "violence",
      text: "说装修队再上门，就在楼道里堵人动手。",
      reason: "话说得具体，上周已在楼道推搡过一次",
    }),
  );
}
