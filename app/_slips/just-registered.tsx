import { useTranslations } from "next-intl";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Banner } from "@/app/_ui/feedback/banner";
import type { DisputePage } from "@/server/disputes/reads/dispute-page";

/** Where registering leads: whoever came is still there, and is given their receipt. */
export function JustRegistered({ dispute: { id, number, allowed } }: { dispute: DisputePage }) {
  const t = useTranslations("slips");
  if (!allowed.includes("slip.read")) return null;
  return (
    <div id="registered">
      <Banner
        tone="act"
        action={
          <ButtonLink small variant="outline" href={`/disputes/${id}/slip`}>
            {t("print")}
          </ButtonLink>
        }
      >
        {t("registered", { number })}
      </Banner>
    </div>
  );
}
