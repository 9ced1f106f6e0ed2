import { IconLayoutColumns } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/app/_ui/actions/button";

interface DeskLinkProps {
  disputeId: string;
  sessionId: string;
}

/** To the desk of a session, on its day. The filled button is the next step's. */
export function DeskLink({ disputeId, sessionId }: DeskLinkProps) {
  const t = useTranslations("desk.enter");
  return (
    <ButtonLink href={`/disputes/${disputeId}/sessions/${sessionId}/desk`} icon={<IconLayoutColumns aria-hidden />}>
      {t("go")}
    </ButtonLink>
  );
}
