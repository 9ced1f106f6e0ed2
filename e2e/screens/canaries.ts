import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import sharp from "sharp";
import { ask, must, send } from "../api";
import type { AtDesk } from "../prepare";

/** A word said in confidence that is written nowhere else, and how those it is meant for can read it. */
export interface Canary {
  what: string;
  word: string;
  /** Opens it as the person signed in on this page and gives the answer's text. */
  open(page: Page): Promise<string>;
}

const privateLanes = ["side", "mediator", "sealed"] as const;
type PrivateLane = (typeof privateLanes)[number];

const text = async (answer: Promise<unknown>) => JSON.stringify(await answer);

/** Writes one word into each private place of a session under way, as its lead. `tied` is a person known to a party. */
export async function sayInConfidence(lead: Page, at: AtDesk, mark: string, tied: string): Promise<Canary[]> {
  const { disputeId, sessionId, partyIds } = at;
  const where = { disputeId, sessionId };
  const canaries: Canary[] = [];
  const keep = (what: string, word: string, open: Canary["open"]) => canaries.push({ what, word, open });
  for (const lane of privateLanes) {
    const placed = { lane, side: lane === "side" ? 1 : null };
    const note = `便条${lane}${mark}`;
    const noted = { ...where, ...placed, text: note };
    const { noteId } = await must(send<{ noteId: string }>(lead, "notes.write", noted));
    keep(`note ${lane}`, note, (page) => text(send(page, "notes.open", { disputeId, noteId })));
    const said = `卡片${lane}${mark}`;
    const cardId = randomUUID();
    await must(send(lead, "desk.writeCard", { ...where, ...placed, cardId, kind: "issue", text: said }));
    keep(`card ${lane}`, said, (page) => text(send(page, "desk.openCard", { disputeId, cardId })));
    const name = `照片${lane}${mark}`;
    const fileId = await addPhoto(lead, at, placed, name);
    keep(`file ${lane}`, name, async (page) => {
      const answer = await page.request.get(`/api/files/${fileId}`);
      return decodeURIComponent(answer.headers()["content-disposition"] ?? "");
    });
  }
  const [partyId = ""] = partyIds;
  const reason = `周三要透析${mark}`;
  const cannot = { disputeId, partyId, kind: "cannot", weekday: 3, fromTime: "08:30", untilTime: "09:00", reason };
  await must(send(lead, "convening.recordPartyTime", cannot));
  keep("party time", reason, (page) => text(ask(page, "convening.plan", { disputeId })));
  const question = `三万行不行${mark}`;
  await must(send(lead, "desk.openPoll", { ...where, question, amountFen: 3_000_000, sides: [1, 2] }));
  keep("secret number", question, (page) => text(ask(page, "desk.state", where)));
  const note = `表姐夫${mark}`;
  await must(send(lead, "panel.recordTie", { disputeId, personId: tied, partyId, kind: "kin", note }));
  keep("tie", note, (page) => text(ask(page, "panel.ties", { disputeId })));
  return canaries;
}

async function addPhoto(lead: Page, at: AtDesk, placed: { lane: PrivateLane; side: number | null }, name: string) {
  const key = randomUUID();
  const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: "#998877" } });
  const answer = await lead.request.post("/api/files", {
    headers: { origin: new URL(lead.url()).origin },
    multipart: {
      key,
      disputeId: at.disputeId,
      sessionId: at.sessionId,
      lane: placed.lane,
      side: placed.side === null ? "" : String(placed.side),
      kind: "photo",
      file: { name: `${name}.png`, mimeType: "image/png", buffer: await picture.png().toBuffer() },
    },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  return key;
}

/** A helper signs for the mediator alone. */
export async function signInConfidence(helper: Page, at: AtDesk, mark: string): Promise<Canary> {
  const { disputeId, sessionId } = at;
  const word = `依我看${mark}`;
  const signed = { disputeId, sessionId, lane: "mediator", text: word };
  const { opinionId } = await must(send<{ opinionId: string }>(helper, "opinions.sign", signed));
  return { what: "opinion", word, open: (page) => text(send(page, "opinions.open", { disputeId, opinionId })) };
}
