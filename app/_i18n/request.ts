import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { catalogues } from "./catalogues";
import { localeCookie, localeOf } from "./locale-cookie";

/** No language in addresses: a link sent to a colleague opens in the colleague's own language. */
export default getRequestConfig(async () => {
  const locale = localeOf((await cookies()).get(localeCookie)?.value);
  return { locale, messages: catalogues[locale], timeZone: "Asia/Shanghai" };
});
