import { head, joined, lead, leadRecord, type Row, staff, staffRecord, takers } from "./scopes";

/** Rows of server/access/policy.ts about the parties of a dispute, whom a numerous side elects, asking somebody to sign, and the receipt of a registration. */
export const policyOfParties = {
  "party.add": { mediator: staff, officer: lead },
  "party.amend": { mediator: staff, officer: lead },
  "party.addLink": { mediator: staff, officer: lead },
  "party.endLink": { mediator: staff, officer: lead },
  "party.recordExit": { mediator: staff, officer: lead },
  "party.withdrawExit": { mediator: staff, officer: lead },
  "party.addHeir": { mediator: staff, officer: lead },
  "party.answerHeir": { mediator: staff, officer: lead },
  "party.split": { mediator: staff, officer: lead },
  /** A numerous side: its list of members at once, and whom it elects. */
  "party.import": { mediator: staff, officer: lead },
  "election.read": {
    mediator: staffRecord,
    committeeHead: ["committee"],
    officer: leadRecord,
    stationHead: head,
    expert: joined,
  },
  "election.record": { mediator: staff, officer: lead },
  "election.end": { mediator: staff, officer: lead },
  "party.reveal": { mediator: staff, officer: lead },
  /** A link with which a signer signs on a phone of their own. */
  "agreement.askToSign": { mediator: staff, officer: lead },
  "agreement.stopAsking": { mediator: staff, officer: lead },
  /** Done by whoever was asked, through their link alone. */
  "agreement.refuse": {},

  /** The receipt for whoever came, with a code that shows the stage alone; made anew or revoked by whoever works on the matter or took it in. */
  "slip.read": takers,
  "slip.make": takers,
  "slip.revoke": takers,
} as const satisfies Record<string, Row>;
