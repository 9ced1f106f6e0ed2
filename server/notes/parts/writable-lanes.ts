import type { Lane, Relation, Role } from "@/db/vocabulary";

/**
 * Lanes a person may write into: the lead all of them, every other participant the open and the joint one.
 * What is said in a caucus stays with the lead.
 */
export function writableLanes(role: Role, relations: readonly Relation[]): readonly Lane[] {
  if (role !== "expert" && relations.includes("lead")) return ["open", "joint", "side", "mediator", "sealed"];
  return ["open", "joint"];
}

/** Lanes whose text is fetched only when opened; each opening is logged. */
export const privateLanes: readonly Lane[] = ["side", "mediator", "sealed"];
