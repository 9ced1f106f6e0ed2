import { IconFile, IconFileText, IconPhoto } from "@tabler/icons-react";
import type { ReactNode } from "react";
import styles from "./file-row.module.css";
import { LaneChip, type LaneOf } from "./lane-chip";

interface FileRowProps {
  kind: "picture" | "document" | "other";
  name: string;
  href?: string;
  /** Where its small picture is. */
  small?: string | undefined;
  /** "2 页", "640 KB" */
  size?: ReactNode;
  lane?: LaneOf;
  /** Who added it and when. */
  by?: ReactNode;
  /** 上传中 64%, 已校验, 打不开 */
  state?: ReactNode;
  action?: ReactNode;
}

export function FileRow({ kind, name, href, small, size, lane, by, state, action }: FileRowProps) {
  const Icon = kind === "picture" ? IconPhoto : kind === "document" ? IconFileText : IconFile;
  return (
    <div className={styles.row}>
      {small ? (
        // biome-ignore lint/performance/noImgElement: it is served through the policy, and already as small as it is shown.
        <img src={small} alt="" className={styles.small} width={44} height={44} loading="lazy" />
      ) : (
        <Icon aria-hidden />
      )}
      <div className={styles.words}>
        {href ? <a href={href}>{name}</a> : <span>{name}</span>}
        {size ? <span className={styles.size}>{size}</span> : null}
        {lane ? <LaneChip {...lane} /> : null}
        {by ? <div className={styles.by}>{by}</div> : null}
      </div>
      {state ? <span className={styles.by}>{state}</span> : null}
      {action}
    </div>
  );
}
