"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, Fragment, useState } from "react";
import { SpeakerField } from "@/app/_binding/speaker-field";
import { speakersOf, useSpeakers } from "@/app/_binding/use-speakers";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ErrorNote } from "@/app/_ui/feedback/error-note";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { CheckField } from "@/app/_ui/fields/check-field";
import { HappenedDay } from "@/app/_ui/fields/happened-day";
import { TextField } from "@/app/_ui/fields/text-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { waiveTieLimits } from "@/app/_ui/limits/panel";
import type { Track } from "@/db/vocabulary";
import type { Speakable } from "@/server/binding/choices";
import type { Candidate } from "@/server/panel/reads/candidates";
import styles from "./seat-panel.module.css";
import { distinctTies, useTieWords } from "./use-tie-words";

interface TieWaiverProps {
  disputeId: string;
  person: Pick<Candidate, "personId" | "name" | "ties">;
  parties: readonly (Speakable & { side: number })[];
  track: Track;
}

/** Records each party's consent that a tied helper may still take part. Nothing is ticked before a party has said it. */
export function TieWaiver({ disputeId, person, parties: all, track }: TieWaiverProps) {
  const parties = all.filter((party) => !party.isDeparted);
  const t = useTranslations("panel.ties");
  const comma = useTranslations("board")("listComma");
  const tieWords = useTieWords();
  const trpc = useTRPC();
  const [ticked, setTicked] = useState<string[]>([]);
  const [reason, setReason] = useState("");
  const [happenedOn, setHappenedOn] = useState<string | null>(null);
  const f = useFormat();
  const [isTried, setTried] = useState(false);
  const { personId, name, ties } = person;
  const act = useAct(trpc.panel.waiveTie.mutationOptions(), {
    onDone: () => {
      showToast({ message: t("waivedNow", { name }) });
    },
  });
  const speakers = useSpeakers({ purpose: "bind", track }, { isTried });
  const said = speakersOf(speakers, parties);
  const missing = parties.filter((party) => !ticked.includes(party.id)).map((party) => party.name);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (missing.length > 0 || !reason.trim() || !said) return;
    const kinds = [...new Set(ties.map((tie) => tie.kind))];
    void act.run({ disputeId, personId, kinds, partyIds: ticked, speakers: said, reason, happenedOn });
  }

  return (
    <form method="dialog" className={styles.gap} onSubmit={submit} noValidate aria-label={t("waiverOf", { name })}>
      <p>{t("waiverText", { name, ties: distinctTies(ties).map(tieWords).join(comma) })}</p>
      {parties.map((party) => (
        <Fragment key={party.id}>
          <CheckField
            label={
              <span className={styles.says}>
                <SideStamp index={party.side - 1} small />
                {t("partySays", { party: party.name })}
              </span>
            }
            checked={ticked.includes(party.id)}
            onChange={(event) => {
              const { checked } = event.currentTarget;
              setTicked((before) => (checked ? [...before, party.id] : before.filter((id) => id !== party.id)));
            }}
          />
          {ticked.includes(party.id) ? <SpeakerField party={party} speakers={speakers} /> : null}
        </Fragment>
      ))}
      <TextField
        label={t("reason")}
        hint={t("reasonHint")}
        maxLength={waiveTieLimits.reason}
        value={reason}
        error={isTried && !reason.trim() ? t("reasonNeeded") : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <HappenedDay label={t("on")} today={f.date(new Date())} value={happenedOn} onChange={setHappenedOn} />
      {isTried && missing.length > 0 ? (
        <ErrorNote isFault>{t("stillMissing", { names: missing.join(comma) })}</ErrorNote>
      ) : null}
      {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
      <div>
        <Button small type="submit" busy={act.isBusy}>
          {t("waive", { count: parties.length })}
        </Button>
      </div>
    </form>
  );
}
