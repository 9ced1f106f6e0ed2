import type { ComponentProps, ReactNode } from "react";
import styles from "./button.module.css";
import { Kbd } from "./kbd";
import { Link, type LinkProps } from "./link";

/** go = the one filled button of a view; outline = alternatives; text = row actions; stop = refuse, terminate. */
export type ButtonVariant = "go" | "outline" | "text" | "stop";

interface Look {
  variant?: ButtonVariant;
  small?: boolean;
  /** Takes the full width of its column. */
  wide?: boolean;
  icon?: ReactNode;
  /** A key that presses this button, printed inside on the right. */
  kbd?: string;
}

export interface ButtonProps extends Look, ComponentProps<"button"> {
  /** While true, width and label stay, and presses do nothing. */
  busy?: boolean;
  /** Nothing to do just now, as for the arrow of what stands first already: unlike `disabled`, it keeps the focus. */
  idle?: boolean | undefined;
}

export function Button({
  variant,
  small,
  wide,
  icon,
  kbd,
  busy,
  idle,
  children,
  className,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      aria-disabled={idle || undefined}
      data-go={variant === "go" || undefined}
      onClick={busy || idle ? (event) => event.preventDefault() : onClick}
      className={look({ variant, small, wide }, className)}
    >
      {busy ? <span className={styles.spinner} aria-hidden="true" /> : icon}
      {children}
      {kbd ? <Kbd inherit>{kbd}</Kbd> : null}
    </button>
  );
}

export interface ButtonLinkProps extends Look, LinkProps {}

/** The same look for links; `tel:`, `geo:` and downloads work too. */
export function ButtonLink({ variant, small, wide, icon, kbd, children, className, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={look({ variant, small, wide }, className)}>
      {icon}
      {children}
      {kbd ? <Kbd inherit>{kbd}</Kbd> : null}
    </Link>
  );
}

function look({ variant = "outline", small, wide }: Look, className?: string) {
  return [styles.button, styles[variant], small && styles.small, wide && styles.wide, className]
    .filter(Boolean)
    .join(" ");
}
