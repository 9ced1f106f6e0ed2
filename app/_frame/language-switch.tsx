"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { chooseLocale } from "@/app/_i18n/choose-locale";
import { Button } from "@/app/_ui/actions/button";
import { locales } from "@/db/vocabulary";

/** One button per other language, in its own words; for pages without a person menu. */
export function LanguageSwitch() {
  const here = useLocale();
  const t = useTranslations("frame.languages");
  const router = useRouter();
  return locales
    .filter((locale) => locale !== here)
    .map((locale) => (
      <Button
        key={locale}
        variant="text"
        small
        lang={locale}
        onClick={() => {
          chooseLocale(locale);
          router.refresh();
        }}
      >
        {t(locale)}
      </Button>
    ));
}
