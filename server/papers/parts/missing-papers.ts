import { dayOf } from "../../kernel/shanghai";
import type { MatterFacts } from "../facts/matter";
import type { SessionFacts } from "../facts/session";
import type { VisitFacts } from "../facts/visits";
import { dayInWords } from "../words/days";

interface Held {
  matter: MatterFacts;
  sessions: readonly SessionFacts[];
  visits: readonly VisitFacts[];
}

/** What a paper about the dossier itself has to explain: notices, records and visits that are not there. */
export function missingLines({ matter, sessions, visits }: Held): string[] {
  const untold = matter.parties.filter(
    ({ id, isDeparted }) => !isDeparted && !matter.notices.some(({ partyId }) => partyId === id),
  );
  const unrecorded = sessions.filter(({ record }) => !record);
  const isAgreed = matter.ending?.outcome === "agreedWritten" || matter.ending?.outcome === "agreedOral";
  return [
    ...untold.map(({ name }) => `权利义务告知书回执（${name}）`),
    ...unrecorded.map(({ startsAt }) => `调解记录（${dayInWords(dayOf(new Date(startsAt)))}）`),
    ...(isAgreed && visits.length === 0 ? ["回访记录"] : []),
  ];
}
