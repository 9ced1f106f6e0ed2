"use client";
import { IconCheck } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { type ShownProblem, useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { useLater } from "@/app/_ui/actions/use-later";
import { Banner } from "@/app/_ui/feedback/banner";
import { LaterFailed } from "@/app/_ui/feedback/later-failed";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { useFormat } from "@/app/_ui/format/use-format";
import { FootBar } from "@/app/_ui/layout/foot-bar";
import type { OwnInvitation } from "@/server/invitations/reads/own";
import { useAnswer } from "./answer-access";
import { OfferList } from "./offer-list";
import { TieSheet } from "./tie-sheet";
import { WhenSheet } from "./when-sheet";

interface InvitationAnswerProps {
  invitation: OwnInvitation;
  /** ISO; when the page was rendered. */
  now: string;
  /** The seat that is offered, between the hours and the parties. */
  children: ReactNode;
}

const loadDialogs = () => import("./answer-dialogs");

type Asking = "decline" | "propose" | "deputy" | "disclose" | null;

/**
 * The hours first, which fit on a small screen, then the seat, the question about ties (never pre-ticked) and one filled
 * button that repeats the hour.
 */
export function InvitationAnswer({ invitation, now, children }: InvitationAnswerProps) {
  const t = useTranslations("invitations");
  const at = new Date(now);
  const f = useFormat(at);
  const { id, from, offers, disclosure } = invitation;
  const held = offers.find((one) => one.isHeld) ?? null;
  const [hasNoTie, setNoTie] = useState(false);
  const [isTried, setTried] = useState(false);
  const [asking, setAsking] = useState<Asking>(null);
  const [chosenStart, choose] = useState<string | null>(null);
  const dialogs = useLater(loadDialogs, asking !== null);
  const tick = useRef<HTMLInputElement>(null);
  const accept = useAnswer(id, "accept", {
    onDone: () => showToast({ message: t("acceptedNote", { name: from.name }) }),
  });
  const propose = useAnswer(id, "propose", {
    onDone: () => showToast({ message: t("proposedNote", { name: from.name }) }),
  });
  const chosen = offers.find((one) => one.startsAt === chosenStart) ?? held;
  const wantsOther = chosen !== null && !chosen.isHeld;

  function answer() {
    if (wantsOther) {
      const { startsAt, endsAt } = chosen;
      void propose.run({ times: [{ startsAt: iso(startsAt), endsAt: iso(endsAt) }], note: "" });
      return;
    }
    setTried(true);
    if (disclosure === "none" && !hasNoTie) {
      tick.current?.focus({ preventScroll: true });
      tick.current?.scrollIntoView({ block: "center" });
    } else void accept.run({ declaresNoTie: hasNoTie, startsAt: held ? iso(held.startsAt) : null });
  }

  const first = held ?? invitation.sessions.find((session) => session.status === "booked");
  const goLabel = wantsOther
    ? t("proposeAt", { at: f.dateTime(chosen.startsAt) })
    : first
      ? t("acceptAt", { at: f.dateTime(first.startsAt) })
      : t("accept");
  const problem = accept.problem ?? propose.problem;
  const Ask = asking && dialogs.part ? dialogs.part.dialogs[asking] : null;
  return (
    <>
      <Seen invitationId={id} isNew={invitation.status === "sent"} />
      {offers.length > 0 ? (
        <OfferList offers={offers} chosen={chosen?.startsAt ?? null} onChoose={choose} now={at} />
      ) : (
        <WhenSheet sessions={invitation.sessions} now={at} />
      )}
      <Proposed invitation={invitation} at={at} />
      {children}
      <TieSheet
        invitation={invitation}
        hasNoTie={hasNoTie}
        onTick={setNoTie}
        isMissed={isTried}
        tick={tick}
        onDisclose={() => setAsking("disclose")}
      />
      <FootBar
        note={problem ? null : t("foot")}
        problem={problem || dialogs.hasFailed ? <WhyNot problem={problem} /> : null}
      >
        <Button onClick={() => setAsking("propose")}>{t("other")}</Button>
        <Button onClick={() => setAsking("deputy")}>{t("colleague")}</Button>
        <Button onClick={() => setAsking("decline")}>{t("decline")}</Button>
        {disclosure === "asked" && !wantsOther ? null : (
          <Button variant="go" busy={accept.isBusy || propose.isBusy} onClick={answer}>
            {goLabel}
          </Button>
        )}
      </FootBar>
      {asking && Ask ? <Ask invitation={invitation} invitationId={id} onClose={() => setAsking(null)} /> : null}
    </>
  );
}

const iso = (moment: string) => new Date(moment).toISOString();

/** Opening the card tells the lead that it was seen; if that fails, the reader need not know. */
function Seen({ invitationId, isNew }: { invitationId: string; isNew: boolean }) {
  const trpc = useTRPC();
  const { run } = useAct(trpc.invitations.see.mutationOptions(), { refresh: false });
  const wasSent = useRef(false);
  useEffect(() => {
    if (!isNew || wasSent.current) return;
    wasSent.current = true;
    void run({ invitationId });
  });
  return null;
}

/** The hours this person has proposed instead. */
function Proposed({ invitation: { proposals, from }, at }: { invitation: OwnInvitation; at: Date }) {
  const t = useTranslations("invitations");
  const f = useFormat(at);
  if (proposals.length === 0) return null;
  return (
    <Banner tone="act" icon={<IconCheck aria-hidden />}>
      {t("proposed", {
        times: proposals.map((one) => f.dateTime(one.startsAt)).join(t("comma")),
        name: from.name,
      })}
    </Banner>
  );
}

/** The refusal; or that the dialogs could not be loaded. */
function WhyNot({ problem }: { problem: ShownProblem | null }) {
  return problem ? <ProblemNote problem={problem} code={problem.reference} /> : <LaterFailed />;
}
