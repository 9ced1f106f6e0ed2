import {
  head,
  joined,
  lead,
  leadAfter,
  leadRecord,
  policeAfter,
  policeRecord,
  type Row,
  staffAfter,
  staffRecord,
} from "./scopes";

/** Rows of server/access/policy.ts about the session desk, and the papers, files and opinions of the table. */
export const policyOfTable = {
  "desk.read": { mediator: lead, officer: lead },
  "desk.write": { mediator: lead, officer: lead },
  "poll.open": { mediator: lead, officer: lead },
  "poll.answer": { mediator: lead, officer: lead },
  "poll.cancel": { mediator: lead, officer: lead },
  "fact.state": { mediator: lead, officer: lead },
  "fact.sign": { mediator: lead, officer: lead },
  "fact.read": { mediator: staffRecord, officer: leadRecord, committeeHead: ["committee"], expert: joined },
  "file.add": { mediator: lead, officer: lead, expert: joined },
  "file.describe": { mediator: lead, officer: lead },
  "file.read": {
    mediator: staffRecord,
    committeeHead: ["committee"],
    officer: policeRecord,
    stationHead: head,
    expert: joined,
  },
  /** Official papers of the proceeding: names, addresses and what was said at the table, for whoever works on it. */
  "paper.ask": { mediator: staffAfter, committeeHead: ["committee"], officer: leadAfter },
  "paper.read": { mediator: staffAfter, committeeHead: ["committee"], officer: leadAfter },
  "opinion.sign": { expert: joined },
  "opinion.read": { mediator: staffRecord, officer: leadRecord, committeeHead: ["committee"], expert: joined },
  "harm.report": { mediator: lead, officer: lead },
  /** The reported words, without the card, lane or speaker they came from (docs/adr/0017-what-danger-tells.md). */
  "harm.read": { mediator: leadAfter, officer: policeAfter, stationHead: head },
} as const satisfies Record<string, Row>;
