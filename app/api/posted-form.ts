import { boundedBody } from "./bounded-body";
import { isOwnForm } from "./trpc/[trpc]/same-origin";

/** Room for the longest form of a plain page, in which a Chinese character is nine signs. */
const mostBytes = 32 * 1024;
const drainBytes = 1024 * 1024;

/**
 * The fields of a form as they were typed, with the line ends of the product: a browser sends each as two characters, which
 * would count against the length of a text. Else the status of the refusal: 403 for a form of another site, 413 for one
 * that is larger than any of ours.
 */
export async function postedForm(request: Request): Promise<URLSearchParams | 403 | 413> {
  if (!isOwnForm(request)) return 403;
  const body = await boundedBody(request, mostBytes, drainBytes);
  if (!body) return 413;
  const form = new URLSearchParams(new TextDecoder().decode(body));
  return new URLSearchParams([...form].map(([name, value]) => [name, value.replace(/\r\n?/g, "\n")]));
}
