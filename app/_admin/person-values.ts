import { workplaces } from "@/server/people/choices";
import type { CreatePersonInput } from "@/server/people/inputs";
import type { Person } from "./person";

/** Initial values for a new person; most new people are experts. */
export const blank: CreatePersonInput = {
  name: "",
  role: "expert",
  phone: "",
  post: "",
  postEn: "",
  employer: "",
  area: "",
  stationId: null,
  committeeId: null,
  pointId: null,
  deputyId: null,
  forceCodes: [],
};
export type Fault = "nameNeeded" | "stationNeeded" | "committeeNeeded" | "forceNeeded";

/** What the database would refuse, shown beside the field. */
export function faultsOf(values: CreatePersonInput): Partial<Record<Fault, true>> {
  const has = workplaces[values.role];
  return {
    ...(values.name.trim() ? {} : { nameNeeded: true }),
    ...(has.station === "must" && !values.stationId ? { stationNeeded: true } : {}),
    ...(has.committee === "must" && !values.committeeId ? { committeeNeeded: true } : {}),
    ...(values.role === "expert" && values.forceCodes.length === 0 ? { forceNeeded: true } : {}),
  };
}

/** What the form may change of a person. */
export function valuesOf({
  name,
  role,
  phone,
  post,
  postEn,
  employer,
  area,
  stationId,
  committeeId,
  pointId,
  deputyId,
  forceCodes,
}: Person): CreatePersonInput {
  return { name, role, phone, post, postEn, employer, area, stationId, committeeId, pointId, deputyId, forceCodes };
}
