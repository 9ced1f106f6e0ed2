"use client";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { formatPhone } from "@/app/_ui/format/format-number";
import { phoneHref } from "@/app/_ui/format/phone-href";
import { MaskedText } from "./masked-text";

interface PartyNumberProps {
  disputeId: string;
  partyId: string;
  /** A person linked to the party instead of the party. */
  linkId?: string;
  what?: "phone" | "idNumber";
  /** The paper whose ID number it is: as it was when that was sent to be signed. */
  agreementId?: string;
  name: string;
  masked: string;
  canReveal: boolean;
}

/** A masked phone or ID number; revealing it asks for a reason and is logged. A phone can be called then. */
export function PartyNumber({
  disputeId,
  partyId,
  linkId,
  what,
  agreementId,
  name,
  masked,
  canReveal,
}: PartyNumberProps) {
  const t = useTranslations("disputes.parties");
  const trpc = useTRPC();
  const act = useAct(trpc.disputes.revealContact.mutationOptions(), { refresh: false });

  async function reveal(reason: string): Promise<string> {
    const shown = await act.run({ disputeId, partyId, linkId, what, agreementId, reason });
    if (!shown) throw new Error("refused");
    return shown.number;
  }

  return (
    <MaskedText
      masked={masked}
      what={t(what === "idNumber" ? "idNumberOf" : "phoneOf", { name })}
      problem={act.problem}
      onReveal={canReveal ? reveal : undefined}
      show={(whole) => (what === "idNumber" ? whole : <a href={phoneHref(whole)}>{formatPhone(whole)}</a>)}
    />
  );
}
