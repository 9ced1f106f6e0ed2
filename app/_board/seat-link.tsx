"use client";
import { IconLink, IconPrinter } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { createPortal } from "react-dom";
import { AddressCode } from "@/app/_calendar/address-code";
import { addressOf, type HandedOut, HandedOutLink, TypedLink } from "@/app/_links/handed-out-link";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { useFormat } from "@/app/_ui/format/use-format";
import { Line } from "@/app/_ui/layout/columns";
import type { BoardInvitation, LinkState } from "@/server/invitations/reads/board";
import styles from "./seat-panel.module.css";

interface SeatLinkProps {
  disputeId: string;
  invitation: BoardInvitation;
  /** They have accepted: what is left of their link shows when and where, and no new one is made. */
  isAnswered?: boolean;
  now: Date;
}

/**
 * A link for answering without an account: created, shown once as address, QR code and code for paper, and cancelled, also
 * after the answer, while it still shows when and where.
 */
export function SeatLink({ disputeId, invitation, isAnswered = false, now }: SeatLinkProps) {
  const t = useTranslations("board.link");
  const trpc = useTRPC();
  const [made, setMade] = useState<HandedOut | null>(null);
  const target = { disputeId, invitationId: invitation.id };
  const make = useAct(trpc.links.make.mutationOptions(), {
    onDone: ({ token, code, expiresAt }) => setMade(token && code ? { token, code, expiresAt } : null),
  });
  const revoke = useAct(trpc.links.revoke.mutationOptions(), {
    onDone: () => {
      setMade(null);
      showToast({ message: t("revoked") });
    },
  });
  const { link, name } = invitation;
  const state = link && stateOf(link, { isAnswered, now });
  const problem = make.problem ?? revoke.problem;
  return (
    <section className={styles.gap} aria-label={t("title")}>
      <h3>{t("title")}</h3>
      <LinkWords link={link} state={state} now={now} />
      {made ? <Shown made={made} name={name} now={now} /> : null}
      <Line gap={12}>
        {isAnswered ? null : (
          <Button small icon={<IconLink aria-hidden />} busy={make.isBusy} onClick={() => make.run(target)}>
            {link ? t("again") : t("make")}
          </Button>
        )}
        {state === "live" || state === "answered" ? (
          <Button small variant="stop" busy={revoke.isBusy} onClick={() => revoke.run(target)}>
            {t("revoke")}
          </Button>
        ) : null}
      </Line>
      {problem ? <ProblemNote problem={problem} code={problem.reference} /> : null}
    </section>
  );
}

type State = "answered" | "used" | "cancelled" | "dead" | "expired" | "live";

function stateOf(link: LinkState, { isAnswered, now }: { isAnswered: boolean; now: Date }): State {
  if (link.revokedAt) return "cancelled";
  if (link.triesLeft === 0) return "dead";
  if (isAnswered) return "answered";
  if (link.usedAt) return "used";
  return Date.parse(link.expiresAt) <= now.getTime() ? "expired" : "live";
}

function LinkWords({ link, state, now }: { link: LinkState | null; state: State | null; now: Date }) {
  const t = useTranslations("board.link");
  const f = useFormat(now);
  if (!link || !state) return <p>{t("none")}</p>;
  const words = t(`state.${state}`, { until: f.dateTime(link.expiresAt), at: f.dayTime(link.createdAt) });
  return (
    <p>
      {words}
      {state === "live" && link.isOpened ? t("opened") : null}
      {state === "live" && link.triesLeft < 5 ? t("tries", { left: link.triesLeft }) : null}
    </p>
  );
}

/** What is shown once, and may be printed for the invitee. */
function Shown({ made, name, now }: { made: HandedOut; name: string; now: Date }) {
  const t = useTranslations("board.link");
  const f = useFormat(now);
  const words = {
    drawing: t("drawing", { name }),
    once: t("once", { until: f.dateTime(made.expiresAt) }),
    copy: t("copy"),
    copied: t("copied"),
    address: t("address"),
    code: t("code"),
    care: t("care", { name }),
  };
  return (
    <>
      <HandedOutLink
        made={made}
        words={words}
        more={
          <Button small variant="text" icon={<IconPrinter aria-hidden />} onClick={() => window.print()}>
            {t("print")}
          </Button>
        }
      />
      {createPortal(<Slip made={made} name={name} now={now} />, document.body)}
    </>
  );
}

/** What is printed, and nothing else of the page: the slip for the invitee (app/_ui/theme/global.css). Names no dispute. */
function Slip({ made, name, now }: { made: HandedOut; name: string; now: Date }) {
  const t = useTranslations("board.link");
  const f = useFormat(now);
  return (
    <section className={styles.slip} data-slip aria-label={t("slip.title", { name })}>
      <h1>{t("slip.title", { name })}</h1>
      <p>{t("slip.how")}</p>
      <AddressCode text={addressOf(made)} label={t("drawing", { name })} />
      <TypedLink made={made} words={{ address: t("address"), code: t("code") }} />
      <p>{t("slip.until", { until: f.dateTime(made.expiresAt) })}</p>
    </section>
  );
}
