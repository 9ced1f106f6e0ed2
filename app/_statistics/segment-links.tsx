import { Link } from "@/app/_ui/actions/link";
import styles from "./segment-links.module.css";

export interface SegmentLink {
  href: string;
  label: string;
  isChosen: boolean;
}

/** Two to four views of one page side by side; the chosen one is soft, bold and underlined. */
export function SegmentLinks({ label, links }: { label: string; links: readonly SegmentLink[] }) {
  return (
    <nav aria-label={label} className={styles.segments}>
      {links.map((link) => (
        <Link key={link.href} href={link.href} scroll={false} aria-current={link.isChosen ? "true" : undefined}>
          {link.label}
        </Link>
      ))}
    </nav>
  );
}
