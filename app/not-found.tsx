import { useTranslations } from "next-intl";
import { PlainFrame } from "@/app/_frame/plain-frame";
import { ButtonLink } from "@/app/_ui/button";
import { Mark } from "@/app/_ui/mark";

/** Absent and forbidden look the same. */
export default function NotFound() {
  const t = useTranslations("frame.notFound");
  return (
    <PlainFrame>
      <Mark size={48} />
      <h1>{t("title")}</h1>
      <p>{t("text")}</p>
      <ButtonLink href="/" variant="go">
        {t("home")}
      </ButtonLink>
    </PlainFrame>
  );
}
