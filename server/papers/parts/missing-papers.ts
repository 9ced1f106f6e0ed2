import type { PaperKind } from "@/db/vocabulary";
import { dayOf } from "../../kernel/shanghai";
import type { MatterFacts } from "../facts/matter";
import type { SessionFacts } from "../facts/session";
import { dayInWords } from "../words/days";

interface Held {
  matter: MatterFacts;
  sessions: readonly SessionFacts[];
  /** What the dossier's list says belongs there and is missing: neither recorded nor filed on paper. */
  lacks: ReadonlySet<PaperKind>;
}

/** What a paper about the dossier itself has to explain: notices, records, identity papers and visits that are not there. */
export function missingLines({ matter, sessions, lacks }: Held): string[] {
  const untold = matter.parties.filter(
    ({ id, isDeparted }) => !isDeparted && !matter.notices.some(({ partyId }) => partyId === id),
  );
  const unrecorded = sessions.filter(({ record }) => !record);
  return [
    ...(lacks.has("notice") ? untold.map(({ name }) => `权利义务告知书回执（${name}）`) : []),
    ...(lacks.has("record")
      ? unrecorded.map(({ startsAt }) => `调解记录（${dayInWords(dayOf(new Date(startsAt)))}）`)
      : []),
    ...(lacks.has("identity") ? ["身份证明材料"] : []),
    ...(lacks.has("revisit") ? ["回访记录"] : []),
  ];
}
