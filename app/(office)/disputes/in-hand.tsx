import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/actions/link";
import { Line } from "@/app/_ui/layout/columns";
import { Tag } from "@/app/_ui/text/tag";
import { type ListInput, listHref } from "./list-input";

/** Says that the list is cut down to one lead, or to what is late, and gives the way out of it. */
export function InHand({ input, leadName }: { input: ListInput; leadName: string | null }) {
  const t = useTranslations("disputes.list");
  if (!input.lead && !input.late) return null;
  const said = [leadName && t("ledBy", { name: leadName }), input.late && t("late")].filter(Boolean);
  return (
    <Line>
      {said.length > 0 ? (
        <Tag tone="act" isLong>
          {said.join(t("and"))}
        </Tag>
      ) : null}
      <Link href={listHref({ ...input, lead: null, late: null })}>{t("notCutDown")}</Link>
    </Line>
  );
}
