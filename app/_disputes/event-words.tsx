import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Change } from "@/app/_ui/lists/timeline";
import { Facts } from "@/app/_ui/text/facts";
import type { PartyOnPage } from "@/server/disputes/reads/dispute-page";
import type { TimelineEvent } from "@/server/disputes/reads/timeline";
import { usePartyName } from "./parties/party-line";

/** Payload keys whose value is a code, and the vocabulary list it belongs to. */
const codes = {
  track: "tracks",
  outcome: "outcomes",
  result: "sessionResults",
  force: "defaultForceCodes",
  standing: "partyStandings",
  means: "noticeMeans",
  satisfaction: "satisfactions",
  source: "sources",
  kind: "harmKinds",
} as const;
/** Keys whose value is shown unchanged. */
const plain = ["number", "call", "dossierNumber"] as const;

/** Turns an event into words: who, what, and the codes of its payload. Unknown keys are left out. */
export function useEventWords(parties: readonly PartyOnPage[]): (event: TimelineEvent) => ReactNode {
  const t = useTranslations("disputes");
  const vocabulary = useTranslations("vocabulary");
  const isEnglish = useLocale() === "en";
  const comma = isEnglish ? ", " : "、";
  const nameOf = usePartyName();

  /** The word for a code, or nothing when the list does not have it. */
  function word(list: string, code: unknown): string | null {
    const key = `${list}.${String(code)}` as Parameters<typeof vocabulary>[0];
    return typeof code === "string" && vocabulary.has(key) ? vocabulary(key) : null;
  }
  function named(ids: readonly unknown[]): string | null {
    const said = ids.flatMap((id) => parties.filter((party) => party.id === id).map(nameOf));
    return said.length > 0 ? said.join(comma) : null;
  }
  /** A reason is a code where the act offers a list, otherwise free text. */
  function reasonOf({ action, payload: { reason } }: TimelineEvent): string | null {
    if (typeof reason !== "string" || reason === "") return null;
    return (
      word("nonAcceptanceReasons", reason) ??
      word("declineReasons", reason) ??
      (action.startsWith("invitation.") ? null : reason)
    );
  }

  return (event) => {
    const { action, payload, who } = event;
    const key = `event.${action}` as Parameters<typeof t>[0];
    const status = [word("proceedingStatuses", payload.from), word("proceedingStatuses", payload.to)];
    const risk =
      action === "dispute.assessRisk" ? [word("riskLevels", payload.before), word("riskLevels", payload.after)] : [];
    const ids = [payload.party, payload.partyId, ...(Array.isArray(payload.parties) ? payload.parties : [])];
    const kinds = Array.isArray(payload.kinds) ? payload.kinds.map((kind) => word("tieKinds", kind)) : [];
    const details: ReactNode[] = [
      event.person,
      ...kinds,
      named(ids),
      ...Object.entries(codes).map(([name, list]) => word(list, payload[name])),
      typeof payload.ordinal === "number" ? t("timeline.ordinal", { ordinal: payload.ordinal }) : null,
      ...plain.map((name) => payload[name] ?? null),
      reasonOf(event),
      risk[0] && risk[1] ? <Change key="risk" from={risk[0]} to={risk[1]} /> : null,
      status[0] && status[1] ? <Change key="status" from={status[0]} to={status[1]} /> : null,
    ];
    return (
      <>
        <b>{who ?? t("timeline.system")}</b> {t.has(key) ? t(key) : t("event.other")}
        {isEnglish && details.some(Boolean) ? ": " : " "}
        <Facts items={details} />
      </>
    );
  };
}
