import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import type { ClueStep } from "@/server/calls/parts/clue-steps";
import styles from "./points.module.css";

/** What a contact point did about a clue, in order: for its keeper and for the station. */
export function ClueSteps({ steps, now }: { steps: readonly ClueStep[]; now: string }) {
  const words = useTranslations("vocabulary.clueStepKinds");
  const f = useFormat(new Date(now));
  if (steps.length === 0) return null;
  return (
    <ol className={styles.steps}>
      {steps.map(({ kind, note, by, at }, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps are only added, and two of one kind may be of one day
        <li key={nth}>
          <b>{words(kind)}</b> {f.happened(at)} {by}
          {note ? <p>{note}</p> : null}
        </li>
      ))}
    </ol>
  );
}
