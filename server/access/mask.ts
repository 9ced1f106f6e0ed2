/** 138****2719; the first three and last four digits of a phone, or what little of a short one may be said. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/[^0-9+]/g, "");
  if (digits === "") return "";
  return digits.length < 9 ? `****${digits.slice(-2)}` : `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}
