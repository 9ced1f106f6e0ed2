"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { LaneBand, LaneIcon } from "@/app/_lanes/lane-chip";
import { laneLook } from "@/app/_lanes/lane-look";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { PillField } from "@/app/_ui/fields/pill-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { type LaneChoice, laneKey, laneOf } from "../_lanes/lane-key";
import styles from "./lanes.module.css";

interface NoteComposerProps {
  disputeId: string;
  choices: readonly LaneChoice[];
  /** The most characters. */
  textMax: number;
}

/**
 * The frame's colour, its band and its words show which lane is written to. Each lane has its own unfinished
 * text, so that switching lanes can never move words of a caucus into the joint record.
 */
export function NoteComposer({ disputeId, choices, textMax }: NoteComposerProps) {
  const t = useTranslations("sessions.notes");
  const f = useFormat();
  const trpc = useTRPC();
  const [key, setKey] = useState("joint");
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({});
  // The lane whose note was to be written down empty.
  const [triedKey, setTriedKey] = useState("");
  const act = useTranslations("ui.act");
  const write = useAct(trpc.notes.write.mutationOptions());
  const choice =
    choices.find((one) => laneKey(one) === key) ?? choices.find((one) => one.lane === "joint") ?? choices[0];
  if (!choice) return null;
  const chosenKey = laneKey(choice);
  const text = drafts[chosenKey] ?? "";
  const of = laneOf(choice);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const isEmpty = text.trim() === "";
    setTriedKey(isEmpty ? chosenKey : "");
    if (isEmpty) event.currentTarget.querySelector("textarea")?.focus();
    if (isEmpty || !choice) return;
    const done = await write.run({ disputeId, lane: choice.lane, side: choice.side, text });
    if (!done) return;
    setDrafts((before) => ({ ...before, [chosenKey]: "" }));
    showToast({ message: choice.lane === "sealed" ? t("savedSealed") : t("saved") });
  }
  return (
    <form
      method="dialog"
      className={`${styles.composer} ${laneLook(of.lane, of.sideIndex)}`}
      data-lane={of.lane}
      aria-label={t("write")}
      onSubmit={(event) => void submit(event)}
    >
      <p className={styles.goes} role="status">
        {of.lane === "open" ? null : <LaneBand {...of} />}
        <LaneIcon lane={of.lane} />
        {t(`goes.${choice.lane}`, { side: f.side(of.sideIndex) })}
      </p>
      <div className={styles.fields}>
        <LanePills choices={choices} value={chosenKey} onChange={setKey} label={t("lane")} />
        <TextArea
          label={t("text")}
          value={text}
          maxLength={textMax}
          error={text.trim() === "" && triedKey === chosenKey ? act("missing", { label: t("text") }) : undefined}
          onChange={(event) => {
            const next = event.currentTarget.value;
            setDrafts((before) => ({ ...before, [chosenKey]: next }));
          }}
        />
        {write.problem ? <ProblemNote problem={write.problem} /> : null}
        <div>
          <Button variant="go" type="submit" busy={write.isBusy}>
            {t("submit")}
          </Button>
        </div>
      </div>
    </form>
  );
}

interface LanePillsProps {
  choices: readonly LaneChoice[];
  value: string;
  onChange: (key: string) => void;
  label: string;
  /** An extra first choice: all lanes. */
  all?: string;
  counts?: Readonly<Record<string, number>>;
}

/** One of the shown lanes, with the number of its notes. */
export function LanePills({ choices, value, onChange, label, all, counts }: LanePillsProps) {
  const words = useAllLaneWords(choices);
  const options = choices.map((choice) => {
    const key = laneKey(choice);
    return { value: key, label: [words[key], counts?.[key]].filter((part) => part !== undefined).join(" ") };
  });
  return (
    <PillField
      label={label}
      options={all ? [{ value: "all", label: all }, ...options] : options}
      value={[value]}
      onChange={([key]) => key && onChange(key)}
    />
  );
}

/** The fixed words of several lanes at once, by key. */
function useAllLaneWords(choices: readonly LaneChoice[]): Readonly<Record<string, string>> {
  const t = useTranslations("ui.lane");
  const f = useFormat();
  return Object.fromEntries(
    choices.map(({ lane, side, sideName }) => {
      const index = (side ?? 1) - 1;
      const word = lane === "side" ? t("side", { side: f.side(index) }) : t(lane);
      return [laneKey({ lane, side }), index > 3 && sideName ? `${word} ${sideName}` : word];
    }),
  );
}
