import { createTranslator } from "use-intl/core";
import { catalogues } from "@/app/_i18n/catalogues";
import { request } from "@/server/testing/request";

// Stands for next-intl/server wherever tests run (vitest.config.ts); the words are the product's own.
export const getLocale = async () => request.locale;

export const getTranslations = async (namespace?: never) => {
  const { locale } = request;
  return createTranslator({ locale, messages: catalogues[locale], timeZone: "Asia/Shanghai", namespace });
};
