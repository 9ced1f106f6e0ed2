/** The request that tests of pages and routes say is being answered. Each file begins with a new one (begin-file.ts). */
export const request = newRequest();

export function newRequest() {
  return {
    /** By name. */
    cookies: new Map<string, string>(),
    headers: new Headers(),
    locale: "zh-CN" as "zh-CN" | "en",
  };
}
