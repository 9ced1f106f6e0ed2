"use client";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { formatPhone } from "@/app/_ui/format/format-number";
import { MaskedText } from "./masked-text";

interface PartyPhoneProps {
  disputeId: string;
  partyId: string;
  /** A person linked to the party instead of the party. */
  linkId?: string;
  name: string;
  masked: string;
  canReveal: boolean;
}

/** A masked phone; revealing it asks for a reason, is logged, and gives a number that can be called. */
export function PartyPhone({ disputeId, partyId, linkId, name, masked, canReveal }: PartyPhoneProps) {
  const t = useTranslations("disputes.parties");
  const trpc = useTRPC();
  const act = useAct(trpc.disputes.revealContact.mutationOptions(), { refresh: false });

  async function reveal(reason: string): Promise<string> {
    const shown = await act.run({ disputeId, partyId, linkId, reason });
    if (!shown) throw new Error("refused");
    return shown.phone;
  }

  return (
    <MaskedText
      masked={masked}
      what={t("phoneOf", { name })}
      problem={act.problem}
      onReveal={canReveal ? reveal : undefined}
      show={(whole) => <a href={`tel:${whole}`}>{formatPhone(whole)}</a>}
    />
  );
}
