import { IconLayoutColumns } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/app/_ui/actions/button";

interface DeskLinkProps {
  disputeId: string;
  sessionId: string;
}

/** Opens the desk of a session, on its day. Not filled: the filled button belongs to the next step. */
export function DeskLink({ disputeId, sessionId }: DeskLinkProps) {
  const t = useTranslations("desk.enter");
  return (
    <ButtonLink href={`/disputes/${disputeId}/sessions/${sessionId}/desk`} icon={<IconLayoutColumns aria-hidden />}>
      {t("go")}
    </ButtonLink>
  );
}
