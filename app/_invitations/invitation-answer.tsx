"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/button";
import { CheckField } from "@/app/_ui/check-field";
import { FootBar } from "@/app/_ui/foot-bar";
import { ProblemNote } from "@/app/_ui/problem-note";
import { Sheet } from "@/app/_ui/sheet";
import { showToast } from "@/app/_ui/toasts";
import { useFormat } from "@/app/_ui/use-format";
import type { OwnInvitation } from "@/server/invitations/read-own";
import { DeclineDialog } from "./decline-dialog";
import styles from "./invitation.module.css";
import { TieNames } from "./tie-names";

/** The question about ties, which he ticks himself, then one filled button. `children` stand between the two. */
export function InvitationAnswer({
  invitation,
  now,
  children,
}: {
  invitation: OwnInvitation;
  now: string;
  children: ReactNode;
}) {
  const t = useTranslations("invitations");
  const trpc = useTRPC();
  const f = useFormat(new Date(now));
  const { id: invitationId, partyNames, from, status } = invitation;
  const [hasNoTie, setNoTie] = useState(false);
  const [isTried, setTried] = useState(false);
  const [isDeclining, setDeclining] = useState(false);
  const tick = useRef<HTMLInputElement>(null);
  const accept = useAct(trpc.invitations.accept.mutationOptions(), {
    onDone: () => showToast({ message: t("acceptedNote", { name: from.name }) }),
  });
  useSeen(invitationId, status === "sent");

  function answer() {
    setTried(true);
    if (hasNoTie) void accept.run({ invitationId, declaresNoTie: true });
    else tick.current?.focus();
  }

  const first = invitation.sessions.find((session) => session.status === "booked");
  return (
    <>
      <Sheet flush>
        <div className={styles.tie}>
          <h2>{t("tie.title", { count: partyNames.length })}</h2>
          <TieNames names={partyNames} />
        </div>
        <div className={styles.declare}>
          <CheckField
            ref={tick}
            label={<b>{t("tie.declare")}</b>}
            checked={hasNoTie}
            onChange={(event) => setNoTie(event.currentTarget.checked)}
            error={isTried && !hasNoTie ? t("tie.need") : undefined}
          />
        </div>
      </Sheet>
      {children}
      {accept.problem ? <ProblemNote problem={accept.problem} code={accept.problem.reference} /> : null}
      <FootBar note={t("foot")}>
        <Button onClick={() => setDeclining(true)}>{t("decline")}</Button>
        <Button variant="go" busy={accept.isBusy} onClick={answer}>
          {first ? t("acceptAt", { at: f.dayTime(first.startsAt) }) : t("accept")}
        </Button>
      </FootBar>
      {isDeclining ? (
        <DeclineDialog invitationId={invitationId} leadName={from.name} onClose={() => setDeclining(false)} />
      ) : null}
    </>
  );
}

/** Opening the card tells the lead that it was seen; whether that arrives is no matter to the reader. */
function useSeen(invitationId: string, isNew: boolean) {
  const trpc = useTRPC();
  const { run } = useAct(trpc.invitations.see.mutationOptions(), { refresh: false });
  const told = useRef(false);
  useEffect(() => {
    if (!isNew || told.current) return;
    told.current = true;
    void run({ invitationId });
  });
}
