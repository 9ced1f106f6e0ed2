import { IconCopy } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { AddressCode } from "@/app/_calendar/address-code";
import { Button } from "@/app/_ui/actions/button";
import { copyText } from "@/app/_ui/actions/copy-text";
import { showToast } from "@/app/_ui/feedback/toasts";
import { Line } from "@/app/_ui/layout/columns";
import styles from "./handed-out-link.module.css";

/** A link without an account, as it is shown once to whoever made it. */
export interface HandedOut {
  token: string;
  code: string;
  expiresAt: string;
}

interface HandedOutLinkProps {
  made: HandedOut;
  /** In the words of what the link is for. */
  words: Record<"drawing" | "once" | "copy" | "copied" | "address" | "code" | "care", string>;
  /** What else may be done with it, beside copying. */
  more?: ReactNode;
}

const door = (): string => `${window.location.origin}/i`;
export const addressOf = ({ token }: HandedOut): string => `${door()}#${token}`;

/** The code to scan, the address to send, and what is typed from paper. */
export function HandedOutLink({ made, words, more }: HandedOutLinkProps) {
  const address = addressOf(made);
  return (
    <div className={styles.link}>
      <AddressCode text={address} label={words.drawing} />
      <p>{words.once}</p>
      <Line gap={12}>
        <Button
          small
          variant="outline"
          icon={<IconCopy aria-hidden />}
          onClick={() => void copyText(address).then((isDone) => isDone && showToast({ message: words.copied }))}
        >
          {words.copy}
        </Button>
        {more}
      </Line>
      <TypedLink made={made} words={words} />
      <p className={styles.care}>{words.care}</p>
    </div>
  );
}

/** What somebody types who has the link on paper. */
export function TypedLink({
  made,
  words,
}: {
  made: HandedOut;
  words: Pick<HandedOutLinkProps["words"], "address" | "code">;
}) {
  return (
    <dl className={styles.typed}>
      <dt>{words.address}</dt>
      <dd>{door().replace(/^https?:\/\//, "")}</dd>
      <dt>{words.code}</dt>
      <dd>
        <b>{made.code}</b>
      </dd>
    </dl>
  );
}
