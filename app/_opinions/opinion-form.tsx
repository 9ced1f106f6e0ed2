"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useLaneWords } from "@/app/_lanes/lane-chip";
import { useDraft } from "@/app/_sessions/use-draft";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { Stack } from "@/app/_ui/layout/columns";
import { FootBar } from "@/app/_ui/layout/foot-bar";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { OpinionOverview } from "@/server/opinions/queries";

interface OpinionFormProps {
  disputeId: string;
  lead: string;
  sessions: OpinionOverview["sessions"];
  /** The running session, else the last held one, else the next. */
  likely: string;
  /** The most characters; named by the page, so that phones do not fetch the limits of all forms. */
  textMax: number;
  /** Shown between the form and its foot. */
  children: ReactNode;
}

/** The opinion and who may read it; the signer chooses the readers, nothing is pre-chosen. */
export function OpinionForm({ disputeId, lead, sessions, likely, textMax, children }: OpinionFormProps) {
  const t = useTranslations("opinions");
  const trpc = useTRPC();
  const f = useFormat();
  const lanes = { joint: useLaneWords({ lane: "joint" }), mediator: useLaneWords({ lane: "mediator" }) };
  const [sessionId, setSession] = useState(likely);
  const { text, write, drop } = useDraft(`opinion:${disputeId}`);
  const [lane, setLane] = useState<"joint" | "mediator" | null>(null);
  const [hasTried, setTried] = useState(false);
  const act = useAct(trpc.opinions.sign.mutationOptions(), {
    onDone: () => {
      write("");
      drop();
      setLane(null);
      setTried(false);
      showToast({ message: t("done") });
    },
  });
  function sign() {
    setTried(true);
    if (text.trim() && lane) void act.run({ disputeId, sessionId, lane, text });
  }
  return (
    <>
      <Sheet>
        <Stack>
          {sessions.length > 1 ? (
            <SelectField
              label={t("which")}
              options={sessions.map((one) => ({
                value: one.id,
                label: t("about", { n: one.ordinal, span: f.span(one.startsAt, one.endsAt) }),
              }))}
              value={sessionId}
              onChange={(event) => setSession(event.currentTarget.value)}
            />
          ) : null}
          <TextArea
            label={t("text")}
            hint={t("hint")}
            minRows={6}
            maxLength={textMax}
            value={text}
            error={hasTried && !text.trim() ? t("textMissing") : undefined}
            onChange={(event) => write(event.currentTarget.value)}
          />
          <SegmentField
            label={t("lane")}
            segments={[
              { value: "joint", label: lanes.joint },
              { value: "mediator", label: lanes.mediator },
            ]}
            value={lane}
            onChange={setLane}
            hint={lane ? t(`laneHint.${lane}`, { name: lead }) : undefined}
            error={hasTried && !lane ? t("laneMissing") : undefined}
          />
        </Stack>
      </Sheet>
      {children}
      <FootBar
        note={lane ? t(`laneHint.${lane}`, { name: lead }) : t("laneMissing")}
        problem={act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
      >
        <Button variant="go" busy={act.isBusy} onClick={sign}>
          {t("sign")}
        </Button>
      </FootBar>
    </>
  );
}
