/** Statuses that several acts share, so that a new status is added to them on purpose or stays out. */
export const beforeEnd = ["accepted", "convening", "scheduled", "mediating", "agreed", "signing"] as const;
export const gathering = ["accepted", "convening", "scheduled", "mediating"] as const;
/** Nothing is being signed or performed yet: somebody else can begin. */
export const transferable = [...gathering, "agreed"] as const;
