"use client";
import { IconSend } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DespiteField, useDespite } from "@/app/_presence/despite-field";
import { TakenNote } from "@/app/_presence/taken-note";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { useControlEnter } from "@/app/_ui/actions/use-control-enter";
import { useGoTo } from "@/app/_ui/actions/use-go-to";
import { TextField } from "@/app/_ui/fields/text-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { FootBar } from "@/app/_ui/layout/foot-bar";
import { conveneLimits } from "@/app/_ui/limits/convening";
import { Unbroken } from "@/app/_ui/text/unbroken";
import { namedIdsOf, needsOf, type Plan, type PlanSlot, receiversOf, roughNeedsOf } from "./choice";
import { usePlanWords } from "./use-plan-words";

interface ConveneFootProps {
  disputeId: string;
  plan: Plan;
  slot: PlanSlot | undefined;
  /** The plan is being computed again: what is shown may be out of date. */
  isStale: boolean;
  onRefused: () => void;
}

/** The sentence that says what the button does: date, room, receivers, until when. Sending asks nothing more. */
export function ConveneFoot({ disputeId, plan, slot, isStale, onRefused }: ConveneFootProps) {
  const t = useTranslations("convene.foot");
  const f = useFormat();
  const { isGoing, goTo } = useGoTo();
  const trpc = useTRPC();
  const { despite, setDespite, sayUncertain } = useDespite();
  const leave = (done: Parameters<typeof sayUncertain>[0]) => {
    sayUncertain(done);
    goTo(`/disputes/${disputeId}/sessions`);
  };
  const send = useAct(trpc.convening.send.mutationOptions(), { onDone: leave });
  const hold = useAct(trpc.sessions.hold.mutationOptions(), { onDone: leave });
  const parties = plan.parties.filter((one) => one.isTicked);
  const sides = new Set(parties.map((one) => one.side)).size;
  const [videoUrl, setVideoUrl] = useState("");
  const lacksLink = plan.mode === "video" && videoUrl.trim() === "";
  const waitsFor =
    useWaitsFor(plan, isStale ? undefined : slot, sides) ?? (slot && lacksLink ? t("videoMissing") : null);
  const mayAct = slot !== undefined && !isStale && waitsFor === null && !lacksLink;
  const who = slot && receiversOf(plan, slot);

  async function sendNow() {
    if (!slot || !who || !mayAct) return;
    const others = plan.slots.filter((one) => one !== slot && one.blockers.length === 0).slice(0, 3);
    const sent = await send.run({
      ...commonInput(disputeId, plan, slot, videoUrl),
      despite,
      needs: needsOf(plan, slot),
      namedIds: namedIdsOf(plan),
      invitees: who.invitees.map(({ personId, forceCode }) => ({ personId, forceCode: forceCode ?? "" })),
      alternatives: others.map((one) => ({ startsAt: one.startsAt, roomId: one.room.id })),
    });
    if (!sent) onRefused();
  }
  async function holdNow() {
    if (!slot || !who || !mayAct) return;
    const held = await hold.run({
      ...commonInput(disputeId, plan, slot, videoUrl),
      despite,
      needs: roughNeedsOf(plan, slot),
      askedIds: who.invitees.map((one) => one.personId),
    });
    if (!held) onRefused();
  }

  // While one is on its way, and until the page after it is there, neither is done a second time.
  const isBusy = send.isBusy || hold.isBusy || isGoing;
  useControlEnter(() => void sendNow(), isBusy);
  const sentence = useSentence(plan, sides);
  const problem = send.problem ?? hold.problem;
  return (
    <>
      <TakenNote problem={problem} />
      <DespiteField problem={problem} value={despite} onChange={setDespite} />
      {plan.mode === "video" ? <VideoField value={videoUrl} onChange={setVideoUrl} /> : null}
      <FootBar
        title={
          slot
            ? t("title", { span: f.span(slot.startsAt, slot.endsAt), room: slot.room.name, point: slot.room.point })
            : t("none")
        }
        note={waitsFor ?? (slot && who ? <Unbroken>{sentence(slot, who)}</Unbroken> : undefined)}
      >
        <Button busy={isBusy} disabled={!mayAct} onClick={holdNow}>
          {t("hold")}
        </Button>
        <Button
          variant="go"
          kbd="Ctrl ↵"
          icon={<IconSend aria-hidden />}
          busy={isBusy}
          disabled={!mayAct}
          onClick={sendNow}
        >
          {t("send")}
        </Button>
      </FootBar>
    </>
  );
}

/** Where a session by video is held: asked before anything is sent, because it goes to everybody invited. */
function VideoField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useTranslations("convene.foot");
  return (
    <TextField
      label={t("video")}
      hint={t("videoHint")}
      type="url"
      inputMode="url"
      value={value}
      maxLength={conveneLimits.videoUrl}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** What prevents sending, in words; null when nothing does, or no hour is chosen yet. */
function useWaitsFor(plan: Plan, slot: PlanSlot | undefined, sides: number): string | null {
  const t = useTranslations("convene.foot");
  const words = usePlanWords(plan);
  return !slot
    ? null
    : slot.blockers.length > 0
      ? t("blocked", { names: words.names(slot.blockers) })
      : sides < 2
        ? t("sides")
        : plan.checks.unconsented > 0 ||
            (plan.proceeding.track === "peoples" && plan.checks.noticed < plan.parties.length)
          ? t("consent")
          : plan.unwrittenSummary !== null
            ? t("summary")
            : null;
}

/** Who will be asked, until when, and which requirements this gives up. */
function useSentence(plan: Plan, sides: number) {
  const t = useTranslations("convene.foot");
  const f = useFormat();
  const words = usePlanWords(plan);
  return (slot: PlanSlot, who: ReturnType<typeof receiversOf>): string =>
    [
      who.invitees.length > 0
        ? t("note", {
            sides,
            people: who.invitees.length,
            answer: f.dateTime(slot.answerBy),
            held: f.dateTime(slot.heldUntil),
          })
        : t("noteIn", { sides, people: who.seated.length }),
      who.away.length > 0 ? t("away", { names: who.away.map((one) => one.name).join(words.comma) }) : "",
      plan.held ? t("replaces", { span: f.span(plan.held.startsAt, plan.held.endsAt) }) : "",
    ]
      .filter(Boolean)
      .join(words.gap);
}

/** What the sentences for sending and for holding have in common. */
function commonInput(disputeId: string, plan: Plan, at: PlanSlot, videoUrl: string) {
  const { seated } = receiversOf(plan, at);
  return {
    disputeId,
    version: plan.proceeding.version,
    startsAt: at.startsAt,
    minutes: plan.minutes,
    mode: plan.mode,
    videoUrl: plan.mode === "video" ? videoUrl.trim() : "",
    roomId: at.room.id,
    partyIds: plan.parties.filter((one) => one.isTicked).map((one) => one.id),
    personIds: seated.map((one) => one.personId),
    replacesSessionId: plan.held?.sessionId ?? null,
  };
}
