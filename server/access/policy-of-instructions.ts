import { any, head, invited, lead, leadRecord, office, policeRecord, type Row, staff, staffRecord } from "./scopes";

/** What heads ask of whoever leads, and the tasks of a coordination. */
export const policyOfInstructions = {
  /** With the instant of the answer; the lead of then answers. */
  "instruction.give": { committeeHead: ["committee"], stationHead: head },
  "instruction.withdraw": { committeeHead: ["committee"], stationHead: head },
  "instruction.answer": { mediator: lead, officer: lead, committeeHead: lead },
  "instruction.read": { mediator: staffRecord, officer: leadRecord, committeeHead: ["committee"], stationHead: head },
  /** Those asked of them as the lead, and those they asked. */
  "instruction.list": office,
  "assignment.give": { mediator: staff, officer: lead },
  /** Whoever was asked answers their own; the lead enters what was heard. */
  "assignment.answer": { mediator: staff, officer: lead, expert: invited },
  "assignment.settle": { mediator: staff, officer: lead },
  "assignment.read": { mediator: staffRecord, committeeHead: ["committee"], officer: policeRecord, stationHead: head },
  "assignment.listOwn": { expert: any },
} as const satisfies Record<string, Row>;
