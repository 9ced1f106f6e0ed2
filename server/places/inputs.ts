import * as z from "zod";
import { pointKinds } from "@/db/vocabulary";
import { phone } from "../disputes/inputs";
import { filled, reason, words } from "../kernel/words";
import { roomSeats } from "./choices";

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Opening hours by weekday, 1 = Monday … 7 = Sunday; a day left out is closed. Times of day in Shanghai. */
export const roomHoursInput = z
  .array(z.strictObject({ weekday: z.int().min(1).max(7), opensAt: time, closesAt: time }))
  .max(7)
  .refine((days) => new Set(days.map((day) => day.weekday)).size === days.length);
export type RoomHours = z.output<typeof roomHoursInput>;

const name = filled(60);
/** Shown beside the name to whoever reads English; absent: as it was. */
const nameEn = words(80).optional();
const seats = z.int().min(roomSeats.min).max(roomSeats.max);

export const createStationInput = z.strictObject({
  name,
  nameEn,
  code: z
    .string()
    .max(4)
    .regex(/^[A-Z]{2,4}$/),
});
export type CreateStationInput = z.output<typeof createStationInput>;
export const renameStationInput = z.strictObject({ stationId: z.uuid(), stationVersion: z.int(), name, nameEn });
export type RenameStationInput = z.output<typeof renameStationInput>;

/** A county counts no versions: the names the user saw say whether somebody else was quicker. */
export const renameCountyInput = z.strictObject({
  name,
  nameEn: words(80),
  nameSeen: z.string().max(60),
  nameEnSeen: z.string().max(80),
});
export type RenameCountyInput = z.output<typeof renameCountyInput>;

export const createCommitteeInput = z.strictObject({ name, nameEn, dossierWord: filled(8) });
export type CreateCommitteeInput = z.output<typeof createCommitteeInput>;
export const amendCommitteeInput = createCommitteeInput.extend({ committeeId: z.uuid(), committeeVersion: z.int() });
export type AmendCommitteeInput = z.output<typeof amendCommitteeInput>;

const pointWords = {
  kind: z.enum(pointKinds),
  name,
  nameEn,
  address: words(120).default(""),
  phone: phone.default(""),
};
export const createPointInput = z.strictObject({ stationId: z.uuid(), ...pointWords });
export type CreatePointInput = z.output<typeof createPointInput>;
export const amendPointInput = z.strictObject({ pointId: z.uuid(), pointVersion: z.int(), ...pointWords });
export type AmendPointInput = z.output<typeof amendPointInput>;

export const createRoomInput = z.strictObject({ pointId: z.uuid(), name, nameEn, seats, hours: roomHoursInput });
export type CreateRoomInput = z.output<typeof createRoomInput>;
export const amendRoomInput = z.strictObject({
  roomId: z.uuid(),
  roomVersion: z.int(),
  name,
  nameEn,
  seats,
  hours: roomHoursInput,
});
export type AmendRoomInput = z.output<typeof amendRoomInput>;

/** What can be closed and opened again; nothing is ever deleted. */
export const placeKinds = ["station", "committee", "point", "room"] as const;
export type PlaceKind = (typeof placeKinds)[number];
export const disablePlaceInput = z.strictObject({ kind: z.enum(placeKinds), id: z.uuid(), reason: reason(200) });
export type DisablePlaceInput = z.output<typeof disablePlaceInput>;
export const enablePlaceInput = z.strictObject({ kind: z.enum(placeKinds), id: z.uuid() });
export type EnablePlaceInput = z.output<typeof enablePlaceInput>;

/** What can be closed with another of its kind in the same station going on with its work. */
export const succeededKinds = ["point", "room"] as const;
/** A contact point, or one of its rooms alone. */
export const placeWorkInput = z.strictObject({ pointId: z.uuid(), roomId: z.uuid().nullable() });
export type PlaceWorkInput = z.output<typeof placeWorkInput>;
export const mergePlaceInput = z.strictObject({
  kind: z.enum(succeededKinds),
  id: z.uuid(),
  successorId: z.uuid(),
  /** Of a point, where the sessions to come of each booked room go: a room of the station, or null for one like it at the successor. */
  rooms: z
    .array(z.strictObject({ roomId: z.uuid(), toRoomId: z.uuid().nullable() }))
    .max(100)
    .refine((rows) => new Set(rows.map(({ roomId }) => roomId)).size === rows.length),
  reason: reason(200),
});
export type MergePlaceInput = z.output<typeof mergePlaceInput>;

/** Offices that can be closed with another of their kind going on. */
export const officeKinds = ["station", "committee"] as const;
export type OfficeKind = (typeof officeKinds)[number];
export const officeWorkInput = z.strictObject({
  kind: z.enum(officeKinds),
  officeId: z.uuid(),
  /** Who may go on; null while nobody is chosen, which names no clash. */
  successorId: z.uuid().nullable(),
});
export type OfficeWorkInput = z.output<typeof officeWorkInput>;
export const mergeOfficeInput = z.strictObject({
  kind: z.enum(officeKinds),
  id: z.uuid(),
  successorId: z.uuid(),
  reason: reason(200),
});
export type MergeOfficeInput = z.output<typeof mergeOfficeInput>;
