"use client";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import type { AgreementPage } from "@/server/agreements/reads/agreement";
import { signatureFault } from "@/server/strokes/choices";
import type { Strokes } from "@/server/strokes/inputs";
import type { Writer } from "./hand-over";
import { type Asked, signerInput } from "./signing";

/** What a signer says before they write: both sentences have to be ticked by themselves. */
export const saidBeforeSigning = ["voluntary", "understood"] as const;
export type SaidBeforeSigning = (typeof saidBeforeSigning)[number];

/** One signature while it is made: what is ticked and drawn, why it is none yet, and the act. `round` counts how often the field was cleared. */
export function useOwnSignature(
  { disputeId, proceeding }: AgreementPage,
  signer: Asked,
  writer: Writer,
  onDone: () => void,
) {
  const trpc = useTRPC();
  const signs = useAct(trpc.agreements.sign.mutationOptions(), { onDone });
  const interprets = useAct(trpc.interpreters.sign.mutationOptions(), { onDone });
  const act = signer.kind === "interpreter" ? interprets : signs;
  const [ticked, setTicked] = useState<ReadonlySet<SaidBeforeSigning>>(new Set());
  const [strokes, setStrokes] = useState<Strokes>([]);
  const [round, setRound] = useState(0);
  const [fault, setFault] = useState<string | null>(null);
  const forget = () => setFault(null);
  return {
    act,
    ticked,
    round,
    fault,
    tick(one: SaidBeforeSigning, isTicked: boolean) {
      setTicked((all) => new Set([...all].filter((other) => other !== one).concat(isTicked ? [one] : [])));
      forget();
    },
    draw(drawn: Strokes) {
      setStrokes(drawn);
      forget();
    },
    clear() {
      setStrokes([]);
      setRound((n) => n + 1);
      forget();
      act.reset();
    },
    confirm() {
      const wrong = ticked.size < saidBeforeSigning.length ? "ticks" : signatureFault(strokes, writer.name);
      setFault(wrong);
      if (wrong) return;
      const target = { disputeId, proceedingId: proceeding?.id };
      const drawn = { strokes, isVoluntary: true, isUnderstood: true } as const;
      if (signer.kind === "interpreter")
        void interprets.run({ ...target, interpreterId: signer.interpreterId, means: "sign", drawn });
      else void signs.run({ ...target, signer: signerInput(signer, writer.linkId), means: "sign", drawn });
    },
  };
}
