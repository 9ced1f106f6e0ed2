import type { DisputeType } from "@/db/vocabulary";

/** The address of a force's panel. */
export const rulePath = (type: DisputeType, forceCode?: string, area?: string): string => {
  const search = new URLSearchParams({ type });
  if (forceCode) search.set("force", forceCode);
  if (area) search.set("area", area);
  return `/committee/panel-rules?${search}`;
};
