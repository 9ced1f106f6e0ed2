import { skipToken, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { isAnswered, type Said } from "@/app/_disputes/triage/triage-questions";
import { changed, emptyDraft } from "@/app/_register/draft";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { useGoTo } from "@/app/_ui/actions/use-go-to";
import type { RiskLevel, Track } from "@/db/vocabulary";
import type { ActivationForm } from "@/server/calls/queries";
import { type Activation, activationOf, missingFor } from "./activation";

const emptyFields: Activation["more"] = {
  reason: "",
  title: "",
  riskReason: "",
  neutralSummary: "",
  overrideReason: "",
  leadPersonId: "",
  leadUnit: "",
};

/** Value and change handler of one of the plain fields. */
export type FieldOf = (name: keyof Activation["more"]) => {
  value: string;
  onChange: (event: { currentTarget: { value: string } }) => void;
};

/** The state of the activation form: what was filled in, what is missing, which tracks are offered, and the act. */
export function useActivation({ group, calls, leads }: ActivationForm) {
  const { isGoing, goTo } = useGoTo();
  const trpc = useTRPC();
  const [draft, setDraft] = useState(() => emptyDraft({ calls, place: group.place }));
  const [said, setSaid] = useState<Said>({});
  const [more, setMore] = useState(emptyFields);
  const [risk, setRisk] = useState<RiskLevel | null>(null);
  const [track, setTrack] = useState<Track | null>(null);
  const [hasTried, setTried] = useState(false);
  const offers = useQuery(trpc.disputes.tracks.queryOptions(isAnswered(said) ? { answers: said } : skipToken));
  const act = useAct(trpc.calls.activate.mutationOptions(), {
    refresh: false,
    onDone: ({ disputeId }) => goTo(`/disputes/${disputeId}`),
  });

  const chosen = { draft, said, more, risk, track };
  const missing = missingFor(chosen);
  const field: FieldOf = (name) => ({
    value: more[name],
    onChange: (event) => setMore({ ...more, [name]: event.currentTarget.value }),
  });
  /** Another answer may bar the chosen track, so the track has to be chosen again. */
  function answer(next: Said) {
    setSaid(next);
    setTrack(null);
  }
  function choose(next: Track | "none") {
    if (next === "none") return;
    setTrack(next);
    setMore({ ...more, leadPersonId: "" });
  }
  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    const input = activationOf(group.id, chosen);
    if (input) await act.run(input);
  }
  return {
    ...chosen,
    setDraft: (next: Activation["draft"]) => setDraft(changed(draft, next)),
    answer,
    setMore,
    setRisk,
    choose,
    field,
    offers,
    missing,
    gaps: hasTried ? missing.fields : [],
    lead: leads.find((person) => person.id === more.leadPersonId),
    submit,
    act: { isBusy: act.isBusy || isGoing, problem: act.problem },
  };
}
