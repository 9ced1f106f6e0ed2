/** Whether an answer can lead to this address: its headers hold plain letters only, and next-auth answers anything else with 500. */
export const isAddress = (text: string): boolean =>
  /^[!-~]{1,2000}$/.test(text) && (text.startsWith("/") || (URL.canParse(text) && /^https?:/i.test(text)));

/** What a request says to next-auth, without where it wants to be led and what went wrong where no answer could say that. */
export function fitFields(said: URLSearchParams): URLSearchParams {
  const fields = new URLSearchParams(said);
  const [address, ...more] = fields.getAll("callbackUrl");
  if (more.length > 0 || (address !== undefined && !isAddress(address))) fields.delete("callbackUrl");
  if (!fields.getAll("error").every((error) => /^[\w:.-]{1,60}$/.test(error))) fields.delete("error");
  return fields;
}
