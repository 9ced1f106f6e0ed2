"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { recordTieLimits } from "@/app/_ui/fields/text-limits";
import { recordableTies } from "@/server/panel/choices";
import styles from "./seat-panel.module.css";

interface OwnTieFormProps {
  disputeId: string;
  parties: readonly { id: string; name: string }[];
  onDone: () => void;
}

/** A tie of one's own, found out while taking part: what it means is said before the button. */
export function OwnTieForm({ disputeId, parties, onDone }: OwnTieFormProps) {
  const t = useTranslations("panel.ties");
  const late = useTranslations("panel.late");
  const kinds = useTranslations("vocabulary.tieKinds");
  const trpc = useTRPC();
  const [partyId, setParty] = useState("");
  const [kind, setKind] = useState("");
  const [note, setNote] = useState("");
  const [isTried, setTried] = useState(false);
  const act = useAct(trpc.panel.discloseOwnTie.mutationOptions(), {
    onDone: () => {
      showToast({ message: late("ownDone") });
      onDone();
    },
  });
  const needed = (value: string) => (isTried && !value ? t("choose") : undefined);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    const said = recordableTies.find((one) => one === kind);
    if (partyId && said) void act.run({ disputeId, partyId, kind: said, note });
  }

  return (
    <form className={styles.gap} onSubmit={submit} noValidate aria-label={late("ownTitle")}>
      <p>{late("ownText")}</p>
      <SelectField
        label={t("withWhom")}
        placeholder={t("choose")}
        options={parties.map((party) => ({ value: party.id, label: party.name }))}
        value={partyId}
        error={needed(partyId)}
        onChange={(event) => setParty(event.currentTarget.value)}
      />
      <SelectField
        label={t("what")}
        placeholder={t("choose")}
        options={recordableTies.map((one) => ({ value: one, label: kinds(one) }))}
        value={kind}
        error={needed(kind)}
        onChange={(event) => setKind(event.currentTarget.value)}
      />
      <TextField
        label={t("note")}
        maxLength={recordTieLimits.note}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
      <div>
        <Button small type="submit" busy={act.isBusy}>
          {late("ownVerb")}
        </Button>
      </div>
    </form>
  );
}
