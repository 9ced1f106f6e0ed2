import {
  any,
  head,
  invited,
  lead,
  leadAfter,
  leadRecord,
  office,
  policeRecord,
  type Row,
  staff,
  staffAfter,
  staffRecord,
} from "./scopes";

/** Who leads and assists, what heads ask of whoever leads, and the tasks that they give. */
export const policyOfLeading = {
  "lead.set": { committeeHead: ["committee"], stationHead: head },
  /** Who assists the lead and keeps the record, named by the lead. */
  "assistant.set": { mediator: lead, officer: lead },
  /** A party asks for another mediator or officer; the database says which head decides (app.decides_lead_request). */
  "leadRequest.record": { mediator: staff, officer: lead, committeeHead: ["committee"], stationHead: head },
  "leadRequest.decide": { committeeHead: ["committee"], stationHead: head },
  "leadRequest.tell": { mediator: staffAfter, officer: leadAfter, committeeHead: ["committee"], stationHead: head },
  "leadRequest.read": { mediator: staffRecord, officer: leadRecord, committeeHead: ["committee"], stationHead: head },
  /** With the instant of the answer; the lead of then answers. */
  "instruction.give": { committeeHead: ["committee"], stationHead: head },
  /** Done by the worker alone. */
  "instruction.pass": {},
  "instruction.withdraw": { committeeHead: ["committee"], stationHead: head },
  "instruction.answer": { mediator: lead, officer: lead, committeeHead: lead },
  "instruction.read": { mediator: staffRecord, officer: leadRecord, committeeHead: ["committee"], stationHead: head },
  /** Those asked of them as the lead, and those they asked. */
  "instruction.list": office,
  "assignment.give": { mediator: staff, officer: lead },
  /** Whoever was asked answers their own; the lead enters what was heard. */
  "assignment.answer": { mediator: staff, officer: lead, expert: invited },
  /** A photo or paper by which it is seen that a task is done. */
  "assignment.prove": { mediator: staff, officer: lead, expert: invited },
  "assignment.settle": { mediator: staff, officer: lead },
  "assignment.read": { mediator: staffRecord, committeeHead: ["committee"], officer: policeRecord, stationHead: head },
  "assignment.listOwn": { expert: any },
} as const satisfies Record<string, Row>;
