import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { Banner } from "@/app/_ui/feedback/banner";

const known = ["demo", "http", "root"] as const;

/** On every page of an installation that other machines reach although it is not safe (ALLOW_UNSAFE). */
export function DangerBanner({ dangers = process.env.ZHONGTIAO_DANGERS ?? "" }: { dangers?: string }) {
  const t = useTranslations("frame.dangers");
  const named = known.filter((danger) => dangers.split(",").includes(danger));
  if (named.length === 0) return null;
  return (
    <Banner tone="amber" icon={<IconAlertTriangle aria-hidden />}>
      {named.map((danger) => t(danger)).join(" ")}
    </Banner>
  );
}
