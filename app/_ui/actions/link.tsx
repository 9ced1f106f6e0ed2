import type { ComponentProps } from "react";

export interface LinkProps extends ComponentProps<"a"> {
  href: string;
  /** False keeps the place on the page: for another view of the same page. */
  scroll?: boolean;
}

/**
 * A link to one of our pages. It is a plain `<a>`: `FollowLinks` opens its page without loading the document anew, once for
 * all links. Next's own link is a component of the browser, and asks the server for each page that it leads to as soon as
 * it is seen: 35 requests for one list.
 */
export function Link({ scroll, ...rest }: LinkProps) {
  return <a data-page={scroll === false ? "stay" : ""} {...rest} />;
}
