import type { Page } from "@playwright/test";
import { ask, send, told } from "./api";
import { ownPhone, ownPlace } from "./unique";

const harmless = {
  isViolation: "no",
  hasMinor: "no",
  familyViolence: "no",
  judgedByCourt: "no",
  acceptedElsewhere: "no",
  propertyDamage: "no",
  injury: "no",
};

export interface Prepared {
  disputeId: string;
  partyIds: string[];
}

/** A dispute taken in and accepted for people's mediation, led by whoever is signed in; nobody was told anything yet. */
export async function accepted(
  mediator: Page,
  names: readonly [string, string] = ["刘玉芬", "张建国"],
): Promise<Prepared> {
  const { disputeId } = await told(
    send<{ disputeId: string }>(mediator, "disputes.register", {
      source: "walkIn",
      type: "neighbour",
      place: ownPlace(),
      facts: "楼上装修拆了一段墙，楼下墙面出现裂缝。",
      neutralSummary: "楼上装修拆了一段墙，楼下墙面出现裂缝。",
      parties: names.map((name, at) => ({
        side: at + 1,
        standing: at === 0 ? "applicant" : "respondent",
        name,
        phone: ownPhone(),
      })),
    }),
  );
  await told(send(mediator, "disputes.triage", { disputeId, answers: harmless, track: "peoples" }));
  const matrix = await told(ask<{ parties: { id: string }[] }>(mediator, "consents.ofDispute", { disputeId }));
  return { disputeId, partyIds: matrix.parties.map((party) => party.id) };
}

/** Accepted, everyone told of their rights, everyone agreed: sessions may be booked. */
export async function bookable(mediator: Page): Promise<Prepared> {
  const dispute = await accepted(mediator);
  const { disputeId, partyIds } = dispute;
  await told(send(mediator, "consents.giveNotice", { disputeId, means: "read" }));
  await told(
    send(mediator, "consents.record", {
      disputeId,
      answers: partyIds.map((partyId) => ({ partyId, subject: "mediation", answer: "agreed" })),
    }),
  );
  return dispute;
}

export interface Room {
  id: string;
  name: string;
  point: string;
}

/** The rooms one may book, by name. */
export async function roomNamed(mediator: Page, name: string): Promise<Room> {
  const rooms = await told(ask<Room[]>(mediator, "sessions.rooms"));
  const room = rooms.find((one) => one.name === name);
  if (!room) throw new Error(`no room ${name}`);
  return room;
}

/** The first time from so many days ahead at which the room and these people are free, as ISO text. Each journey keeps to its own fortnight. */
export async function freeStart(
  mediator: Page,
  room: Room,
  personIds: readonly string[],
  daysAhead: number,
  minutes = 90,
): Promise<string> {
  const from = new Date(Date.now() + daysAhead * 86_400_000).toISOString();
  const [start] = await told(
    ask<string[]>(mediator, "sessions.freeTimes", { roomId: room.id, personIds, minutes, from }),
  );
  if (!start) throw new Error(`${room.name} is full for a fortnight from day ${daysAhead}`);
  return start;
}
