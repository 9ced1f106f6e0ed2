"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { recordableTies } from "@/server/panel/choices";
import styles from "./seat-panel.module.css";
import { noTie, TieFields } from "./tie-fields";

interface OwnTieFormProps {
  disputeId: string;
  parties: readonly { id: string; name: string }[];
  onDone: () => void;
}

/** A tie of one's own, found out while taking part: what it means is said before the button. */
export function OwnTieForm({ disputeId, parties, onDone }: OwnTieFormProps) {
  const late = useTranslations("panel.late");
  const trpc = useTRPC();
  const [tie, setTie] = useState(noTie);
  const [isTried, setTried] = useState(false);
  const act = useAct(trpc.panel.discloseOwnTie.mutationOptions(), {
    onDone: () => {
      showToast({ message: late("ownDone") });
      onDone();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    const said = recordableTies.find((one) => one === tie.kind);
    if (tie.partyId && said) void act.run({ disputeId, ...tie, kind: said });
  }

  return (
    <form method="dialog" className={styles.gap} onSubmit={submit} noValidate aria-label={late("ownTitle")}>
      <p>{late("ownText")}</p>
      <TieFields parties={parties} tie={tie} isTried={isTried} onChange={setTie} />
      {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
      <div>
        <Button small type="submit" busy={act.isBusy}>
          {late("ownVerb")}
        </Button>
      </div>
    </form>
  );
}
