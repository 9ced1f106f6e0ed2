import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/api/root";

export type PlaceTree = inferRouterOutputs<AppRouter>["places"]["tree"];
type Station = PlaceTree["stations"][number];
type Point = Station["points"][number];

/** What the panel shows: a place to change, or one to add under its parent. */
export type PlaceChoice =
  | { kind: "county"; place: PlaceTree["county"] & { id: string } }
  | { kind: "station"; place: Station | null; successor: string | null }
  | { kind: "committee"; place: PlaceTree["committees"][number] | null; successor: string | null }
  | { kind: "point"; place: Point | null; parent: Station; successor: string | null }
  | { kind: "room"; place: Point["rooms"][number] | null; parent: Point; successor: string | null };

/** The county stands at the root of its tree and needs no id of its own in the address. */
export const countyKey = "county";

/** Reads `?at=<id>` (change) or `?add=<kind>&under=<id>` (add). Null when they name no place of the tree. */
export function choiceOf(
  tree: PlaceTree,
  { at, add, under }: { at?: string; add?: string; under?: string },
): PlaceChoice | null {
  if (add === "station" || add === "committee") return { kind: add, place: null, successor: null };
  if (at === countyKey) return { kind: "county", place: { ...tree.county, id: countyKey } };
  const committee = tree.committees.find((one) => one.id === at);
  if (committee)
    return { kind: "committee", place: committee, successor: nameIn(tree.committees, committee.successorId) };
  for (const station of tree.stations) {
    if (station.id === at)
      return { kind: "station", place: station, successor: nameIn(tree.stations, station.successorId) };
    if (add === "point" && station.id === under)
      return { kind: "point", place: null, parent: station, successor: null };
    for (const point of station.points) {
      if (point.id === at)
        return { kind: "point", place: point, parent: station, successor: nameIn(station.points, point.successorId) };
      if (add === "room" && point.id === under) return { kind: "room", place: null, parent: point, successor: null };
      const room = point.rooms.find((one) => one.id === at);
      if (room) {
        const all = station.points.flatMap((one) =>
          one.rooms.map(({ id, name }) => ({ id, name: `${one.name} ${name}` })),
        );
        return { kind: "room", place: room, parent: point, successor: nameIn(all, room.successorId) };
      }
    }
  }
  return null;
}

const nameIn = (places: readonly { id: string; name: string }[], id: string | null): string | null =>
  places.find((one) => one.id === id)?.name ?? null;
