"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import type { ShownProblem } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { Dialog } from "@/app/_ui/dialogs/dialog";
import { useMissing } from "@/app/_ui/dialogs/use-missing";
import { ErrorNote } from "@/app/_ui/feedback/error-note";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { TextArea } from "@/app/_ui/fields/text-field";
import styles from "./masked-text.module.css";

interface MaskedTextProps {
  /** As the server masked it: 138****2719. */
  masked: string;
  /** What would be revealed, for the question: "刘玉芬的电话". */
  what: string;
  /** Fetches the full text; the reason is logged. Rejects when it may not be seen. Leave out where it never may. */
  onReveal?: (reason: string) => Promise<string>;
  /** Why it was refused, where the server says more than that it may not be seen. */
  problem?: ShownProblem | null;
  /** How the full text is shown: a tel: link, grouping. */
  show?: (whole: string) => ReactNode;
}

const hideAfterMs = 30_000;

/** A masked phone or number. Revealing asks for a reason; after 30 s it is masked again and removed from memory. */
export function MaskedText({ masked, what, onReveal, problem = null, show = (whole) => whole }: MaskedTextProps) {
  const t = useTranslations("ui.masked");
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const [state, setState] = useState<"idle" | "busy" | "refused">("idle");
  const { said, press } = useMissing([[t("reason"), reason.trim() !== ""]]);
  const [whole, setWhole] = useState<string | null>(null);

  useEffect(() => {
    if (whole === null) return;
    const timer = setTimeout(() => setWhole(null), hideAfterMs);
    return () => clearTimeout(timer);
  }, [whole]);

  async function reveal() {
    setState("busy");
    try {
      setWhole((await onReveal?.(reason)) ?? null);
      setState("idle");
      setAsking(false);
      setReason("");
    } catch {
      setState("refused");
    }
  }

  if (whole !== null) return <span>{show(whole)}</span>;
  return (
    <>
      <span>{masked}</span>
      {onReveal ? (
        <button type="button" className={styles.open} onClick={() => setAsking(true)}>
          {t("open")}
          <span className="sr-only">{t("openWhat", { what })}</span>
        </button>
      ) : null}
      <Dialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t("question", { what })}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t("cancel")}</Button>
            <Button
              variant="go"
              busy={state === "busy"}
              onClick={({ currentTarget }) =>
                press(currentTarget.closest("[role='dialog'], dialog"), () => void reveal())
              }
            >
              {t("confirm")}
            </Button>
          </>
        }
      >
        {said ? <ErrorNote>{said}</ErrorNote> : null}
        {state === "refused" ? <Refusal problem={problem} /> : null}
        <TextArea
          label={t("reason")}
          hint={t("logged")}
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Dialog>
    </>
  );
}

/** That it may not be seen, or what else stands against it: a limit, a reason that says nothing. */
function Refusal({ problem }: { problem: ShownProblem | null }) {
  const t = useTranslations("ui.masked");
  const isHidden = !problem || problem.code === "forbidden" || problem.code === "notFound";
  return isHidden ? <ErrorNote>{t("refused")}</ErrorNote> : <ProblemNote problem={problem} code={problem.reference} />;
}
