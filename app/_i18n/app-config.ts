import type { Locale } from "@/db/vocabulary";
import type { Messages } from "./catalogues";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
