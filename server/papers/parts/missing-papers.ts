import { dayOf } from "../../kernel/shanghai";
import type { MatterFacts } from "../facts/matter";
import type { SessionFacts } from "../facts/session";
import { dayInWords } from "../words/days";

interface Held {
  matter: MatterFacts;
  sessions: readonly SessionFacts[];
  /** The dossier's list says that a revisit belongs there and is missing. */
  lacksVisit: boolean;
}

/** What a paper about the dossier itself has to explain: notices, records and visits that are not there. */
export function missingLines({ matter, sessions, lacksVisit }: Held): string[] {
  const untold = matter.parties.filter(
    ({ id, isDeparted }) => !isDeparted && !matter.notices.some(({ partyId }) => partyId === id),
  );
  const unrecorded = sessions.filter(({ record }) => !record);
  return [
    ...untold.map(({ name }) => `权利义务告知书回执（${name}）`),
    ...unrecorded.map(({ startsAt }) => `调解记录（${dayInWords(dayOf(new Date(startsAt)))}）`),
    ...(lacksVisit ? ["回访记录"] : []),
  ];
}
