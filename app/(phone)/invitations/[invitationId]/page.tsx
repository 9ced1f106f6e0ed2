import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { withWords } from "@/app/_i18n/client-words";
import { BriefSheet } from "@/app/_invitations/brief-sheet";
import { InvitationAnswer } from "@/app/_invitations/invitation-answer";
import { InvitationHead } from "@/app/_invitations/invitation-head";
import { LateRefusal } from "@/app/_invitations/late-refusal";
import { SeatSheet } from "@/app/_invitations/seat-sheet";
import { TieNames } from "@/app/_invitations/tie-names";
import { WhenSheet } from "@/app/_invitations/when-sheet";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";
import { MapLink } from "@/app/_ui/actions/map-link";
import { Sheet } from "@/app/_ui/layout/sheet";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("invitations");
  return { title: t("title") };
}

/** One invitation: who asks, which seat, any tie, when and where; the brief once accepted. */
async function Invitation({ params }: { params: Promise<{ invitationId: string }> }) {
  const { invitationId } = await params;
  const trpc = await api();
  const invitation = await orNotFound(trpc.invitations.one({ invitationId }));
  // Not found once the matter has ended: then the card alone stays.
  const brief =
    invitation.isOpen && invitation.status === "accepted"
      ? await trpc.invitations.brief({ invitationId }).catch(() => null)
      : null;
  const t = await getTranslations("invitations");
  const own = await getTranslations("sessions.own");
  const now = requestTime();
  return (
    <>
      <InvitationHead invitation={invitation} now={now} />
      {invitation.isWaiting ? null : <SeatSheet invitation={invitation} />}
      {invitation.isWaiting ? (
        <InvitationAnswer invitation={invitation} now={now.toISOString()}>
          <SeatSheet invitation={invitation} />
        </InvitationAnswer>
      ) : invitation.isOpen ? (
        <Sheet>
          <h2>{t("parties")}</h2>
          <TieNames names={invitation.partyNames} />
        </Sheet>
      ) : (
        <Sheet>
          <p>{t("closedText")}</p>
        </Sheet>
      )}
      {invitation.isOpen && invitation.status === "accepted" ? (
        <WhenSheet
          sessions={invitation.sessions}
          now={now}
          wayTo={(place) => <MapLink place={place}>{own("navigate")}</MapLink>}
        />
      ) : null}
      {brief ? <BriefSheet brief={brief} /> : null}
      {brief ? <LateRefusal invitation={invitation} /> : null}
    </>
  );
}

export default withWords("(phone)/invitations/[invitationId]/page", Invitation);
