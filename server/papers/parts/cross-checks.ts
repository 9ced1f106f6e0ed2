import { dayOf } from "../../kernel/shanghai";
import type { AgreementFacts } from "../facts/agreement";
import type { MatterFacts } from "../facts/matter";
import type { PaymentFacts } from "../facts/payments";
import type { SessionFacts } from "../facts/session";
import type { VisitFacts } from "../facts/visits";
import type { Lack } from "../model";

interface Filed {
  matter: MatterFacts;
  agreement: AgreementFacts | null;
  sessions: readonly SessionFacts[];
  payments: readonly PaymentFacts[];
  visits: readonly VisitFacts[];
}

/**
 * What inspectors mark across the papers of one dossier: days out of their order, and a mediator on the cover who did not
 * sign. Each fault names the two papers. What was never made is not here; the checklist says that.
 */
export function crossFaults({ matter, agreement, sessions, payments, visits }: Filed): Lack[] {
  const { proceeding, ending } = matter;
  const told = matter.notices.map(({ on }) => on).sort();
  const held = sessions.map(({ startsAt }) => dayOf(new Date(startsAt))).sort();
  const agreedAt = agreement?.agreement.effectiveAt;
  const agreed = agreedAt ? dayOf(new Date(agreedAt)) : undefined;
  const paid = payments.map(({ on }) => on).sort();
  const visited = visits.map(({ on }) => on).sort();
  const closed = [ending?.on ?? "", ...paid].sort().at(-1) || undefined;
  const notAfter = (earlier: string | undefined, later: string | undefined, of: string): Lack[] =>
    earlier && later && earlier > later ? [{ code: "order", of }] : [];
  return [
    ...notAfter(told[0], held[0], "权利义务告知晚于首次调解"),
    ...notAfter(held[0], agreed, "首次调解晚于调解协议"),
    ...notAfter(agreed, paid[0], "履行早于调解协议生效"),
    ...notAfter(agreed, visited[0], "回访早于调解协议生效"),
    ...notAfter(closed, proceeding?.archivedOn ?? undefined, "结案晚于立卷"),
    ...(agreed !== undefined && visited.includes(agreed) ? [{ code: "order", of: "签订协议当日即回访" }] : []),
    ...(agreement && proceeding && agreed !== undefined && agreement.mediator !== proceeding.lead
      ? [{ code: "mediator", of: `${agreement.mediator}、${proceeding.lead}` }]
      : []),
  ];
}
