import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { Banner } from "@/app/_ui/feedback/banner";

const known = ["demo", "http"] as const;

/** On every page of an installation that other machines reach although it is not safe (ALLOW_UNSAFE). */
export function RiskBanner({ risks = process.env.ZHONGTIAO_RISKS ?? "" }: { risks?: string }) {
  const t = useTranslations("frame.risks");
  const named = known.filter((risk) => risks.split(",").includes(risk));
  if (named.length === 0) return null;
  return (
    <Banner tone="amber" icon={<IconAlertTriangle aria-hidden />}>
      {named.map((risk) => t(risk)).join(" ")}
    </Banner>
  );
}
