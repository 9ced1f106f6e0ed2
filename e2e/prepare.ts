import type { Page } from "@playwright/test";
import { type DayLine, freeHours } from "@/server/testing/free-hours";
import { letSessionBegin } from "@/server/testing/let-time-pass";
import { ask, must, send } from "./api";
import { ownPhone, ownPlace } from "./unique";

export const asked = {
  injury: "no",
  threat: "no",
  familyViolence: "no",
  livelihood: "no",
  judgedByCourt: "no",
  inCourt: "no",
  acceptedElsewhere: "no",
};
/** What triage asks beside what was answered at registration. */
export const harmless = { isViolation: "no", hasMinor: "no", propertyDamage: "no" };

export interface Prepared {
  disputeId: string;
  partyIds: string[];
}

/** A dispute taken in and accepted for people's mediation, led by whoever is signed in; nobody was told anything yet. */
export async function accepted(
  mediator: Page,
  names: readonly [string, string] = ["刘玉芬", "张建国"],
  neutralSummary = "楼上装修拆了一段墙，楼下墙面出现裂缝。",
): Promise<Prepared> {
  const { disputeId } = await must(
    send<{ disputeId: string }>(mediator, "disputes.register", {
      source: "walkIn",
      type: "neighbour",
      place: ownPlace(),
      facts: "楼上装修拆了一段墙，楼下墙面出现裂缝。",
      neutralSummary,
      asked,
      parties: names.map((name, at) => ({
        side: at + 1,
        standing: at === 0 ? "applicant" : "respondent",
        name,
        phone: ownPhone(),
      })),
    }),
  );
  await must(send(mediator, "disputes.triage", { disputeId, answers: harmless, track: "peoples" }));
  const matrix = await must(ask<{ parties: { id: string }[] }>(mediator, "consents.ofDispute", { disputeId }));
  return { disputeId, partyIds: matrix.parties.map((party) => party.id) };
}

/** Accepted, everyone told of their rights, everyone agreed: sessions may be booked. */
export async function bookable(mediator: Page): Promise<Prepared> {
  const dispute = await accepted(mediator);
  const { disputeId, partyIds } = dispute;
  await must(send(mediator, "consents.giveNotice", { disputeId, means: "read" }));
  await must(
    send(mediator, "consents.record", {
      disputeId,
      answers: partyIds.map((partyId) => ({ partyId, subject: "mediation", answer: "agreed" })),
    }),
  );
  return dispute;
}

/** Accepted, everyone told, everyone agreed to mediation and to every force being asked: people may be convened. */
export async function convenable(
  mediator: Page,
  names: readonly [string, string],
  neutralSummary: string,
): Promise<Prepared> {
  const dispute = await accepted(mediator, names, neutralSummary);
  const { disputeId, partyIds } = dispute;
  const { forces } = await must(ask<{ forces: { code: string }[] }>(mediator, "consents.ofDispute", { disputeId }));
  await must(send(mediator, "consents.giveNotice", { disputeId, means: "read" }));
  const answers = partyIds.flatMap((partyId) => [
    { partyId, subject: "mediation", answer: "agreed" },
    ...forces.map(({ code }) => ({ partyId, subject: "inviteForce", forceCode: code, answer: "agreed" })),
  ]);
  await must(send(mediator, "consents.record", { disputeId, answers }));
  return dispute;
}

export interface Room {
  id: string;
  name: string;
  point: string;
}

/** The rooms one may book, by name. */
export async function roomNamed(mediator: Page, name: string): Promise<Room> {
  const rooms = await must(ask<Room[]>(mediator, "sessions.rooms"));
  const room = rooms.find((one) => one.name === name);
  if (!room) throw new Error(`no room ${name}`);
  return room;
}

/**
 * How many days ahead each journey books. Journeys run at the same time and must not take each other's
 * hours: those that share a room are a fortnight apart.
 */
const ownFortnight = {
  wallFirst: 30,
  wallMoved: 44,
  decoration: 60,
  desk: 90,
  feed: 90,
  feedMoved: 104,
  movingRace: 120,
  /** Never booked: it is refused. */
  refusal: 120,
  bookingRace: 135,
  movingRaceTarget: 150,
  swapRace: 170,
  dialogs: 75,
} as const;

const fromDay = (journey: keyof typeof ownFortnight) =>
  new Date(Date.now() + ownFortnight[journey] * 86_400_000).toISOString();

/** The board of a day, as this person reads it. */
const boardOf = (reader: Page) => (asked: object) => must(ask<DayLine[]>(reader, "sessions.dayBoard", asked));

/** The first time of the journey's fortnight at which the room, the asker and these people are free, as ISO text. */
export async function freeStart(
  mediator: Page,
  room: Room,
  personIds: readonly string[],
  journey: keyof typeof ownFortnight,
  minutes = 90,
): Promise<string> {
  const { personId } = await must(ask<{ personId: string }>(mediator, "account.me"));
  const [start] = await freeHours(boardOf(mediator), {
    room,
    personIds: [personId, ...personIds],
    minutes,
    from: fromDay(journey),
  });
  if (!start) throw new Error(`${room.name} is full in the fortnight of ${journey}`);
  return start;
}

export interface Helper {
  page: Page;
  /** As the list of candidates names them. */
  name: string;
  force: string;
}

/** Every party agrees to the helper's force, the mediator asks, the helper accepts; their id. */
export async function joinedBy(mediator: Page, { disputeId, partyIds }: Prepared, helper: Helper): Promise<string> {
  const { invitationId, personId } = await invitedTo(mediator, { disputeId, partyIds }, helper);
  await must(send(helper.page, "invitations.accept", { invitationId, declaresNoTie: true }));
  return personId;
}

/** The same, not answered yet. */
export async function invitedTo(
  mediator: Page,
  { disputeId, partyIds }: Prepared,
  { name, force }: Omit<Helper, "page">,
): Promise<{ invitationId: string; personId: string }> {
  const answers = partyIds.map((partyId) => ({ partyId, subject: "inviteForce", forceCode: force, answer: "agreed" }));
  await must(send(mediator, "consents.record", { disputeId, answers }));
  const asked = { disputeId, forceCode: force };
  const all = await must(ask<{ personId: string; name: string }[]>(mediator, "invitations.candidates", asked));
  const personId = all.find((one) => one.name === name)?.personId;
  if (!personId) throw new Error(`${name} is no candidate of ${force}`);
  const { invitationId } = await must(
    send<{ invitationId: string }>(mediator, "invitations.send", { ...asked, personId }),
  );
  return { invitationId, personId };
}

export interface AtDesk extends Prepared {
  sessionId: string;
}

/** A joint session of a dispute of its own, booked with these helpers, whose hour is now. It is not started yet. */
export async function sessionNow(mediator: Page, helpers: readonly Helper[] = []): Promise<AtDesk> {
  const dispute = await bookable(mediator);
  const personIds: string[] = [];
  for (const helper of helpers) personIds.push(await joinedBy(mediator, dispute, helper));
  const room = await roomNamed(mediator, "社区调解室");
  const from = fromDay("desk");
  // Other journeys book at the same time: when the hour is taken meanwhile, the next free one is booked.
  for (const startsAt of await freeHours(boardOf(mediator), { room, personIds, minutes: 90, from })) {
    // What is left may lie outside somebody's week.
    const despite = "电话里说能来";
    const booking = { ...dispute, kind: "joint", startsAt, minutes: 90, roomId: room.id, personIds, despite };
    const booked = await send<{ sessionId: string }>(mediator, "sessions.book", booking);
    if (!booked.data) continue;
    await letSessionBegin(dispute.disputeId);
    return { ...dispute, ...booked.data };
  }
  throw new Error(`${room.name} is full`);
}
