"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import styles from "@/app/_invitations/invitation.module.css";
import { InvitationAnswer } from "@/app/_invitations/invitation-answer";
import { InvitationHead } from "@/app/_invitations/invitation-head";
import { SeatSheet } from "@/app/_invitations/seat-sheet";
import { WhenSheet } from "@/app/_invitations/when-sheet";
import { useTRPC } from "@/app/_trpc/client";
import { shownProblem } from "@/app/_trpc/use-act";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { useFormat } from "@/app/_ui/format/use-format";
import { Sheet } from "@/app/_ui/layout/sheet";

const minute = 60_000;

/** The same card that signed-in invitees get; after the answer it only shows what was answered. */
export function GuestCard({ visit, onOver }: { visit: string; onOver: () => void }) {
  const t = useTranslations("guest");
  const trpc = useTRPC();
  const found = useQuery(trpc.links.read.queryOptions({ visit }, { refetchInterval: minute }));
  const problem = found.error ? shownProblem(found.error) : null;
  const isOver = problem?.code === "linkDead";
  useEffect(() => {
    if (isOver) onOver();
  }, [isOver, onOver]);
  const now = new Date();
  const f = useFormat(now);
  if (isOver) return null;
  if (problem && !found.data) return <ProblemNote problem={problem} code={problem.reference} />;
  if (!found.data) return <p>{t("opening")}</p>;
  const { invitation, name, until } = found.data;
  const { from } = invitation;
  return (
    <>
      <InvitationHead invitation={invitation} now={now} />
      <p className={styles.faint}>{t("you", { name })}</p>
      <SeatSheet invitation={invitation} />
      {invitation.isWaiting ? (
        <InvitationAnswer invitation={invitation} access={{ visit }} now={now.toISOString()} />
      ) : (
        <>
          {invitation.isOpen ? <WhenSheet sessions={invitation.sessions} now={now} inviterName={from.name} /> : null}
          <Sheet>
            <p>{t(`after.${after(invitation.status)}`, { name: from.name })}</p>
            <p className={styles.faint}>{t("until", { at: f.time(until) })}</p>
          </Sheet>
        </>
      )}
    </>
  );
}

const after = (status: string) => (status === "accepted" ? "accepted" : status === "declined" ? "declined" : "closed");
