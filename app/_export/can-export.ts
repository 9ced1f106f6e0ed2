import type { Role } from "@/db/vocabulary";

/** Who is offered the list of disputes as a sheet; the policy decides. */
export const canExportDisputes = (role: Role): boolean => role === "stationHead" || role === "committeeHead";
